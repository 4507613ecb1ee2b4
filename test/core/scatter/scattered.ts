import type { DensityField } from '../../../src/core/density/field';
import type { Dots, ScatterRequest } from '../../../src/core/scatter/dots';
import { scatter } from '../../../src/core/scatter/scatter';
import type { PointSet, Square } from './measures';

/** A field of one density over a rectangle, cm. */
export const evenField = (x0: number, y0: number, width: number, height: number, perCm2: number): DensityField =>
  fieldOf(x0, y0, width, height, Math.max(width, height) / 4, () => perCm2);

/** A field sampled from a formula over a rectangle; the last column and row may lie beyond it. */
export function fieldOf(
  x0: number,
  y0: number,
  width: number,
  height: number,
  step: number,
  perCm2: (x: number, y: number) => number,
): DensityField {
  const columns = Math.ceil(width / step - 1e-9) + 1;
  const rows = Math.ceil(height / step - 1e-9) + 1;
  const values = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) values[r * columns + c] = perCm2(x0 + c * step, y0 + r * step);
  }
  return { originX: x0, originY: y0, step, columns, rows, perCm2: values };
}

/** The dots of a request that must be good. */
export function dotsOf(request: ScatterRequest): Dots {
  const dots = scatter(request);
  if (dots.kind === 'scatterError') throw new Error(dots.message);
  return dots;
}

/** Dots of one density with some room around the square that is to be measured. */
export function dotsAround(square: Square, perCm2: number, seed: number, irregularity?: number): Dots {
  const { x0, y0, side } = square;
  return dotsOf({ seed, irregularity, field: evenField(x0 - 0.5, y0 - 0.5, side + 1, side + 1, perCm2) });
}

/** The set moved so that the square's corner comes to 0, 0. */
export const atOrigin = (set: PointSet, square: Square): PointSet => ({
  count: set.count,
  x: Float64Array.from(set.x, (x) => x - square.x0),
  y: Float64Array.from(set.y, (y) => y - square.y0),
});

/** All that the dots are, by id, for comparing sets whatever their order. */
export function byId(dots: Dots): Map<number, string> {
  const known = new Map<number, string>();
  for (let i = 0; i < dots.count; i++) {
    known.set(dots.id[i] as number, [dots.x[i], dots.y[i], dots.appearsAt[i], dots.size[i], dots.tone[i]].join(' '));
  }
  return known;
}

/** The bytes of all columns, one after the other. */
export function bytesOf(dots: Dots): Uint8Array {
  const columns = [dots.x, dots.y, dots.appearsAt, dots.size, dots.tone, dots.id];
  const bytes = new Uint8Array(columns.reduce((sum, column) => sum + column.byteLength, 0));
  let at = 0;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}
