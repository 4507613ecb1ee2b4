/**
 * Kernels, each the rectangle of pixels that a mark touches, one after the other in two arrays: as objects of their own they
 * took a third more of a mark's time (measured), since each mark needs another of them than the one before.
 */
export interface KernelTable {
  count: number;
  /** BOX_FIELDS of each: where its rectangle begins, relative to the mark's own pixel, its size, and its place in `values`. */
  boxes: Int32Array;
  /** The profile averaged over each pixel, 1 at the centre of a mark that is much larger than a pixel. */
  values: Float32Array;
}

/** A rectangle is a multiple of this wide, so that its rows can be added by fours; values beyond the mark are 0. */
export const ROW_STEP = 4;

/** Left, top, width, height, first value. */
export const BOX_FIELDS = 5;

export const kernelTable = (): KernelTable => ({ count: 0, boxes: new Int32Array(0), values: new Float32Array(0) });

/** Adds a square of 2 · half + 1 pixels a side around the mark's own; `boxes` and `values` may be others from then on. */
export function addKernel(table: KernelTable, square: Float32Array, half: number): void {
  const size = 2 * half + 1;
  let [left, top, right, bottom] = [size, size, 0, 0];
  square.forEach((value, i) => {
    if (value === 0) return;
    const [column, row] = [i % size, Math.floor(i / size)];
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  });
  const width = Math.ceil(Math.max(0, right - left) / ROW_STEP) * ROW_STEP;
  const height = Math.max(0, bottom - top);
  const from = valuesEnd(table, table.count);
  table.boxes = withRoom(table.boxes, (table.count + 1) * BOX_FIELDS, (length) => new Int32Array(length));
  table.values = withRoom(table.values, from + width * height, (length) => new Float32Array(length));
  table.boxes.set([left - half, top - half, width, height, from], table.count * BOX_FIELDS);
  for (let row = 0; row < height; row++) {
    const start = (top + row) * size;
    table.values.set(square.subarray(start + left, start + right), from + row * width);
  }
  table.count++;
}

/** The values of kernels `from` … `to` − 1. */
export const kernelValues = (table: KernelTable, from: number, to: number): Float32Array =>
  table.values.slice(valuesEnd(table, from), valuesEnd(table, to));

/** Where the values of so many kernels end. */
function valuesEnd({ boxes }: KernelTable, count: number): number {
  if (count === 0) return 0;
  const [, , width = 0, height = 0, from = 0] = boxes.subarray((count - 1) * BOX_FIELDS, count * BOX_FIELDS);
  return from + width * height;
}

/** An array that has room for so many entries: the given one, or one twice as long with the same in it. */
function withRoom<T extends Int32Array | Float32Array>(of: T, length: number, make: (length: number) => T): T {
  if (of.length >= length) return of;
  const larger = make(Math.max(length, 2 * of.length));
  larger.set(of);
  return larger;
}
