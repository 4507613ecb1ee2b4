import { blockAt } from '../../geometry/chartBlocks';
import type { PhotoGrid } from '../../head/photoGrid';

/** Nodes of a photo's grid, by their place in it. */
export type PhotoNodes = Int32Array;

const byBlock = new WeakMap<PhotoGrid, ReadonlyMap<number, PhotoNodes>>();

/** The nodes of a photo's grid under which the scalp lies in some blocks of the chart. */
export function nodesInBlocks(grid: PhotoGrid, blocks: ReadonlySet<number>): PhotoNodes {
  const known = byBlock.get(grid) ?? sortedByBlock(grid);
  byBlock.set(grid, known);
  let count = 0;
  for (const block of blocks) count += known.get(block)?.length ?? 0;
  const nodes = new Int32Array(count);
  let next = 0;
  for (const block of blocks) {
    const some = known.get(block);
    if (some === undefined) continue;
    nodes.set(some, next);
    next += some.length;
  }
  return nodes;
}

function sortedByBlock({ x, y }: PhotoGrid): ReadonlyMap<number, PhotoNodes> {
  const sorted = new Map<number, number[]>();
  for (let node = 0; node < x.length; node++) {
    const cx = x[node] as number;
    if (Number.isNaN(cx)) continue;
    const block = blockAt(cx, y[node] as number);
    const nodes = sorted.get(block);
    if (nodes === undefined) sorted.set(block, [node]);
    else nodes.push(node);
  }
  return new Map(Array.from(sorted, ([block, nodes]) => [block, Int32Array.from(nodes)]));
}

/** Some nodes and those next to them, each once; without the grid's outermost. */
export function nodesAround({ columns, rows }: PhotoGrid, nodes: PhotoNodes): PhotoNodes {
  const taken = new Uint8Array(columns * rows);
  takeOutermost(taken, columns, rows);
  const around = new Int32Array(Math.min(9 * nodes.length, taken.length));
  let count = 0;
  // Nodes of a block come row by row: those next to a run of them are asked for together.
  for (let n = 0, length = 1; n < nodes.length; n += length, length = 1) {
    const node = nodes[n] as number;
    while (nodes[n + length] === node + length) length++;
    for (let left = node - columns - 1; left <= node + columns - 1; left += columns) {
      for (let next = left; next < left + length + 2; next++) {
        // Beyond the first and the last node there is none to be taken.
        if (taken[next] !== 0) continue;
        taken[next] = 1;
        around[count++] = next;
      }
    }
  }
  return around.subarray(0, count);
}

/** All nodes but the grid's outermost. */
export function innerNodes({ columns, rows }: PhotoGrid): PhotoNodes {
  const inner = new Int32Array(Math.max(columns - 2, 0) * Math.max(rows - 2, 0));
  let count = 0;
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) inner[count++] = row * columns + column;
  }
  return inner;
}

function takeOutermost(taken: Uint8Array, columns: number, rows: number): void {
  taken.fill(1, 0, columns);
  taken.fill(1, Math.max(rows - 1, 0) * columns);
  for (let row = 1; row < rows - 1; row++) {
    taken[row * columns] = 1;
    taken[(row + 1) * columns - 1] = 1;
  }
}
