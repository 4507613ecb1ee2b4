import type { PlacedDots } from '../marks/marks';
import type { DotBlock } from './dotBlocks';

/** What a scene's blocks of dots come to, kept up as blocks come and go: most of them stay from scene to scene. */
export interface Tally {
  /** Dots that stand. */
  dots: number;
  /** Dots whose columns are kept: those that are known but do not stand, and those of blocks that share their columns. */
  kept: number;
  /** How many blocks of each such lot stand. */
  readonly lots: Map<PlacedDots, number>;
  /** How many dots lie in each square of the photo (squaresUnder.ts). */
  readonly squares: Map<number, number>;
}

export const emptyTally = (): Tally => ({ dots: 0, kept: 0, lots: new Map(), squares: new Map() });

export function addBlock(tally: Tally, block: DotBlock): void {
  const blocks = tally.lots.get(block.placed) ?? 0;
  if (blocks === 0) tally.kept += block.placed.dots.count;
  tally.lots.set(block.placed, blocks + 1);
  tally.dots += block.stands.length;
  countSquares(tally, block, 1);
}

export function takeBlock(tally: Tally, block: DotBlock): void {
  const blocks = (tally.lots.get(block.placed) ?? 0) - 1;
  if (blocks > 0) tally.lots.set(block.placed, blocks);
  else {
    tally.lots.delete(block.placed);
    tally.kept -= block.placed.dots.count;
  }
  tally.dots -= block.stands.length;
  countSquares(tally, block, -1);
}

function countSquares({ squares }: Tally, block: DotBlock, sign: 1 | -1): void {
  for (let i = 0; i < block.squares.length; i++) {
    const square = block.squares[i] as number;
    squares.set(square, (squares.get(square) ?? 0) + sign * (block.counts[i] as number));
  }
}
