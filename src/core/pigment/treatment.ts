import type { Mm } from '../geometry/units';

/**
 * What a design says of its treatment beyond where the dots stand: plain JSON, as it is stored. The files named after
 * each part check it and say what it means.
 */

/** Red, green and blue of something that belongs to linear light. */
export type Rgb = readonly [number, number, number];

/** Optical density (natural logarithm) of a mark in red, green and blue per unit of concentration; pigments.ts. */
export type Absorption = Rgb;

/** A pigment that the technician has entered. */
export interface OwnPigment {
  readonly id: string;
  readonly name: string;
  readonly absorption: Absorption;
}

/** A pigment from one bottle or a mixture of two; `share` is that of the second, 0–1. */
export type PigmentChoice =
  | { readonly kind: 'single'; readonly pigmentId: string }
  | { readonly kind: 'mix'; readonly firstId: string; readonly secondId: string; readonly share: number };

/** A round liner of one or of three needles; `diameterMm` of each. */
export interface Needle {
  readonly kind: '1RL' | '3RL';
  readonly diameterMm: Mm;
}

export interface PlannedSession {
  /** Share of the final density that stands after this session, 0–1. */
  readonly share: number;
  readonly needle: Needle;
  /** Parts of water to one of pigment. */
  readonly dilution: number;
  readonly depthMm: Mm;
  /** Days after the first session. */
  readonly dayOffset: number;
}

/** Year, month and day as in 2026-03-31. */
export type IsoDate = string;

export interface SessionPlan {
  /** Date of the first session where it is known. */
  readonly firstDate: IsoDate | null;
  readonly sessions: readonly PlannedSession[];
  /** Days after the last session at which all dots are gone over once more; null for none. */
  readonly touchUpDay: number | null;
}

/** Days since treatment, and the value then. */
export type Keyframe = readonly [days: number, value: number];

/** How a mark changes over time; healing.ts says what each curve means. */
export interface HealingCurves {
  readonly darkness: readonly Keyframe[];
  readonly size: readonly Keyframe[];
  readonly softnessMm: readonly Keyframe[];
  readonly redness: readonly Keyframe[];
  readonly hueShift: readonly Keyframe[];
}

/** Fitzpatrick's skin types I–VI. */
export type Fitzpatrick = 1 | 2 | 3 | 4 | 5 | 6;

export interface SkinCondition {
  /** Null: not chosen; counts as a middling skin. */
  readonly type: Fitzpatrick | null;
  readonly sun: 'little' | 'some' | 'much';
  readonly oiliness: 'dry' | 'normal' | 'oily';
  readonly scar: boolean;
}

export interface Healing {
  /** Pigment that stays for years, or tricopigmentation, which is gone by two years. */
  readonly kind: 'permanent' | 'temporary';
  readonly skin: SkinCondition;
  /** Curves edited by the technician; null for the defaults of the kind. */
  readonly curves: HealingCurves | null;
}
