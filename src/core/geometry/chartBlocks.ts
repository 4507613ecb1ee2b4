import { distanceToSegments, segmentsOfLine, segmentsOfRing, type ChartGrid, type Segments } from './distance';
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

/** Adds the blocks within `reachCm` of a line x0, y0, x1, y1 …, and at most half a block's diagonal farther. */
export function addBlocksNear(blocks: Set<number>, line: Float64Array, reachCm: number): void {
  const bounds = ringsBounds([line]);
  if (bounds === null) return;
  const { x0, y0, x1, y1 } = bounds;
  const middles = middlesIn({ x0: x0 - reachCm, y0: y0 - reachCm, x1: x1 + reachCm, y1: y1 + reachCm });
  // A place alone is a line, too.
  const segments = line.length === 2 ? Float64Array.of(...line, ...line) : segmentsOfLine(line);
  for (const node of middlesNear(middles, segments, reachCm)) blocks.add(blockOf(middles, node));
}

/** Adds the blocks whose middle a ring encloses. */
export function addBlocksWithin(blocks: Set<number>, ring: Float64Array): void {
  const bounds = ringsBounds([ring]);
  if (bounds === null) return;
  const middles = middlesIn(bounds);
  nodesInside(middles, [ring]).forEach((inside, node) => {
    if (inside === 1) blocks.add(blockOf(middles, node));
  });
}

/** Takes out the blocks that no region (even-odd rings each) reaches into. */
export function keepBlocksInside(blocks: Set<number>, regions: readonly (readonly Float64Array[])[]): void {
  if (blocks.size === 0) return;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const block of blocks) {
    const [x, y] = [columnOf(block) * BLOCK_CM, rowOf(block) * BLOCK_CM];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }
  const middles = middlesIn({ x0, y0, x1, y1 });
  const reached = new Uint8Array(middles.columns * middles.rows);
  for (const rings of regions) {
    nodesInside(middles, rings).forEach((inside, node) => {
      if (inside === 1) reached[node] = 1;
    });
    // A block that a ring runs through may have its middle outside.
    for (const ring of rings) for (const node of middlesNear(middles, segmentsOfRing(ring), 0)) reached[node] = 1;
  }
  reached.forEach((is, node) => {
    if (is === 0) blocks.delete(blockOf(middles, node));
  });
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
const blockOf = ({ originX, originY, columns }: ChartGrid, node: number): number =>
  blockKey(
    Math.floor(originX / BLOCK_CM) + (node % columns),
    Math.floor(originY / BLOCK_CM) + Math.floor(node / columns),
  );

/** The nodes of a grid of middles whose blocks may lie within `reachCm` of some segments. */
function middlesNear(middles: ChartGrid, segments: Segments, reachCm: number): readonly number[] {
  const far = reachCm + HALF_DIAGONAL_CM;
  const near: number[] = [];
  distanceToSegments(middles, segments, 2 * far).forEach((distance, node) => {
    if (distance <= far) near.push(node);
  });
  return near;
}

/** And a little, so that no rounding matters. */
const HALF_DIAGONAL_CM = BLOCK_CM * Math.SQRT1_2 + 1e-5;

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
