import type { Mm, PhotoPoint, PhotoPx } from '../../geometry/units';
import type { HeadAxes } from './headAxes';
import type { SkullShape } from './shape';

/** A skull in a photo: plain JSON, all that the map between photo and scalp needs. */
export interface SkullFit {
  readonly shape: SkullShape;
  readonly axes: HeadAxes;
  /** Where the skull's centre falls in the photo; the camera is taken to look at it, so that cropping changes nothing. */
  readonly centre: PhotoPoint;
  /** From the camera to the skull's centre. */
  readonly distanceMm: Mm;
  /** The same in px: mm per px at a depth is the depth over this. */
  readonly focalPx: PhotoPx;
  /** Radius of the sphere that the chart is the map of: the scalp's area over it is near 1. */
  readonly chartRadiusMm: Mm;
}
