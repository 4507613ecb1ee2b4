import type { Scene } from '../../design/scene';
import { markBlock, type MarkBlock } from '../marks/markIndex';
import { markerOf, marksFor } from '../marks/marks';
import type { DotBlock, DotBlocks } from './dotBlocks';

/** The marks of blocks of dots, of each colour group; null where a block has none of it. */
export type MarkBlocks = ReadonlyMap<number, readonly (MarkBlock | null)[]>;

/** Marks of all blocks in a scene's colour groups, those of blocks that are still the same as `known` has them. */
export function markBlocks(
  scene: Scene,
  groups: readonly (readonly number[])[],
  blocks: DotBlocks,
  known: { readonly dots: DotBlocks; readonly marks: MarkBlocks } | null,
): MarkBlocks {
  const made = new Map<number, readonly (MarkBlock | null)[]>();
  const fresh: [number, DotBlock][] = [];
  for (const [key, block] of blocks) {
    const before = known?.dots.get(key) === block ? known.marks.get(key) : undefined;
    if (before === undefined) fresh.push([key, block]);
    else made.set(key, before);
  }
  const byGroup = groups.map((group) =>
    marksOfBlocks(
      scene,
      group,
      fresh.map(([, block]) => block),
    ),
  );
  fresh.forEach(([key], i) =>
    made.set(
      key,
      byGroup.map((each) => each[i] ?? null),
    ),
  );
  return made;
}

/** One after the other in the same columns: so many small arrays would cost more than what is in them. */
function marksOfBlocks(
  scene: Scene,
  group: readonly number[],
  blocks: readonly DotBlock[],
): readonly (MarkBlock | null)[] {
  const marker = markerOf(scene, group);
  const marks = marksFor(blocks.reduce((sum, { placed, from, to }) => sum + marker.count(placed, from, to), 0));
  let next = 0;
  return blocks.map(({ placed, from, to }) => {
    const first = next;
    next = marker.mark(marks, first, placed, from, to);
    return next === first ? null : markBlock(marks, first, next, scene.mmPerPx);
  });
}
