import type { Scene } from '../../design/scene';
import { blockAt } from '../../geometry/chartBlocks';
import { keptDots } from '../../scatter/keptDots';
import type { SceneDots } from '../dots/sceneDots';
import { placeDots, type PlacedDots } from '../marks/marks';
import { SQUARE_MM, squaresOf } from '../skin/squaresUnder';

/** The dots of one block of the chart: from … to − 1 of some that were placed together. */
export interface DotBlock {
  readonly placed: PlacedDots;
  readonly from: number;
  readonly to: number;
  /** In which squares of the photo they lie (squaresUnder.ts). */
  readonly squares: readonly number[];
  readonly counts: readonly number[];
}

/** Dots by the block of the chart (chartBlocks.ts) in which they were laid; blocks without dots are left out. */
export type DotBlocks = ReadonlyMap<number, DotBlock>;

/** Places dots in the photo, block by block. */
export function dotBlocks(scene: Scene, made: SceneDots): DotBlocks {
  const { order, ends } = sortedByBlock(made);
  const placed = placeDots(scene, inOrder(made, order));
  const blocks = new Map<number, DotBlock>();
  let from = 0;
  for (const [block, to] of ends) {
    const part = { places: placed.places, from, to };
    blocks.set(block, { placed, from, to, ...squaresOf(part, SQUARE_MM / scene.mmPerPx) });
    from = to;
  }
  return blocks;
}

/** The order in which dots of one block follow one another, and where each block's end. */
function sortedByBlock({ dots, laidAt }: SceneDots): { order: Uint32Array; ends: ReadonlyMap<number, number> } {
  const { count, x, y, id } = dots;
  const places = new Map<number, number>();
  const counts: number[] = [];
  /** Of each dot the place of its block among those met. */
  const placeOf = new Uint32Array(count);
  let last = NaN;
  let place = 0;
  for (let i = 0; i < count; i++) {
    const laid = laidAt.size === 0 ? undefined : laidAt.get(id[i] as number);
    const block = laid === undefined ? blockAt(x[i] as number, y[i] as number) : blockAt(laid.x, laid.y);
    if (block !== last) {
      last = block;
      place = places.get(block) ?? places.size;
      places.set(block, place);
    }
    placeOf[i] = place;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const next = new Uint32Array(counts.length);
  for (let p = 1; p < next.length; p++) next[p] = (next[p - 1] as number) + (counts[p - 1] ?? 0);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const p = placeOf[i] as number;
    order[next[p] as number] = i;
    next[p] = (next[p] as number) + 1;
  }
  // Each block's next is by now its end.
  return { order, ends: new Map(Array.from(places, ([block, p]) => [block, next[p] as number])) };
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
