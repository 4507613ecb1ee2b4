import type { ChartPoint, MmPerPx, PhotoPoint } from '../geometry/units';
import type { SkullFit } from './skull/skullFit';

/** The map between a photo and the scalp in it, as a plain value that can be sent to a worker. */
export type ScalpGeometry =
  { readonly kind: 'flat'; readonly mmPerPx: MmPerPx } | { readonly kind: 'skull'; readonly fit: SkullFit };

/** A place of the scalp as the photo shows it. */
export interface ScalpPlace {
  readonly photo: PhotoPoint;
  /** Cosine of the angle between the skin's normal and the line of sight: how flat a disc on the skin looks. */
  readonly facing: number;
  /** Direction in the photo along which a disc on the skin is flattened, from x towards y (down). */
  readonly tiltRad: number;
  /** Across the line of sight. */
  readonly pxPerMm: number;
  /** Scalp area per chart area. */
  readonly scalpPerChart: number;
}

/** Millimetres of scalp per millimetre of chart, along an axis of the chart (its angle from x towards y) and across it. */
export interface ChartStretch {
  readonly along: number;
  readonly across: number;
  readonly axisRad: number;
}

/** Places of many chart points, in typed arrays of one length; where a place is turned away `facing` is 0. */
export interface ScalpPlaces {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly facing: Float32Array;
  readonly tiltRad: Float32Array;
  readonly pxPerMm: Float32Array;
}

/**
 * Photo ↔ chart of the scalp. The chart, in cm, is an area-true map about a point above the forehead, the same for
 * every photo of a head; `scalpPerChart` takes up what the skull differs from a sphere.
 */
export interface ScalpMap {
  /** Null off the head. */
  readonly toChart: (p: PhotoPoint) => ChartPoint | null;
  /** Null where the scalp is turned away from the camera. */
  readonly place: (c: ChartPoint) => ScalpPlace | null;
  /** Scalp area per chart area, turned away or not. */
  readonly scalpPerChart: (c: ChartPoint) => number;
  readonly stretch: (c: ChartPoint) => ChartStretch;
  /** A point off the silhouette moved to just inside it; others stay. */
  readonly snapToRim: (p: PhotoPoint) => PhotoPoint;
  readonly placeAll: (x: ArrayLike<number>, y: ArrayLike<number>) => ScalpPlaces;
}
