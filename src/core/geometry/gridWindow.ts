import type { ChartGrid } from './distance';
import type { ChartBounds } from './rings';

/** Which column and row of all whole multiples of its step a grid begins at. */
export const firstColumn = ({ originX, step }: ChartGrid): number => Math.round(originX / step);
export const firstRow = ({ originY, step }: ChartGrid): number => Math.round(originY / step);

/** From its first nodes to its last. */
export const boundsOfGrid = ({ originX, originY, step, columns, rows }: ChartGrid): ChartBounds => ({
  x0: originX,
  y0: originY,
  x1: originX + (columns - 1) * step,
  y1: originY + (rows - 1) * step,
});

/** The nodes of a grid that decide what lies within some bounds, and `margin` more around them; null: none. */
export function windowOf(grid: ChartGrid, { x0, y0, x1, y1 }: ChartBounds, margin = 0): ChartGrid | null {
  const { step } = grid;
  const [left, top] = [firstColumn(grid), firstRow(grid)];
  const c0 = Math.max(Math.floor(x0 / step) - margin, left);
  const r0 = Math.max(Math.floor(y0 / step) - margin, top);
  const c1 = Math.min(Math.ceil(x1 / step) + margin, left + grid.columns - 1);
  const r1 = Math.min(Math.ceil(y1 / step) + margin, top + grid.rows - 1);
  if (c1 < c0 || r1 < r0) return null;
  return { originX: c0 * step, originY: r0 * step, step, columns: c1 - c0 + 1, rows: r1 - r0 + 1 };
}

/** The nodes, `step` apart, that decide what lies within some bounds. */
export function gridWithin({ x0, y0, x1, y1 }: ChartBounds, step: number): ChartGrid {
  const [c0, r0] = [Math.floor(x0 / step), Math.floor(y0 / step)];
  const [columns, rows] = [Math.ceil(x1 / step) - c0 + 1, Math.ceil(y1 / step) - r0 + 1];
  return { originX: c0 * step, originY: r0 * step, step, columns, rows };
}

/** The grid with `margin` more nodes on every side. */
export const widened = ({ originX, originY, step, columns, rows }: ChartGrid, margin: number): ChartGrid => ({
  originX: originX - margin * step,
  originY: originY - margin * step,
  step,
  columns: columns + 2 * margin,
  rows: rows + 2 * margin,
});

export const sameGrid = (a: ChartGrid, b: ChartGrid): boolean =>
  a.originX === b.originX &&
  a.originY === b.originY &&
  a.step === b.step &&
  a.columns === b.columns &&
  a.rows === b.rows;

/** Whether two grids of one step have the same values at all nodes of both that decide what lies within some bounds. */
export function sameNodesIn(
  bounds: ChartBounds,
  a: ChartGrid,
  valuesOfA: Float32Array,
  b: ChartGrid,
  valuesOfB: Float32Array,
): boolean {
  const ofA = windowOf(a, bounds);
  const within = ofA === null ? null : windowOf(b, boundsOfGrid(ofA));
  if (within === null) return true;
  const [left, top] = [firstColumn(within), firstRow(within)];
  for (let row = 0; row < within.rows; row++) {
    const inA = (top + row - firstRow(a)) * a.columns + left - firstColumn(a);
    const inB = (top + row - firstRow(b)) * b.columns + left - firstColumn(b);
    for (let c = 0; c < within.columns; c++) if (valuesOfA[inA + c] !== valuesOfB[inB + c]) return false;
  }
  return true;
}

/** Whether a grid's values are nowhere above another's at the nodes that decide what lies within some bounds; 0 off the other. */
export function nowhereAbove(
  bounds: ChartBounds,
  grid: ChartGrid,
  values: Float32Array,
  other: ChartGrid,
  limits: Float32Array,
): boolean {
  const within = windowOf(grid, bounds);
  if (within === null) return true;
  const right = firstColumn(within) - firstColumn(other);
  const down = firstRow(within) - firstRow(other);
  const first = firstColumn(within) - firstColumn(grid);
  const top = firstRow(within) - firstRow(grid);
  // Columns of the window that the other has: all, mostly.
  const c0 = Math.min(Math.max(0, -right), within.columns);
  const c1 = Math.max(c0, Math.min(within.columns, other.columns - right));
  for (let r = 0; r < within.rows; r++) {
    const from = (top + r) * grid.columns + first;
    const limit = (down + r) * other.columns + right;
    const isOff = down + r < 0 || down + r >= other.rows;
    const [on, end] = isOff ? [within.columns, within.columns] : [c0, c1];
    for (let c = 0; c < on; c++) if ((values[from + c] as number) > 0) return false;
    for (let c = on; c < end; c++) if ((values[from + c] as number) > (limits[limit + c] as number)) return false;
    for (let c = end; c < within.columns; c++) if ((values[from + c] as number) > 0) return false;
  }
  return true;
}

/** Copies the values of the nodes that two grids of one step share, or of a window of either, from one's values to the other's. */
export function copyNodes(
  from: ChartGrid,
  values: Float32Array,
  to: ChartGrid,
  into: Float32Array,
  window: ChartGrid = to,
): void {
  const right = firstColumn(to) - firstColumn(from);
  const down = firstRow(to) - firstRow(from);
  const left = firstColumn(window) - firstColumn(from);
  const top = firstRow(window) - firstRow(from);
  const c0 = Math.max(0, right, left);
  const c1 = Math.min(from.columns, right + to.columns, left + window.columns);
  const r1 = Math.min(from.rows, down + to.rows, top + window.rows);
  if (c1 <= c0) return;
  for (let row = Math.max(0, down, top); row < r1; row++) {
    into.set(values.subarray(row * from.columns + c0, row * from.columns + c1), (row - down) * to.columns + c0 - right);
  }
}

/** A grid's values at another grid's nodes; `elsewhere` where it has none. */
export function valuesOn(from: ChartGrid, values: Float32Array, to: ChartGrid, elsewhere: number): Float32Array {
  const into = new Float32Array(to.columns * to.rows);
  if (elsewhere !== 0) into.fill(elsewhere);
  copyNodes(from, values, to, into);
  return into;
}

/** The memory that values were moved out of, by the one that they lie in since. */
const left = new WeakMap<ArrayBufferLike, ArrayBufferLike>();

/**
 * The same, for values that are not needed any more where they are: the very same array where the grid is the same. Else
 * they move to and fro between two pieces of memory: a grid that grows and shrinks with a hand's moves would leave megabytes
 * behind at each.
 */
export function valuesMovedTo(from: ChartGrid, values: Float32Array, to: ChartGrid, elsewhere: number): Float32Array {
  if (sameGrid(from, to)) return values;
  const count = to.columns * to.rows;
  const spare = left.get(values.buffer);
  const memory = spare !== undefined && spare.byteLength >= 4 * count ? spare : new ArrayBuffer(4 * (count + ROOM));
  const into = new Float32Array(memory, 0, count).fill(elsewhere);
  copyNodes(from, values, to, into);
  left.set(memory, values.buffer);
  return into;
}

/** Nodes by which a grid may grow in the same memory; our choice. */
const ROOM = 1 << 14;
