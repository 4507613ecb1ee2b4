import { BYTE_OF_LINEAR, LINEAR_STEPS, srgbToLinear } from './light';

/** A picture in 8-bit sRGB, four bytes a pixel (composite.ts), row by row without gaps. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint32Array;
}

/** A quarter of linear light in steps of BYTE_OF_LINEAR, times 4 so that four of them are rounded once. */
const LIGHT = Int32Array.from({ length: 256 }, (_, byte) => Math.round(srgbToLinear(byte / 255) * LINEAR_STEPS * 4));

/**
 * Half the size (rounded up), each pixel the mean light of four. Averaging light rather than bytes keeps a fine texture
 * as bright as it is.
 */
export function halved(from: Raster): Raster {
  const width = Math.max(1, (from.width + 1) >> 1);
  const height = Math.max(1, (from.height + 1) >> 1);
  const rgba = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) halveRow(rgba, width, y, from);
  return { width, height, rgba };
}

function halveRow(to: Uint32Array, width: number, y: number, from: Raster): void {
  const upper = 2 * y * from.width;
  const lower = Math.min(2 * y + 1, from.height - 1) * from.width;
  for (let x = 0; x < width; x++) {
    const right = Math.min(2 * x + 1, from.width - 1);
    const a = from.rgba[upper + 2 * x] as number;
    const b = from.rgba[upper + right] as number;
    const c = from.rgba[lower + 2 * x] as number;
    const d = from.rgba[lower + right] as number;
    const red = mean(a & 255, b & 255, c & 255, d & 255);
    const green = mean((a >>> 8) & 255, (b >>> 8) & 255, (c >>> 8) & 255, (d >>> 8) & 255);
    const blue = mean((a >>> 16) & 255, (b >>> 16) & 255, (c >>> 16) & 255, (d >>> 16) & 255);
    to[y * width + x] = (a & 0xff000000) | (blue << 16) | (green << 8) | red;
  }
}

function mean(a: number, b: number, c: number, d: number): number {
  const sum = (LIGHT[a] as number) + (LIGHT[b] as number) + (LIGHT[c] as number) + (LIGHT[d] as number);
  return BYTE_OF_LINEAR[(sum + 8) >> 4] as number;
}
