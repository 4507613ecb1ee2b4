import type { Scene } from '../../design/scene';
import type { ChartBlocks } from '../../geometry/chartBlocks';
import { markBlock, type MarkBlock } from '../marks/markIndex';
import { markerOf, marksFor } from '../marks/marks';
import type { DotBlock, DotBlocks } from './dotBlocks';

/** The marks of blocks of dots, of each colour group; null where a block has none of it. */
export type MarkBlocks = Map<number, readonly (MarkBlock | null)[]>;

/** Marks of all blocks in a scene's colour groups; those that are `known` are used up: only those of `changed` blocks are others. */
export function markBlocks(
  scene: Scene,
  groups: readonly (readonly number[])[],
  blocks: DotBlocks,
  known: MarkBlocks | null,
  changed: ChartBlocks,
): MarkBlocks {
  const isKnown = known !== null && changed !== 'all';
  const made: MarkBlocks = isKnown ? known : new Map<number, readonly (MarkBlock | null)[]>();
  const fresh: [number, DotBlock][] = [];
  for (const key of isKnown ? changed : blocks.keys()) {
    const block = blocks.get(key);
    if (block === undefined) made.delete(key);
    else fresh.push([key, block]);
  }
  const laid = fresh.map(([, block]) => block);
  const byGroup = groups.map((group) => marksOfBlocks(scene, group, laid));
  for (const [i, [key]] of fresh.entries()) {
    made.set(
      key,
      byGroup.map((each) => each[i] ?? null),
    );
  }
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
