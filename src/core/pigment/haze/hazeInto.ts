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
  for (let y = 0; y < picture.height; y++) {
    hazeRow(out, y * picture.width, picture.width, haze, { values, left, top: top + y * perPixel, perPixel });
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

function hazeRow(
  out: Float32Array,
  start: number,
  width: number,
  haze: Haze,
  at: { values: Float32Array; left: number; top: number; perPixel: number },
): void {
  const { columns, rows } = haze;
  const { values } = at;
  if (!(at.top >= 0 && at.top < rows - 1)) {
    out.fill(0, start, start + width);
    return;
  }
  const row = Math.floor(at.top);
  const b = at.top - row;
  for (let x = 0; x < width; x++) {
    const fx = at.left + x * at.perPixel;
    if (!(fx >= 0 && fx < columns - 1)) {
      out[start + x] = 0;
      continue;
    }
    const column = Math.floor(fx);
    const a = fx - column;
    const node = row * columns + column;
    const next = node + columns;
    const top = (values[node] as number) * (1 - a) + (values[node + 1] as number) * a;
    const bottom = (values[next] as number) * (1 - a) + (values[next + 1] as number) * a;
    out[start + x] = top + (bottom - top) * b;
  }
}
