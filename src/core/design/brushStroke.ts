import type { Mm, PerCm2 } from '../geometry/units';

export const BRUSH_KINDS = ['more', 'less', 'smooth', 'target', 'exclude'] as const;
export type BrushKind = (typeof BRUSH_KINDS)[number];

/** One stroke of the density brush. */
export interface BrushStroke {
  readonly id: string;
  readonly photoId: string;
  readonly kind: BrushKind;
  /** Its way as x0, y0, x1, y1 … in photo px; one place alone is a dab. */
  readonly path: readonly number[];
  /** Diameter of the brush. */
  readonly sizeMm: Mm;
  /** Share of the radius over which the effect fades out, 0–1. */
  readonly feather: number;
  /** 0–1. */
  readonly strength: number;
  /** What a target stroke leads to; null for the others. */
  readonly perCm2: PerCm2 | null;
}
