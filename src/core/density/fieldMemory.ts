import type { ScalpTable } from '../head/scalpTable';
import type { Scene } from '../design/scene';
import type { AreaField } from './areaField';
import type { BrushLayer } from './brushLayer';
import type { PerCm2 } from '../geometry/units';
import type { DensityField } from './field';
import type { HairlineFieldInput } from './hairlineField';
import type { ScarFieldInput } from './scarField';
import { strokeStack, type StrokeStack } from './strokeStack';
import type { ZoneFieldInput } from './zoneField';

/**
 * Keeps what the last scene's density was made of, so that a scene that differs in a place is made anew there alone. What it
 * keeps depends on nothing but that scene: a memory changes what a density costs, never the density. A density that was made
 * with it holds until it is handed in again: what stays is not copied but used for the next.
 */
export interface FieldMemory {
  readonly strokes: StrokeStack;
  last: KnownField | null;
}

export interface KnownField {
  readonly scene: Scene;
  readonly table: ScalpTable | null;
  readonly areas: readonly KnownArea[];
  readonly layer: BrushLayer;
  /** Of all areas together; `clampedAbove` as in SceneField. */
  readonly field: DensityField;
  readonly clampedAbove: PerCm2 | null;
}

export interface KnownArea {
  readonly of: AreaInput;
  readonly made: AreaField;
}

/** All that an area's field follows from. */
export type AreaInput =
  | { readonly kind: 'hairline'; readonly input: HairlineFieldInput }
  | { readonly kind: 'zone'; readonly input: ZoneFieldInput; readonly amongHair: boolean }
  | { readonly kind: 'scar'; readonly input: ScarFieldInput };

export const fieldMemory = (): FieldMemory => ({ strokes: strokeStack(), last: null });
