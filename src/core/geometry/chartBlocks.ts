import type { ChartGrid } from './distance';
import { nodesInside, ringsBounds, type ChartBounds } from './rings';

/**
 * The chart in square blocks: what is laid anew when something changes in them, and kept as it is where nothing does. The
 * side is our choice: blocks are few, and an edit seldom reaches much farther than it must.
 */
export const BLOCK_CM = 0.5;

/** Some blocks by their number; `'all'`: every one. */
export type ChartBlocks = ReadonlySet<number> | 'all';

const HALF = 1 << 12;

/** The number of the block at a column and row, either side of the chart's origin. */
const blockKey = (column: number, row: number): number => (row + HALF) * 2 * HALF + column + HALF;
const columnOf = (block: number): number => (block % (2 * HALF)) - HALF;
const rowOf = (block: number): number => Math.floor(block / (2 * HALF)) - HALF;

/** The number of the block that a place (chart cm) lies in. */
export const blockAt = (x: number, y: number): number => blockKey(Math.floor(x / BLOCK_CM), Math.floor(y / BLOCK_CM));

/** The rectangle that a block is. */
export function boundsOfBlock(block: number): ChartBounds {
  const [x0, y0] = [columnOf(block) * BLOCK_CM, rowOf(block) * BLOCK_CM];
  return { x0, y0, x1: x0 + BLOCK_CM, y1: y0 + BLOCK_CM };
}

/** The blocks that lie within a rectangle made of whole ones. */
export function blocksIn({ x0, y0, x1, y1 }: ChartBounds): readonly number[] {
  const blocks: number[] = [];
  for (let row = Math.round(y0 / BLOCK_CM); row < Math.round(y1 / BLOCK_CM); row++) {
    for (let column = Math.round(x0 / BLOCK_CM); column < Math.round(x1 / BLOCK_CM); column++) {
      blocks.push(blockKey(column, row));
    }
  }
  return blocks;
}

/** Adds the blocks that a rectangle touches. */
export function addBlocksIn(blocks: Set<number>, { x0, y0, x1, y1 }: ChartBounds): void {
  for (let row = Math.floor(y0 / BLOCK_CM); row <= Math.floor(y1 / BLOCK_CM); row++) {
    for (let column = Math.floor(x0 / BLOCK_CM); column <= Math.floor(x1 / BLOCK_CM); column++) {
      blocks.add(blockKey(column, row));
    }
  }
}

/** Adds the blocks within `reachCm` of a line x0, y0, x1, y1 …, and few that lie up to half a block's diagonal farther. */
export function addBlocksNear(blocks: Set<number>, line: Float64Array, reachCm: number): void {
  const bounds = ringsBounds([line]);
  if (bounds === null) return;
  const { x0, y0, x1, y1 } = bounds;
  const middles = middlesIn({ x0: x0 - reachCm, y0: y0 - reachCm, x1: x1 + reachCm, y1: y1 + reachCm });
  const near = new Uint8Array(middles.columns * middles.rows);
  markNear(near, middles, line, reachCm);
  addMarked(blocks, middles, near);
}

/** Adds the blocks whose middle a ring encloses. */
export function addBlocksWithin(blocks: Set<number>, ring: Float64Array): void {
  const bounds = ringsBounds([ring]);
  if (bounds === null) return;
  const middles = middlesIn(bounds);
  addMarked(blocks, middles, nodesInside(middles, [ring]));
}

/** Takes out the blocks that no region (even-odd rings each) reaches into. */
export function keepBlocksInside(blocks: Set<number>, regions: readonly (readonly Float64Array[])[]): void {
  if (blocks.size === 0) return;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const block of blocks) {
    const x = columnOf(block) * BLOCK_CM;
    const y = rowOf(block) * BLOCK_CM;
    if (x < x0) x0 = x;
    if (y < y0) y0 = y;
    if (x > x1) x1 = x;
    if (y > y1) y1 = y;
  }
  const middles = middlesIn({ x0, y0, x1, y1 });
  const reached = new Uint8Array(middles.columns * middles.rows);
  for (const rings of regions) {
    const inside = nodesInside(middles, rings);
    for (let node = 0; node < inside.length; node++) if (inside[node] === 1) reached[node] = 1;
    // A block that a ring runs through may have its middle outside.
    for (const ring of rings) {
      markNear(reached, middles, ring, 0);
      markNear(reached, middles, Float64Array.of(...ring.subarray(-2), ...ring.subarray(0, 2)), 0);
    }
  }
  for (let node = 0; node < reached.length; node++) if (reached[node] === 0) blocks.delete(blockOf(middles, node));
}

/** The middles of the blocks that a rectangle touches. */
function middlesIn({ x0, y0, x1, y1 }: ChartBounds): ChartGrid {
  const [left, top] = [Math.floor(x0 / BLOCK_CM), Math.floor(y0 / BLOCK_CM)];
  return {
    originX: (left + 0.5) * BLOCK_CM,
    originY: (top + 0.5) * BLOCK_CM,
    step: BLOCK_CM,
    columns: Math.floor(x1 / BLOCK_CM) - left + 1,
    rows: Math.floor(y1 / BLOCK_CM) - top + 1,
  };
}

/** The number of the block that a grid of middles has at a node. */
function blockOf({ originX, originY, columns }: ChartGrid, node: number): number {
  const row = Math.floor(node / columns);
  return blockKey(Math.floor(originX / BLOCK_CM) + node - row * columns, Math.floor(originY / BLOCK_CM) + row);
}

function addMarked(blocks: Set<number>, middles: ChartGrid, marked: Uint8Array): void {
  for (let node = 0; node < marked.length; node++) if (marked[node] === 1) blocks.add(blockOf(middles, node));
}

/** A line counts as its places so far apart: far less than a block. Our choice. */
const SPACING_CM = BLOCK_CM / 4;

/** Marks the nodes of a grid of middles whose blocks lie within `reachCm` of a line. */
function markNear(marks: Uint8Array, middles: ChartGrid, line: Float64Array, reachCm: number): void {
  const far = reachCm + BLOCK_CM * Math.SQRT1_2 + SPACING_CM / 2;
  const runs = { stride: middles.columns + 1, steps: new Int32Array((middles.columns + 1) * middles.rows) };
  for (let i = 0; i + 1 < line.length; i += 2) {
    const x = line[i] as number;
    const y = line[i + 1] as number;
    const next = i + 3 < line.length ? i + 2 : i;
    const dx = (line[next] as number) - x;
    const dy = (line[next + 1] as number) - y;
    const pieces = Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / SPACING_CM));
    for (let piece = 0; piece < pieces; piece++) {
      addRuns(runs, middles, x + (dx * piece) / pieces, y + (dy * piece) / pieces, far);
    }
  }
  markRuns(marks, middles.columns, runs);
}

/** How many more runs of nodes cover one than the one before it, row by row: each run takes two steps, however long it is. */
interface NodeRuns {
  readonly stride: number;
  readonly steps: Int32Array;
}

/** Adds the runs of nodes of a grid that lie no farther than `far` from a place. */
function addRuns(
  { stride, steps }: NodeRuns,
  { originX, originY, step, columns, rows }: ChartGrid,
  x: number,
  y: number,
  far: number,
): void {
  const first = Math.max(Math.ceil((y - far - originY) / step), 0);
  const last = Math.min(Math.floor((y + far - originY) / step), rows - 1);
  for (let row = first; row <= last; row++) {
    const dy = originY + row * step - y;
    const half = Math.sqrt(Math.max(far * far - dy * dy, 0));
    const from = Math.max(Math.ceil((x - half - originX) / step), 0);
    const to = Math.min(Math.floor((x + half - originX) / step), columns - 1);
    if (to < from) continue;
    const start = row * stride;
    steps[start + from] = (steps[start + from] as number) + 1;
    steps[start + to + 1] = (steps[start + to + 1] as number) - 1;
  }
}

/** Marks the nodes that any run covers. */
function markRuns(marks: Uint8Array, columns: number, { stride, steps }: NodeRuns): void {
  for (let start = 0, node = 0; start < steps.length; start += stride) {
    let covering = 0;
    for (let column = 0; column < columns; column++, node++) {
      covering += steps[start + column] as number;
      if (covering > 0) marks[node] = 1;
    }
  }
}

/** The same with all blocks of the squares, `side` blocks wide, in which any lies: fewer and larger rectangles. */
export function squaresAround(blocks: ReadonlySet<number>, side: number): ReadonlySet<number> {
  const all = new Set<number>();
  for (const block of blocks) {
    const column = Math.floor(columnOf(block) / side) * side;
    const row = Math.floor(rowOf(block) / side) * side;
    if (all.has(blockKey(column, row))) continue;
    for (let i = 0; i < side * side; i++) all.add(blockKey(column + (i % side), row + Math.floor(i / side)));
  }
  return all;
}

/** Rectangles (cm) that cover exactly these blocks, each once: runs along a row, those of one extent joined downwards. */
export function rectsOf(blocks: ReadonlySet<number>): readonly ChartBounds[] {
  const rects: { x0: number; y0: number; x1: number; y1: number }[] = [];
  /** Rectangles by the run that would make them grow. */
  const growing = new Map<string, (typeof rects)[number]>();
  const sorted = Float64Array.from(blocks).sort();
  for (let i = 0, length = 1; i < sorted.length; i += length, length = 1) {
    const block = sorted[i] as number;
    while (sorted[i + length] === block + length && rowOf(block + length) === rowOf(block)) length++;
    const row = rowOf(block);
    const known = growing.get(`${row} ${block - row * 2 * HALF} ${length}`);
    const x0 = columnOf(block) * BLOCK_CM;
    const rect = known ?? { x0, y0: row * BLOCK_CM, x1: x0 + length * BLOCK_CM, y1: 0 };
    rect.y1 = (row + 1) * BLOCK_CM;
    if (known === undefined) rects.push(rect);
    growing.set(`${row + 1} ${block - row * 2 * HALF} ${length}`, rect);
  }
  return rects;
}
