import type { Rgb } from '../../design/scene';
import type { SkinLook } from '../skin/skinLook';

/** Pixels of a picture in sRGB, four bytes each read as one little-endian number: alpha, blue, green, red. */
export interface Pixels {
  readonly rgba: Uint32Array;
  /** Index of the first pixel and pixels from one row to the next. */
  readonly offset: number;
  readonly stride: number;
}

/** The marks of one colour over a picture, row by row. */
export interface MarkSum {
  /** In steps of 1 / SPLAT_STEPS. */
  readonly sum: Int32Array;
  /** Density in red, green and blue relative to the sum. */
  readonly ratio: Rgb;
}

/** What lies over a picture: marks by colour, haze and redness as shares, row by row or absent. */
export interface Pigment {
  readonly marks: readonly MarkSum[];
  readonly haze: Float32Array | null;
  readonly cloud: Float32Array | null;
  readonly redness: Float32Array | null;
  readonly skin: SkinLook;
}
