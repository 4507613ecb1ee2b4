import type { ChartGrid } from '../geometry/distance';
import { NODE_STEP_MM } from './field';

/** Functions of the chart that are worked out at nodes, kept by blocks of them, and read linear between. */

const BLOCK_BITS = 6;
/** Cells across a block, and its nodes: one more, so that no cell needs two blocks. */
export const BLOCK = 1 << BLOCK_BITS;
export const STRIDE = BLOCK + 1;
/** Distance of the nodes that `betweenNodes` reads: the density fields'. */
export const NODE_CM = NODE_STEP_MM / 10;
const KEPT_BLOCKS = 512; // 8 MB at most

export interface NodeBlocks {
  /** STRIDE × STRIDE values, row by row, from the node at (column, row) × BLOCK on. */
  readonly at: (column: number, row: number) => Float32Array;
  readonly clear: () => void;
}

/** Blocks that are filled when first asked for. */
export function keptBlocks(fill: (block: Float32Array, column: number, row: number) => void): NodeBlocks {
  const blocks = new Map<number, Float32Array>();
  let lastKey = NaN;
  let last: Float32Array = new Float32Array(0);
  return {
    at(column, row) {
      const key = (row + 32768) * 65536 + column + 32768;
      if (key === lastKey) return last;
      let block = blocks.get(key);
      if (block === undefined) {
        if (blocks.size >= KEPT_BLOCKS) blocks.clear();
        block = new Float32Array(STRIDE * STRIDE);
        fill(block, column, row);
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
      const corner = BLOCK * NODE_CM;
      const [originX, originY] = [column * corner, row * corner];
      fill({ originX, originY, step: NODE_CM, columns: STRIDE, rows: STRIDE }, block);
    }).at,
  );
