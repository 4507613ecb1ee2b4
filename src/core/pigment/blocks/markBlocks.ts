import type { Scene } from '../../design/scene';
import type { ChartBlocks } from '../../geometry/chartBlocks';
import { markBlock, type MarkBlock } from '../marks/markIndex';
import { keepLook, markerOf, marksFor } from '../marks/marks';
import type { DotBlock, DotBlocks } from './dotBlocks';

/** The marks of blocks of dots, of each colour group; null where a block has none of it. */
export type MarkBlocks = Map<number, readonly (MarkBlock | null)[]>;

/** Marks of all blocks in a scene's colour groups, in a look of all from which they follow beside the dots; those that are `known` are used up: only those of `changed` blocks are others. */
export function markBlocks(
  scene: Scene,
  groups: readonly (readonly number[])[],
  blocks: DotBlocks,
  known: MarkBlocks | null,
  changed: ChartBlocks,
  look: string,
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
  for (const { kept } of laid) keepLook(kept, look);
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
  const marks = marksFor(blocks.reduce((sum, { placed, stands }) => sum + marker.count(placed, stands), 0));
  let next = 0;
  return blocks.map(({ placed, stands, kept }) => {
    const first = next;
    next = marker.mark(marks, first, placed, stands, kept);
    return next === first ? null : markBlock(marks, first, next, scene.mmPerPx);
  });
}
