import { squaredDistanceToSegment } from './distance';
import { insideRings, type ChartBounds } from './rings';

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
  const segment = new Float64Array(4);
  const far = (reachCm + BLOCK_CM * Math.SQRT1_2) ** 2;
  for (let i = 0; i + 1 < line.length; i += 2) {
    const next = i + 3 < line.length ? i + 2 : i;
    segment[0] = line[i] as number;
    segment[1] = line[i + 1] as number;
    segment[2] = line[next] as number;
    segment[3] = line[next + 1] as number;
    const [ax, ay, bx, by] = segment as unknown as [number, number, number, number];
    const firstColumn = Math.floor((Math.min(ax, bx) - reachCm) / BLOCK_CM);
    const lastColumn = Math.floor((Math.max(ax, bx) + reachCm) / BLOCK_CM);
    const lastRow = Math.floor((Math.max(ay, by) + reachCm) / BLOCK_CM);
    for (let row = Math.floor((Math.min(ay, by) - reachCm) / BLOCK_CM); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const block = blockKey(column, row);
        if (blocks.has(block)) continue;
        const [x, y] = [(column + 0.5) * BLOCK_CM, (row + 0.5) * BLOCK_CM];
        if (squaredDistanceToSegment(segment, 0, x, y) <= far) blocks.add(block);
      }
    }
  }
}

/** Adds the blocks whose middle a ring encloses. */
export function addBlocksWithin(blocks: Set<number>, ring: Float64Array): void {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    x0 = Math.min(x0, ring[i] as number);
    x1 = Math.max(x1, ring[i] as number);
    y0 = Math.min(y0, ring[i + 1] as number);
    y1 = Math.max(y1, ring[i + 1] as number);
  }
  for (let row = Math.floor(y0 / BLOCK_CM); row <= Math.floor(y1 / BLOCK_CM); row++) {
    for (let column = Math.floor(x0 / BLOCK_CM); column <= Math.floor(x1 / BLOCK_CM); column++) {
      const block = blockKey(column, row);
      if (blocks.has(block)) continue;
      if (insideRings([ring], (column + 0.5) * BLOCK_CM, (row + 0.5) * BLOCK_CM)) blocks.add(block);
    }
  }
}

/** Takes out the blocks that no region (even-odd rings each) reaches into. */
export function keepBlocksInside(blocks: Set<number>, regions: readonly (readonly Float64Array[])[]): void {
  // A block that a ring runs through may have its middle outside.
  const border = new Set<number>();
  for (const ring of regions.flat()) {
    addBlocksNear(border, ring, 0);
    addBlocksNear(border, Float64Array.of(...ring.subarray(0, 2), ...ring.subarray(-2)), 0);
  }
  for (const block of blocks) {
    if (border.has(block)) continue;
    const [x, y] = [(columnOf(block) + 0.5) * BLOCK_CM, (rowOf(block) + 0.5) * BLOCK_CM];
    if (!regions.some((rings) => insideRings(rings, x, y))) blocks.delete(block);
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
