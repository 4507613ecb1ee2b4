import { BYTE_OF_LINEAR, LINEAR_OF_BYTE, LINEAR_STEPS } from './light';
import type { PictureRect } from '../marks/markIndex';
import type { Raster } from './mips';

/**
 * Draws a photo at any scale into `to` (width × height of the picture): where it grows with a smooth cubic, so that no
 * pixel shows its edges, and where it shrinks with a tent as wide as a target pixel, so that fine texture doesn't
 * flicker. In linear light, separably. `scale` and origin of the picture are in pixels of the given raster.
 */
export function resampleInto(to: Uint32Array, from: Raster, picture: PictureRect): void {
  const { width, height } = picture;
  const across = taps(width, picture.scale, picture.originX, from.width);
  const down = taps(height, picture.scale, picture.originY, from.height);
  const firstRow = Math.min(...down.first);
  const rows = Math.max(...down.first) + down.count - firstRow;
  const lines = new Float32Array(rows * width * 3);
  for (let row = 0; row < rows; row++) {
    narrowRow(lines, row * width * 3, from, clampTo(firstRow + row, from.height), across, width);
  }
  for (let y = 0; y < height; y++) {
    mixRows(to, y * width, lines, ((down.first[y] as number) - firstRow) * width * 3, down, y, width);
  }
}

const clampTo = (at: number, count: number): number => Math.min(count - 1, Math.max(0, at));

interface Taps {
  /** Source position of the first tap of each target pixel; may lie outside, where the border is repeated. */
  readonly first: Int32Array;
  readonly count: number;
  /** `count` weights for each target pixel, summing to 1. */
  readonly weights: Float32Array;
}

function taps(length: number, scale: number, origin: number, sourceLength: number): Taps {
  const shrink = Math.max(1, 1 / scale);
  const radius = scale >= 1 ? 2 : shrink;
  const count = Math.ceil(2 * radius) + 1;
  const first = new Int32Array(length);
  const weights = new Float32Array(length * count);
  for (let i = 0; i < length; i++) {
    const centre = Math.min(sourceLength, Math.max(0, (i + 0.5 - origin) / scale)) - 0.5;
    const start = Math.ceil(centre - radius);
    first[i] = start;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      const distance = Math.abs(start + tap - centre);
      const weight = scale >= 1 ? cubic(distance) : Math.max(0, 1 - distance / shrink);
      weights[i * count + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < count; tap++) weights[i * count + tap] = (weights[i * count + tap] as number) / sum;
  }
  return { first, count, weights };
}

/** Catmull and Rom's cubic (1974): the photo stays as sharp as it is, and no pixel shows its edges. */
function cubic(x: number): number {
  if (x >= 2) return 0;
  return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}

function narrowRow(lines: Float32Array, target: number, from: Raster, row: number, across: Taps, width: number): void {
  const { first, count, weights } = across;
  const start = row * from.width;
  for (let x = 0; x < width; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let tap = 0; tap < count; tap++) {
      const pixel = from.rgba[start + clampTo((first[x] as number) + tap, from.width)] as number;
      const weight = weights[x * count + tap] as number;
      red += weight * (LINEAR_OF_BYTE[pixel & 255] as number);
      green += weight * (LINEAR_OF_BYTE[(pixel >>> 8) & 255] as number);
      blue += weight * (LINEAR_OF_BYTE[(pixel >>> 16) & 255] as number);
    }
    lines[target + 3 * x] = red;
    lines[target + 3 * x + 1] = green;
    lines[target + 3 * x + 2] = blue;
  }
}

function mixRows(
  to: Uint32Array,
  target: number,
  lines: Float32Array,
  start: number,
  down: Taps,
  y: number,
  width: number,
): void {
  const { count, weights } = down;
  for (let x = 0; x < width; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let tap = 0; tap < count; tap++) {
      const at = start + (tap * width + x) * 3;
      const weight = weights[y * count + tap] as number;
      if (weight === 0) continue;
      red += weight * (lines[at] as number);
      green += weight * (lines[at + 1] as number);
      blue += weight * (lines[at + 2] as number);
    }
    to[target + x] = 0xff000000 | (byte(blue) << 16) | (byte(green) << 8) | byte(red);
  }
}

function byte(light: number): number {
  return BYTE_OF_LINEAR[clampTo((light * LINEAR_STEPS + 0.5) | 0, LINEAR_STEPS + 1)] as number;
}
