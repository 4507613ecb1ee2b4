import type { Cm2, Mm, MmPerPx, PerCm2, PhotoPx } from '../geometry/units';
import type { ChartWhorl } from '../head/growth';
import type { ScalpGeometry } from '../head/scalpMap';
import type { BrushKind } from './brushStroke';
import type { EdgeShape } from './edgeShape';

/** Red, green and blue of something that belongs to linear light. */
export type Rgb = readonly [number, number, number];

/**
 * All that the engine and the picture need to know of a design on one photo: a plain value that can be sent to a worker.
 * Shapes lie in the chart of the scalp, in cm.
 */
export interface Scene {
  readonly photoWidth: PhotoPx;
  readonly photoHeight: PhotoPx;
  readonly geometry: ScalpGeometry;
  /** Where the scalp faces the camera at the head's middle; marks are drawn for this scale and its departures. */
  readonly mmPerPx: MmPerPx;
  /** uint32. */
  readonly seed: number;
  readonly areas: readonly SceneArea[];
  /** Where nothing is dotted, and where dots blend into hair. */
  readonly cuts: readonly SceneCut[];
  readonly strokes: readonly SceneStroke[];
  readonly handDots: SceneHandDots;
  readonly edge: EdgeShape;
  /** Placed ones; none: hair grows from where most whorls lie. */
  readonly whorls: readonly ChartWhorl[];
  readonly dotSizeMm: Mm;
  readonly sizeVariation: number;
  readonly irregularity: number;
  /**
   * The sessions shown, in order; dots of later ones do not stand. Absent: all dots stand, healed, in the default look.
   * Empty: none stands.
   */
  readonly sessions?: readonly SceneSession[];
}

/** The dots that one session adds, and how they look at the moment shown. */
export interface SceneSession {
  /** Cumulative share of the final density that stands after this session, rising, at most 1. */
  readonly upTo: number;
  readonly look: Look;
  /** The looks of areas with a pigment of their own, by SceneFill.pigment − 1. */
  readonly others?: readonly Look[];
}

/** How the dots of one session look at one moment: all that the picture needs beyond where they stand. */
export interface Look {
  /** Optical density (natural logarithm) at a mark's centre before skin softens it: red, green, blue. */
  readonly markDensity: Rgb;
  /** Factor on the design's dot size. */
  readonly sizeFactor: number;
  /** Softness of a mark's edge. */
  readonly sigmaMm: Mm;
  /** The photo's own blur within it, which is alike for near and far, level and tilted skin; absent: none. */
  readonly photoSigmaMm?: Mm | undefined;
  /** Optical density of the haze at full density: red, green, blue. */
  readonly hazeDensity: Rgb;
  /** The same over pure shine, alike in all channels. */
  readonly hazeOnShine: number;
  /** ln(red/blue) from which a pixel of bare skin holds no shine. */
  readonly skinRedness: number;
  /** Reddening of the skin around, 0–1. */
  readonly redness: number;
  /** Share of the photo's shine that the marks take down with them, 0–1. */
  readonly shine: number;
  /** A skin type was chosen by hand, and redness follows it; otherwise it is to follow the photo's skin. */
  readonly skinTypeChosen?: boolean | undefined;
}

/** How an area's dots differ from the design's others. */
export interface SceneFill {
  readonly id: string;
  readonly areaCm2: Cm2;
  readonly perCm2: PerCm2;
  /** Factor on the design's dot size. */
  readonly dotScale: number;
  /** 0: the design's pigment; n: the n-th of the areas' own, in the sessions' `others`. */
  readonly pigment: number;
  /** Share of the pigment that the tissue keeps. */
  readonly retention: number;
}

export interface SceneHairline extends SceneFill {
  readonly kind: 'hairline';
  /** Open polyline, x0, y0, x1, y1 …, sampled fine enough that it reads as a curve. */
  readonly hairlineCm: Float64Array;
  /** Closed ring without a repeated last point: hairline, then back along the head's outline. */
  readonly ringCm: Float64Array;
  readonly softEdgeMm: Mm;
}

export interface SceneZone extends SceneFill {
  readonly kind: 'zone';
  /** Even-odd. */
  readonly ringsCm: readonly Float64Array[];
  readonly edgeMm: Mm;
  /** Its dots stand between hairs, so that hair takes none of them away. */
  readonly amongHair: boolean;
}

export interface SceneScar extends SceneFill {
  readonly kind: 'scar';
  readonly form: 'strip' | 'marks';
  /** The strip's path or the marks' centres. */
  readonly pointsCm: Float64Array;
  readonly widthMm: Mm;
  readonly blendMm: Mm;
  /** How often its dots are gone over once more after the last session. */
  readonly extraSessions: number;
}

export type SceneArea = SceneHairline | SceneZone | SceneScar;

export interface SceneCut {
  readonly kind: 'exclusion' | 'hair';
  readonly ringsCm: readonly Float64Array[];
  /** Way over which the density falls to none. */
  readonly fadeMm: Mm;
}

export interface SceneStroke {
  readonly id: string;
  readonly kind: BrushKind;
  readonly pathCm: Float64Array;
  /** Millimetres of chart: as many as lie under the brush on the scalp. */
  readonly sizeMm: Mm;
  readonly feather: number;
  readonly strength: number;
  readonly perCm2: PerCm2 | null;
}

export interface SceneHandDots {
  readonly added: readonly { readonly id: number; readonly x: number; readonly y: number; readonly size: number }[];
  readonly moved: readonly { readonly id: number; readonly x: number; readonly y: number }[];
  readonly removed: readonly number[];
}
