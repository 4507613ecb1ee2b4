import { densityWithRoom } from '../../density/densityWithRoom';
import type { DensityField } from '../../density/field';
import type { KnownField } from '../../density/fieldMemory';
import type { SceneField } from '../../density/sceneField';
import type { Scene } from '../../design/scene';
import { blockAt, rectsOf, squaresAround } from '../../geometry/chartBlocks';
import { valuesOn, windowOf } from '../../geometry/gridWindow';
import type { ChartBounds } from '../../geometry/rings';
import { ok, type Result } from '../../result';
import { dotsWithin, type SceneDotsError } from '../dots/sceneDots';
import type { HairDistance } from '../hair/visibleHairs';
import { dotBlocks, type DotBlock, type DotBlocks } from './dotBlocks';
import { standAgain } from './standAgain';

/** What dots are laid by. */
export interface Ground {
  readonly field: SceneField;
  /** What the field was put together from; null: nothing is laid beyond what stands. */
  readonly known: KnownField | null;
  readonly hairMm: HairDistance | null;
}

/** Blocks of dots, and the block in which each dot was laid that a hand has moved since, by id. */
export interface LaidBlocks {
  readonly blocks: DotBlocks;
  readonly movedFrom: ReadonlyMap<number, number>;
}

/** The dots of a scene in all blocks. */
export const layAll = (scene: Scene, ground: Ground): Result<LaidBlocks, SceneDotsError> =>
  layIn(scene, ground.field, null, ground.hairMm, laidForIn(ground, null), null);

/** The dots of a scene in some blocks. */
export function layAnew(scene: Scene, ground: Ground, anew: ReadonlySet<number>): Result<LaidBlocks, SceneDotsError> {
  const { field, hairMm } = ground;
  const blocks = layWithRoom(scene, ground, anew);
  const movedFrom = new Map<number, number>();
  const left = new Set(anew);
  for (const key of blocks.keys()) left.delete(key);
  for (const rect of rectsOf(squaresAround(left, WINDOW_BLOCKS))) {
    const laid = layIn(scene, field, rect, hairMm, laidForIn(ground, rect), left);
    if (!laid.ok) return laid;
    for (const [key, block] of laid.value.blocks) blocks.set(key, block);
    for (const [id, block] of laid.value.movedFrom) movedFrom.set(id, block);
  }
  return ok({ blocks, movedFrom });
}

/** Dots are laid in squares of so many blocks a side: a few more that are left out cost less than more rectangles. Our choice. */
const WINDOW_BLOCKS = 2;

/** What hides behind a hard edge or beside a hair would not come forth for another density. */
const isOpen = ({ field, hairMm }: Ground): boolean => field.clip === null && hairMm === null;

/**
 * Blocks laid for more than stands there now, so that what the next moves of a line bring forth is known already: each is
 * laid once while the line passes over it. Without those in which a hand has set or moved any.
 */
function layWithRoom(scene: Scene, ground: Ground, anew: ReadonlySet<number>): Map<number, DotBlock> {
  const blocks = new Map<number, DotBlock>();
  const { field, known, hairMm } = ground;
  const isPlain = scene.areas.every(({ retention }) => retention === 1);
  if (known === null || !isOpen(ground) || !isPlain) return blocks;
  for (const rect of rectsOf(squaresAround(anew, WINDOW_BLOCKS))) {
    const room = densityWithRoom(known, rect);
    const laid = layIn(scene, { ...field, field: room }, rect, hairMm, room, anew);
    if (!laid.ok) continue;
    for (const [key, block] of laid.value.blocks) {
      const standing = standAgain(scene, field, key, block);
      if (standing !== null) blocks.set(key, standing);
    }
  }
  return blocks;
}

function layIn(
  scene: Scene,
  field: SceneField,
  rect: ChartBounds | null,
  hairMm: HairDistance | null,
  laidFor: DensityField | null,
  only: ReadonlySet<number> | null,
): Result<LaidBlocks, SceneDotsError> {
  const made = dotsWithin(scene, field, rect, hairMm);
  if (!made.ok) return made;
  const movedFrom = new Map(Array.from(made.value.laidAt, ([id, { x, y }]) => [id, blockAt(x, y)]));
  return ok({ blocks: dotBlocks(scene, made.value, laidFor, only), movedFrom });
}

/** The density for which dots are laid in a rectangle, or everywhere, as it is now: it is written over by the next scene's. */
function laidForIn(ground: Ground, rect: ChartBounds | null): DensityField | null {
  const { field } = ground.field;
  const window = rect === null ? field : windowOf(field, rect);
  return window === null || !isOpen(ground) ? null : { ...window, perCm2: valuesOn(field, field.perCm2, window, 0) };
}
