import type { Haze } from './hazeGrid';
import type { PictureRect } from '../marks/markIndex';

/**
 * Fills `out` with the haze's values (its share or its redness) at the picture's pixels, row by row. Where there is none
 * returns false and leaves `out`.
 */
export function hazeInto(out: Float32Array, haze: Haze, values: Float32Array, picture: PictureRect): boolean {
  const perPixel = 1 / (picture.scale * haze.stepPx);
  const left = (0.5 - picture.originX) * perPixel - haze.column0;
  const top = (0.5 - picture.originY) * perPixel - haze.row0;
  if (!anyValue(haze, values, left, top, left + picture.width * perPixel, top + picture.height * perPixel))
    return false;
  // Down a column first, node by node: nodes are fewer than pixels.
  const firstColumn = Math.max(0, Math.floor(left));
  const line = new Float32Array(
    Math.max(0, Math.min(haze.columns, Math.ceil(left + picture.width * perPixel) + 2) - firstColumn),
  );
  for (let y = 0; y < picture.height; y++) {
    const from = y * picture.width;
    if (!lineAcross(line, haze, values, firstColumn, top + y * perPixel)) {
      out.fill(0, from, from + picture.width);
      continue;
    }
    alongLine(out, from, picture.width, line, left - firstColumn, perPixel);
  }
  return true;
}

function anyValue(haze: Haze, values: Float32Array, left: number, top: number, right: number, bottom: number): boolean {
  const firstColumn = Math.max(0, Math.floor(left));
  const lastColumn = Math.min(haze.columns - 1, Math.ceil(right));
  for (let row = Math.max(0, Math.floor(top)); row <= Math.min(haze.rows - 1, Math.ceil(bottom)); row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      if ((values[row * haze.columns + column] as number) > 0) return true;
    }
  }
  return false;
}

/** Values at the nodes from a column on, on a level line `at` rows down; false where the grid has none. */
function lineAcross(
  line: Float32Array,
  { columns, rows }: Haze,
  values: Float32Array,
  firstColumn: number,
  at: number,
): boolean {
  if (!(at >= 0 && at < rows - 1)) return false;
  const row = Math.floor(at);
  const b = at - row;
  const above = row * columns + firstColumn;
  for (let i = 0; i < line.length; i++) {
    const top = values[above + i] as number;
    line[i] = top + ((values[above + columns + i] as number) - top) * b;
  }
  return true;
}

/** Straight between the line's nodes; 0 before the first and from the last on. */
function alongLine(
  out: Float32Array,
  start: number,
  width: number,
  line: Float32Array,
  left: number,
  perPixel: number,
): void {
  const last = line.length - 1;
  for (let x = 0; x < width; x++) {
    const fx = left + x * perPixel;
    if (!(fx >= 0 && fx < last)) {
      out[start + x] = 0;
      continue;
    }
    const i = fx | 0;
    const from = line[i] as number;
    out[start + x] = from + ((line[i + 1] as number) - from) * (fx - i);
  }
}
