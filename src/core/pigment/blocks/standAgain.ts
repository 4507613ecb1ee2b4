import type { AreaField } from '../../density/areaField';
import { densityAt } from '../../density/field';
import type { SceneField } from '../../density/sceneField';
import type { Scene } from '../../design/scene';
import { boundsOfBlock } from '../../geometry/chartBlocks';
import { nowhereAbove } from '../../geometry/gridWindow';
import { sessionAt } from '../../scatter/sessions';
import { areaAt } from '../dots/sceneDots';
import { sharesOf } from '../dots/standingDots';
import { placeInShown } from '../time/shownSessions';
import { squaresOfStanding, type DotBlock } from './dotBlocks';

/**
 * A block's dots under another density: as more density only adds dots, these are some of the known ones wherever it is nowhere
 * above the one for which they were laid. Null where others may stand. The block before is used up.
 */
export function standAgain(scene: Scene, ground: SceneField, key: number, block: DotBlock): DotBlock | null {
  const { field } = ground;
  const { laidFor, placed, from, to } = block;
  if (laidFor === null) return null;
  if (!nowhereAbove(boundsOfBlock(key), field, field.perCm2, laidFor, laidFor.perCm2)) return null;
  if (ground.areasChanged === 'all' || ground.areasChanged.has(key)) renewAreas(block, ground.areas);
  const { dots, area, shown } = placed;
  const { x, y, appearsAt } = dots;
  const shares = scene.sessions === undefined ? null : sharesOf(scene.sessions);
  const shownSessions = scene.sessions?.length ?? 1;
  const pigments = scene.areas.map(({ pigment }) => pigment);
  const stands = new Uint32Array(to - from);
  let count = 0;
  for (let i = from; i < to; i++) {
    const density = densityAt(field, x[i] as number, y[i] as number);
    const appears = appearsAt[i] as number;
    if (appears >= density) continue;
    const session = shares === null ? 0 : sessionAt(appears, density, shares);
    if (session >= shownSessions) continue;
    const pigment = pigments[area === null ? 0 : (area[i] as number)] ?? 0;
    shown[i] = placeInShown(scene, session, pigment);
    stands[count++] = i;
  }
  const standing = stands.subarray(0, count);
  return { ...block, stands: standing, ...squaresOfStanding(scene, placed, standing) };
}

/** Tells anew to which area dots belong; those of another may have other marks. */
function renewAreas({ placed, kept, from, to }: DotBlock, areas: readonly AreaField[]): void {
  const { dots, area } = placed;
  if (area === null) return;
  const fields = areas.map(({ field }) => field);
  for (let i = from; i < to; i++) {
    const belongs = areaAt(fields, dots.x[i] as number, dots.y[i] as number);
    if (belongs === area[i]) continue;
    area[i] = belongs;
    kept.madeAs[i] = 0;
  }
}
