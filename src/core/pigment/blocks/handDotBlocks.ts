import { equal } from '../../density/equal';
import type { Scene, SceneHandDots } from '../../design/scene';
import { blockAt, type ChartBlocks } from '../../geometry/chartBlocks';
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
  if (before === now || equal(before, now)) return blocks;
  for (const { x, y } of differing(before.added, now.added)) blocks.add(blockAt(x, y));
  const ids = new Set([
    ...differing(before.moved, now.moved).map(({ id }) => id),
    ...differing(toIds(before.removed), toIds(now.removed)).map(({ id }) => id),
  ]);
  for (const id of ids) {
    const from = last.movedFrom.get(id);
    if (from === undefined) continue;
    blocks.add(from);
    ids.delete(id);
  }
  for (const [key, { placed, from, to }] of ids.size === 0 ? [] : last.dots) {
    for (let i = from; i < to; i++) {
      const id = placed.dots.id[i] as number;
      if (ids.delete(id)) blocks.add(key);
    }
  }
  return ids.size === 0 ? blocks : 'all';
}

const toIds = (ids: readonly number[]): readonly { readonly id: number }[] => ids.map((id) => ({ id }));

/** Those of either list that the other hasn't got just so. */
function differing<T extends { readonly id: number }>(before: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const still = new Map(now.map((each) => [each.id, each]));
  return [
    ...before.filter((each) => !equal(each, still.get(each.id))),
    ...now.filter((each) => !equal(each, known.get(each.id))),
  ];
}
