import type { CurveHandle } from '../geometry/curve';
import type { Mm, PerCm2, PhotoPoint } from '../geometry/units';
import type { PigmentChoice } from './treatment';

/** What all areas of a design have, whatever their kind. */
interface AreaCard {
  readonly id: string;
  readonly photoId: string;
  /** Empty: called by its kind. */
  readonly name: string;
  /**
   * Left out of the picture, and so of the figures beside it. Hidden from the eye only: the plan of the treatment counts it.
   */
  readonly hidden: boolean;
  /** No pointer takes hold of it. */
  readonly locked: boolean;
}

/** Where an area departs from the design's fill; null: it does not. */
export interface AreaFill {
  readonly perCm2: PerCm2 | null;
  readonly dotSizeMm: Mm | null;
  readonly pigment: PigmentChoice | null;
}

export interface HairlineArea extends AreaCard, AreaFill {
  readonly kind: 'hairline';
  /** From the left of the picture to its right or the other way, as drawn. */
  readonly points: readonly CurveHandle[];
}

/** Closed outlines in photo px without a repeated last point; even-odd, so that a ring within another is a hole. */
export type Rings = readonly (readonly PhotoPoint[])[];

export const ZONE_PURPOSES = ['full', 'crown', 'density', 'thinning', 'alopecia'] as const;
/** What a zone is treated for: full coverage, a crown, density among hair, women's thinning, a bare patch. */
export type ZonePurpose = (typeof ZONE_PURPOSES)[number];

export interface ZoneArea extends AreaCard, AreaFill {
  readonly kind: 'zone';
  readonly purpose: ZonePurpose;
  readonly rings: Rings;
  /** Way over which the count rises from none at the outline. */
  readonly edgeMm: Mm;
}

/** Nothing is dotted here, whatever lies below. */
export interface ExclusionArea extends AreaCard {
  readonly kind: 'exclusion';
  readonly rings: Rings;
  readonly edgeMm: Mm;
}

/** Hair that stands: dots blend into it and keep clear of it. */
export interface HairArea extends AreaCard {
  readonly kind: 'hair';
  readonly rings: Rings;
  /** Way over which dots fade into the hair. */
  readonly blendMm: Mm;
}

/** A strip of scar tissue along a path, or round marks. */
export interface ScarArea extends AreaCard, AreaFill {
  readonly kind: 'scar';
  readonly form: 'strip' | 'marks';
  /** The strip's path, or the marks' centres. */
  readonly points: readonly PhotoPoint[];
  /** The strip's width, or the marks' diameter. */
  readonly widthMm: Mm;
  /** Way past the border over which the dots blend out. */
  readonly blendMm: Mm;
  /** Share of the pigment that scar tissue keeps, 0–1. */
  readonly retention: number;
  /** Sessions after the plan's in which its dots are gone over once more, 0–2. */
  readonly extraSessions: number;
}

export type Area = HairlineArea | ZoneArea | ExclusionArea | HairArea | ScarArea;
export type AreaKind = Area['kind'];

/** An area of its design's own fill, shown and open to the hand. */
export const PLAIN_AREA = {
  name: '',
  hidden: false,
  locked: false,
  perCm2: null,
  dotSizeMm: null,
  pigment: null,
} as const;
