import type { Cm2, Mm, MmPerPx, PerCm2, PhotoPx } from '../geometry/units';

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
