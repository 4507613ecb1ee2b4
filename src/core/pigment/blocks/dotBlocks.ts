import type { DensityField } from '../../density/field';
import type { Scene } from '../../design/scene';
import { BLOCK_CM, blockAt } from '../../geometry/chartBlocks';
import type { ChartBounds } from '../../geometry/rings';
import { keptDots } from '../../scatter/keptDots';
import type { SceneDots } from '../dots/sceneDots';
import { SET_BY_HAND } from '../dots/handDots';
import { keptMarks, placeDots, type KeptMarks, type PlacedDots } from '../marks/marks';
import { SQUARE_MM, squaresOf, type CountedSquares } from '../skin/squaresUnder';

/** The dots of one block of the chart: from … to − 1 of some that were placed together, and which of them stand. */
export interface DotBlock {
  readonly placed: PlacedDots;
  readonly kept: KeptMarks;
  readonly from: number;
  readonly to: number;
  /** Those that stand, by their place among the placed, rising. */
  readonly stands: Uint32Array;
  /** No other dots than these stand at any density that is nowhere above this one; null: others may. */
  readonly laidFor: DensityField | null;
  /** In which squares of the photo they lie (squaresUnder.ts). */
  readonly squares: readonly number[];
  readonly counts: readonly number[];
}

/** Dots by the block of the chart (chartBlocks.ts) in which they were laid; blocks in which none was are left out. */
export type DotBlocks = ReadonlyMap<number, DotBlock>;

/** Places dots in the photo, block by block. They are all that a density gives, where no hand has set or moved one. */
export function dotBlocks(scene: Scene, made: SceneDots, laidFor: DensityField | null): DotBlocks {
  const { order, ends } = sortedByBlock(made);
  const placed = placeDots(scene, inOrder(made, order));
  const kept = keptMarks(order.length);
  const all = order.map((_, i) => i);
  const blocks = new Map<number, DotBlock>();
  let from = 0;
  for (const [key, to] of ends) {
    const stands = all.subarray(from, to);
    const block = { placed, kept, from, to, stands, laidFor: isByHand(made, placed, from, to) ? null : laidFor };
    blocks.set(key, { ...block, ...squaresOfStanding(scene, placed, stands) });
    from = to;
  }
  return blocks;
}

/** In which squares of the photo standing dots lie. */
export const squaresOfStanding = (scene: Scene, { places }: PlacedDots, stands: Uint32Array): CountedSquares =>
  squaresOf({ places, from: 0, to: stands.length, which: stands }, SQUARE_MM / scene.mmPerPx);

function isByHand({ laidAt }: SceneDots, { dots }: PlacedDots, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (dots.appearsAt[i] === SET_BY_HAND || (laidAt.size > 0 && laidAt.has(dots.id[i] as number))) return true;
  }
  return false;
}

/** The order in which dots of one block follow one another, and where each block's end. */
function sortedByBlock({ dots, laidAt }: SceneDots): { order: Uint32Array; ends: ReadonlyMap<number, number> } {
  const { count, id } = dots;
  let { x, y } = dots;
  if (laidAt.size > 0) {
    [x, y] = [x.slice(), y.slice()];
    for (let i = 0; i < count; i++) {
      const laid = laidAt.get(id[i] as number);
      if (laid !== undefined) [x[i], y[i]] = [laid.x, laid.y];
    }
  }
  const { x0, y0, x1, y1 } = boundsOf(x, y, count);
  const [left, top] = [Math.floor(x0 / BLOCK_CM), Math.floor(y0 / BLOCK_CM)];
  const across = Math.max(0, Math.floor(x1 / BLOCK_CM) - left + 1);
  const down = Math.max(0, Math.floor(y1 / BLOCK_CM) - top + 1);
  /** Of each dot its block's place in the rectangle around all; and where each block's dots begin, later where they end. */
  const placeOf = new Uint32Array(count);
  const next = new Uint32Array(across * down + 1);
  for (let i = 0; i < count; i++) {
    const row = Math.floor((y[i] as number) / BLOCK_CM) - top;
    const place = row * across + Math.floor((x[i] as number) / BLOCK_CM) - left;
    placeOf[i] = place;
    next[place + 1] = (next[place + 1] as number) + 1;
  }
  for (let place = 1; place < next.length; place++) next[place] = (next[place] as number) + (next[place - 1] as number);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const place = placeOf[i] as number;
    order[next[place] as number] = i;
    next[place] = (next[place] as number) + 1;
  }
  const ends = new Map<number, number>();
  for (let place = 0, last = 0; place < across * down; place++) {
    const end = next[place] as number;
    if (end === last) continue;
    ends.set(
      blockAt((left + (place % across) + 0.5) * BLOCK_CM, (top + Math.floor(place / across) + 0.5) * BLOCK_CM),
      end,
    );
    last = end;
  }
  return { order, ends };
}

function boundsOf(x: Float32Array, y: Float32Array, count: number): ChartBounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const cx = x[i] as number;
    const cy = y[i] as number;
    if (cx < x0) x0 = cx;
    if (cx > x1) x1 = cx;
    if (cy < y0) y0 = cy;
    if (cy > y1) y1 = cy;
  }
  return count === 0 ? { x0: 0, y0: 0, x1: -1, y1: -1 } : { x0, y0, x1, y1 };
}

const inOrder = (made: SceneDots, order: Uint32Array): SceneDots => ({
  ...made,
  dots: keptDots(made.dots, order),
  session: made.session === null ? null : ordered(made.session, new Uint8Array(order.length), order),
  area: made.area === null ? null : ordered(made.area, new Uint16Array(order.length), order),
  keeps: made.keeps === null ? null : ordered(made.keeps, new Float32Array(order.length), order),
});

function ordered<T extends Uint8Array | Uint16Array | Float32Array>(from: T, to: T, order: Uint32Array): T {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i] as number] as number;
  return to;
}
