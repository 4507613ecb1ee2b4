import { BYTE_OF_LOG, DENSITY_STEPS, LOG_OF_BYTE } from './light';
import { HAZE_DENSITY, HAZE_ON_SHINE, SKIN_REDNESS } from './markFigures';
import { SPLAT_STEPS } from './splat';

const SKIN_STEPS = SKIN_REDNESS * DENSITY_STEPS;

/** Pixels of a picture in sRGB, four bytes each read as one little-endian number: alpha, blue, green, red. */
export interface Pixels {
  readonly rgba: Uint32Array;
  /** Index of the first pixel and pixels from one row to the next. */
  readonly offset: number;
  readonly stride: number;
}

/** What lies over a picture: marks in steps of SPLAT_STEPS, haze as a share, either row by row or absent. */
export interface Pigment {
  readonly marks: Int32Array | null;
  readonly haze: Float32Array | null;
  /** Density of the marks in red, green and blue relative to `marks`. */
  readonly ratio: readonly [number, number, number];
}

/**
 * Darkens `from` into `to` (width × height) in linear light, out = photo · e^−(marks + haze) in each channel, to 0.55 of
 * an 8-bit value. Gloss goes down with the rest: measured marks take 70–90 % of the shine with them. The haze lies in
 * the skin, below its shine: where a pixel is paler than skin it is shine in part, and the haze takes no colour from that
 * part. Pixels without pigment come back to the bit.
 */
export function composite(to: Pixels, from: Pixels, width: number, height: number, pigment: Pigment): void {
  const { marks, haze, ratio } = pigment;
  if (marks === null && haze === null) {
    copyPixels(to, from, width, height);
    return;
  }
  const markRed = (ratio[0] * DENSITY_STEPS) / SPLAT_STEPS;
  const markGreen = (ratio[1] * DENSITY_STEPS) / SPLAT_STEPS;
  const markBlue = (ratio[2] * DENSITY_STEPS) / SPLAT_STEPS;
  const hazeRed = HAZE_DENSITY[0] * DENSITY_STEPS;
  const hazeGreen = HAZE_DENSITY[1] * DENSITY_STEPS;
  const hazeBlue = HAZE_DENSITY[2] * DENSITY_STEPS;
  const hazeOnShine = HAZE_ON_SHINE * DENSITY_STEPS;
  for (let y = 0; y < height; y++) {
    let source = from.offset + y * from.stride;
    let target = to.offset + y * to.stride;
    for (let at = y * width; at < (y + 1) * width; at++, source++, target++) {
      const pixel = from.rgba[source] as number;
      const mark = marks === null ? 0 : (marks[at] as number);
      const veil = haze === null ? 0 : (haze[at] as number);
      if (mark === 0 && veil === 0) {
        to.rgba[target] = pixel;
        continue;
      }
      const tint = veil * tintOf(pixel);
      const even = (veil - tint) * hazeOnShine;
      const red = darkened(pixel & 255, mark * markRed + tint * hazeRed + even);
      const green = darkened((pixel >>> 8) & 255, mark * markGreen + tint * hazeGreen + even);
      const blue = darkened((pixel >>> 16) & 255, mark * markBlue + tint * hazeBlue + even);
      to.rgba[target] = (pixel & 0xff000000) | (blue << 16) | (green << 8) | red;
    }
  }
}

/** How much of a pixel's light comes out of the skin, 0–1, from how much redder than blue it is. */
function tintOf(pixel: number): number {
  const redder = (LOG_OF_BYTE[pixel & 255] as number) - (LOG_OF_BYTE[(pixel >>> 16) & 255] as number);
  return redder <= 0 ? 0 : redder >= SKIN_STEPS ? 1 : redder / SKIN_STEPS;
}

function darkened(byte: number, densitySteps: number): number {
  const step = (LOG_OF_BYTE[byte] as number) - ((densitySteps + 0.5) | 0);
  return step < 0 ? 0 : (BYTE_OF_LOG[step] as number);
}

/** Copies a rectangle of width × height. */
export function copyPixels(to: Pixels, from: Pixels, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    const source = from.offset + y * from.stride;
    to.rgba.set(from.rgba.subarray(source, source + width), to.offset + y * to.stride);
  }
}
