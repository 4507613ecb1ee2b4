import type { Cm2, Mm, MmPerPx, PerCm2, PhotoPx } from '../geometry/units';

/** Red, green and blue of something that belongs to linear light. */
export type Rgb = readonly [number, number, number];

/**
 * All that the engine and the picture need to know of a design on one photo: a plain, small value that can be sent to
 * a worker. The chart is flat for now: chart cm = photo px × mmPerPx / 10.
 */
export interface Scene {
  readonly photoWidth: PhotoPx;
  readonly photoHeight: PhotoPx;
  readonly mmPerPx: MmPerPx;
  /** uint32. */
  readonly seed: number;
  readonly areas: readonly SceneArea[];
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
}

/** How the dots of one session look at one moment: all that the picture needs beyond where they stand. */
export interface Look {
  /** Optical density (natural logarithm) at a mark's centre before skin softens it: red, green, blue. */
  readonly markDensity: Rgb;
  /** Factor on the design's dot size. */
  readonly sizeFactor: number;
  /** Softness of a mark's edge. */
  readonly sigmaMm: Mm;
  /** Optical density of the haze at full density: red, green, blue. */
  readonly hazeDensity: Rgb;
  /** Reddening of the skin around, 0–1. */
  readonly redness: number;
  /** Share of the photo's shine that the marks take down with them, 0–1. */
  readonly shine: number;
}

export interface SceneArea {
  readonly id: string;
  /** Open polyline, x0, y0, x1, y1 … in chart cm, sampled fine enough that it reads as a curve. */
  readonly hairlineCm: Float64Array;
  /** Closed ring without a repeated last point, x0, y0 … in chart cm: hairline, then back along the head's outline. */
  readonly ringCm: Float64Array;
  readonly areaCm2: Cm2;
  readonly perCm2: PerCm2;
  readonly softEdgeMm: Mm;
}
