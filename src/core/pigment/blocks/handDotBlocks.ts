import type { Scene, SceneHandDots } from '../../design/scene';
import { blockAt, type ChartBlocks } from '../../geometry/chartBlocks';
import type { ChartPoint } from '../../geometry/units';
import type { DotBlocks } from './dotBlocks';

/**
 * The blocks in which a hand has added, moved or taken away dots since the last scene; all, where one of them can't be found
 * among those that were laid.
 */
export function handDotBlocks(
  last: { readonly scene: Scene; readonly dots: DotBlocks; readonly movedFrom: ReadonlyMap<number, number> },
  now: SceneHandDots,
): ChartBlocks {
  const before = last.scene.handDots;
  const blocks = new Set<number>();
  for (const { x, y } of differing(before.added, now.added, (a, b) => samePlace(a, b) && a.size === b.size)) {
    blocks.add(blockAt(x, y));
  }
  const ids = new Set([
    ...differing(before.moved, now.moved, samePlace).map(({ id }) => id),
    ...differing(before.removed.map(toDot), now.removed.map(toDot), () => true).map(({ id }) => id),
  ]);
  for (const id of ids) {
    const from = last.movedFrom.get(id);
    if (from === undefined) continue;
    blocks.add(from);
    ids.delete(id);
  }
  if (ids.size === 0) return blocks;
  for (const [key, { placed, from, to }] of last.dots) {
    for (let i = from; i < to; i++) if (ids.delete(placed.dots.id[i] as number)) blocks.add(key);
  }
  return ids.size === 0 ? blocks : 'all';
}

interface NamedDot {
  readonly id: number;
}

const toDot = (id: number): NamedDot => ({ id });

const samePlace = (a: ChartPoint, b: ChartPoint): boolean => a.x === b.x && a.y === b.y;

/** Those of either list that the other hasn't got just so. */
function differing<T extends NamedDot>(
  before: readonly T[],
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly T[] {
  // Mostly they are what they were.
  if (before.length === now.length && before.every((a, i) => isAlike(a, now[i], isSame))) return [];
  const known = new Map(before.map((each) => [each.id, each]));
  const still = new Map(now.map((each) => [each.id, each]));
  return [
    ...before.filter((each) => !isAlike(each, still.get(each.id), isSame)),
    ...now.filter((each) => !isAlike(each, known.get(each.id), isSame)),
  ];
}

const isAlike = <T extends NamedDot>(a: T, b: T | undefined, isSame: (a: T, b: T) => boolean): boolean =>
  b !== undefined && a.id === b.id && isSame(a, b);
