import type { ExifOrientation } from './headerScan';

/** The six numbers of a 2D transform, in the order of CanvasRenderingContext2D.setTransform. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Whether an orientation exchanges width and height. */
export const swapsSides = (orientation: ExifOrientation): boolean => orientation > 4;

/**
 * What turns a picture upright that is stored in that orientation: maps the stored picture, drawn to fill its box, to
 * an upright box of `width` × `height`. Source of the eight cases: EXIF 2.3 (CIPA DC-008), tag 0x0112.
 */
export function uprightTransform(orientation: ExifOrientation, width: number, height: number): Transform {
  switch (orientation) {
    case 1:
      return [1, 0, 0, 1, 0, 0];
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, width, 0];
    case 7:
      return [0, -1, -1, 0, width, height];
    case 8:
      return [0, -1, 1, 0, 0, height];
  }
}
