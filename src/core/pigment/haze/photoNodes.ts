import { blockAt } from '../../geometry/chartBlocks';
import type { PhotoGrid } from '../../head/photoGrid';

/** Nodes of a photo's grid, by their place in it. */
export type PhotoNodes = readonly number[];

const byBlock = new WeakMap<PhotoGrid, ReadonlyMap<number, PhotoNodes>>();

/** The nodes of a photo's grid under which the scalp lies in some blocks of the chart. */
export function nodesInBlocks(grid: PhotoGrid, blocks: ReadonlySet<number>): PhotoNodes {
  const known = byBlock.get(grid) ?? sortedByBlock(grid);
  byBlock.set(grid, known);
  const nodes: number[] = [];
  for (const block of blocks) for (const node of known.get(block) ?? []) nodes.push(node);
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
  return sorted;
}

/** Some nodes and those next to them, each once; without the grid's outermost. */
export function nodesAround({ columns, rows }: PhotoGrid, nodes: PhotoNodes): PhotoNodes {
  const taken = new Uint8Array(columns * rows);
  const around: number[] = [];
  for (const node of nodes) {
    const middle = Math.floor(node / columns);
    const column = node - middle * columns;
    for (let row = Math.max(middle - 1, 1); row <= Math.min(middle + 1, rows - 2); row++) {
      for (let c = Math.max(column - 1, 1); c <= Math.min(column + 1, columns - 2); c++) {
        const next = row * columns + c;
        if (taken[next] === 1) continue;
        taken[next] = 1;
        around.push(next);
      }
    }
  }
  return around;
}

/** All nodes but the grid's outermost. */
export function innerNodes({ columns, rows }: PhotoGrid): PhotoNodes {
  const inner: number[] = [];
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) inner.push(row * columns + column);
  }
  return inner;
}
