import type { ChartGrid } from '../geometry/distance';
import { NODE_STEP_MM } from './field';

/** Functions of the chart that are worked out at nodes, kept by blocks of them, and read linear between. */

const BLOCK_BITS = 6;
/** Cells across a block, and its nodes: one more, so that no cell needs two blocks. */
export const BLOCK = 1 << BLOCK_BITS;
export const STRIDE = BLOCK + 1;
/** Distance of the nodes that `betweenNodes` reads: the density fields'. */
export const NODE_CM = NODE_STEP_MM / 10;
const KEPT_BLOCKS = 512; // 8 MB at most, twice that of double precision

export interface NodeBlocks<Values = Float32Array> {
  /** STRIDE × STRIDE values, row by row, from the node at (column, row) × BLOCK on. */
  readonly at: (column: number, row: number) => Values;
  readonly clear: () => void;
}

/** Blocks of single precision that are filled when first asked for. */
export const keptBlocks = (fill: (block: Float32Array, column: number, row: number) => void): NodeBlocks =>
  blocksMade((column, row) => {
    const block = new Float32Array(STRIDE * STRIDE);
    fill(block, column, row);
    return block;
  });

/** Blocks that are made when first asked for. */
export function blocksMade<Values>(make: (column: number, row: number) => Values): NodeBlocks<Values> {
  const blocks = new Map<number, Values>();
  let lastKey = NaN;
  let last: Values | null = null;
  return {
    at(column, row) {
      const key = (row + 32768) * 65536 + column + 32768;
      if (key === lastKey && last !== null) return last;
      let block = blocks.get(key);
      if (block === undefined) {
        if (blocks.size >= KEPT_BLOCKS) blocks.clear();
        block = make(column, row);
        blocks.set(key, block);
      }
      lastKey = key;
      last = block;
      return block;
    },
    clear() {
      blocks.clear();
      lastKey = NaN;
    },
  };
}

/**
 * Goes over the nodes of a grid, which begins at whole multiples of its step, in runs that lie in one row of one block: from
 * the grid's `node` on, `length` of them, in the block at (column, row) from `at` on.
 */
export function eachRun(
  { originX, originY, step, columns, rows }: ChartGrid,
  run: (node: number, length: number, column: number, row: number, at: number) => void,
): void {
  const first = Math.round(originX / step);
  const top = Math.round(originY / step);
  for (let r = 0; r < rows; r++) {
    const row = Math.floor((top + r) / BLOCK);
    const line = (top + r - row * BLOCK) * STRIDE;
    for (let c = 0; c < columns;) {
      const column = Math.floor((first + c) / BLOCK);
      const within = first + c - column * BLOCK;
      const length = Math.min(BLOCK - within, columns - c);
      run(r * columns + c, length, column, row, line + within);
      c += length;
    }
  }
}

/** The grid of a block's nodes, `step` apart. */
export const gridOfBlock = (column: number, row: number, step: number): ChartGrid => ({
  originX: column * BLOCK * step,
  originY: row * BLOCK * step,
  step,
  columns: STRIDE,
  rows: STRIDE,
});

/** Reads blocks of nodes NODE_CM apart at a place in cm. */
export const betweenNodes =
  (blockAt: NodeBlocks['at']) =>
  (xCm: number, yCm: number): number => {
    const u = xCm / NODE_CM;
    const v = yCm / NODE_CM;
    const left = Math.floor(u);
    const top = Math.floor(v);
    const block = blockAt(left >> BLOCK_BITS, top >> BLOCK_BITS);
    const node = (top & (BLOCK - 1)) * STRIDE + (left & (BLOCK - 1));
    const a = u - left;
    const above = (block[node] as number) * (1 - a) + (block[node + 1] as number) * a;
    const below = (block[node + STRIDE] as number) * (1 - a) + (block[node + STRIDE + 1] as number) * a;
    return above + (below - above) * (v - top);
  };

/** A function of the place in cm from one that fills grids of nodes NODE_CM apart. */
export const keptAtNodes = (
  fill: (grid: ChartGrid, out: Float32Array) => void,
): ((xCm: number, yCm: number) => number) =>
  betweenNodes(
    keptBlocks((block, column, row) => {
      fill(gridOfBlock(column, row, NODE_CM), block);
    }).at,
  );
