import { fieldMemory, type FieldMemory, type KnownField } from '../density/fieldMemory';
import { equal } from '../density/equal';
import type { SceneField } from '../density/sceneField';
import type { Scene } from '../design/scene';
import { blockAt, type ChartBlocks } from '../geometry/chartBlocks';
import type { PhotoPx } from '../geometry/units';
import type { ScalpMap } from '../head/scalpMap';
import { sameMapOf } from '../head/scalpTable';
import { ok, type Result } from '../result';
import { MAX_DOTS } from '../scatter/dots';
import type { DotBlock, DotBlocks } from './blocks/dotBlocks';
import { layAll, layAnew } from './blocks/layAnew';
import { standAgain } from './blocks/standAgain';
import { handDotBlocks } from './blocks/handDotBlocks';
import { markBlocks, type MarkBlocks } from './blocks/markBlocks';
import { addBlock, emptyTally, takeBlock, type Tally } from './blocks/tally';
import { depthsOf, fieldOfScene, type SceneDotsError } from './dots/sceneDots';
import type { HairDistance } from './hair/visibleHairs';
import { photoSharpness } from './light/photoSharpness';
import type { Raster } from './light/mips';
import { colourGroups } from './marks/colourGroups';
import { renewWithin } from './marks/placedDots';
import { hazeAfter, type MadeHaze } from './haze/haze';
import { hazeHash, hazeHashAfter, type HazeHash } from './haze/hazeHash';
import { hazeUnder, pigmentLayer, type PigmentLayer } from './pigmentLayer';
import { skinLook } from './skin/skinLook';
import { sceneOnPhoto } from './skin/onPhoto';
import { readSkin, type SkinReading } from './skin/skinReading';
import { placesUnder, SQUARE_MM, squaresUnder, type PlacesPart } from './skin/squaresUnder';
import { shownSessions } from './time/shownSessions';

/** What is read of a photo once, whatever is designed on it. */
export interface PhotoSamples {
  /** Standard deviation of the photo's own blur. */
  readonly sigmaPx: PhotoPx;
  /** The photo or a smaller picture of it, and photo px per px of that. */
  readonly level: Raster;
  readonly shrink: number;
}

/** Skin is read off a picture of about this width, fine enough for skin between hairs and coarse enough to mean its pores. */
const READ_AT_PX = 800;

/** Reads a photo once (about 0.15 s); `mip` gives the picture of it at 1/2^level of its size. */
export function samplePhoto(mip: (level: number) => Raster): PhotoSamples {
  const photo = mip(0);
  const level = Math.max(0, Math.floor(Math.log2(Math.max(photo.width, photo.height) / READ_AT_PX)));
  return { sigmaPx: photoSharpness(mip).sigmaPx, level: mip(level), shrink: 2 ** level };
}

/** A scene laid on its photo; its looks are as they show there. */
export interface LaidOnPhoto {
  readonly scene: Scene;
  readonly layer: PigmentLayer;
  /** The skin under its dots; null where there are none, or no photo. */
  readonly skin: SkinReading | null;
  readonly dotCount: number;
  /** As in Dots. */
  readonly clampedAbove: number | null;
}

/**
 * Keeps what the last scene was laid as. One that differs in some places is laid anew in the blocks of the chart that these
 * reach, so that an edit costs what it touches, however many dots stand elsewhere. What it holds is used up by the next scene.
 * A memory changes what a scene costs, never how it looks.
 */
export interface LayMemory {
  readonly fields: FieldMemory;
  last: KnownLay | null;
}

interface KnownLay {
  readonly scene: Scene;
  readonly map: ScalpMap;
  readonly dots: Map<number, DotBlock>;
  readonly tally: Tally;
  /** The blocks in which dots were laid that a hand has moved since, by id. */
  readonly movedFrom: Map<number, number>;
  /** All from which marks follow beside the dots, as text, and the marks. */
  readonly look: string;
  readonly marks: MarkBlocks;
  readonly samples: PhotoSamples | null;
  /** The squares in which the skin was read. */
  readonly under: readonly number[];
  readonly skin: SkinReading | null;
  readonly haze: KnownHaze;
}

interface KnownHaze {
  /** All from which it follows beside the areas' depths, as text. */
  readonly of: string;
  readonly map: ScalpMap;
  readonly made: MadeHaze;
  readonly hazeHash: HazeHash;
}

export const layMemory = (): LayMemory => ({ fields: fieldMemory(), last: null });

/** What of a photo a scene is laid by; no samples: the scene's looks are taken as they are. */
export interface PhotoUnder {
  readonly samples: PhotoSamples | null;
  /** Where hairs show that dots are to keep clear of; null: nowhere. */
  readonly hairMm: HairDistance | null;
}

/**
 * Lays a scene's pigment as it shows on the photo; null for one without areas and dots. The skin is read under the dots,
 * wherever the scalp's chart puts them.
 */
export function layOnPhoto(
  scene: Scene,
  { samples, hairMm }: PhotoUnder,
  memory: LayMemory = layMemory(),
): Result<LaidOnPhoto | null, SceneDotsError> {
  const last = memory.last;
  memory.last = null;
  const field = fieldOfScene(scene, memory.fields);
  if (!field.ok) return field;
  if (field.value === null) return ok(null);
  const map = sameMapOf(scene.geometry);
  const changed = changedBlocks(last, scene, map, field.value, hairMm);
  const laid = dotsIn(scene, field.value, memory.fields.last, changed, last, hairMm);
  if (!laid.ok) return laid;
  const { dots, tally, movedFrom, anew } = laid.value;
  const others = blocksWithOtherMarks(changed, anew, dots, field.value);

  const under = samples === null ? [] : squaresUnder(tally.squares);
  const isRead = last !== null && last.samples === samples && under.length > 0 && equal(last.under, under);
  const skin =
    samples === null
      ? null
      : isRead
        ? last.skin
        : readSkin(samples.level, samples.shrink, placesUnder(under, partsOf(dots), SQUARE_MM / scene.mmPerPx));
  const shown = samples === null ? scene : sceneOnPhoto(scene, { sigmaPx: samples.sigmaPx, skin });
  const look = lookOfMarks(shown);
  const known = last?.look === look ? last : null;
  const marks = markBlocks(shown, colourGroups(shownSessions(shown)), dots, known?.marks ?? null, others, look);
  const haze = hazeOver(shown, map, field.value, last?.haze ?? null);
  const layer = pigmentLayer(shown, marks, { haze: haze.made.haze, hazeHash: haze.hazeHash });
  memory.last = { scene, map, dots, tally, movedFrom, look, marks, samples, under, skin, haze };
  return ok({ scene: shown, layer, skin, dotCount: tally.dots, clampedAbove: field.value.clampedAbove });
}

function* partsOf(dots: DotBlocks): Iterable<PlacesPart> {
  for (const { placed, from, to, stands } of dots.values()) yield { places: placed.places, from, to, which: stands };
}

/** Blocks in which dots, or what is known of them but for how deep they lie, may differ from the last scene's. */
type ChangedDots = { readonly blocks: ReadonlySet<number>; readonly byHand: ReadonlySet<number> } | 'all';

function changedBlocks(
  last: KnownLay | null,
  scene: Scene,
  map: ScalpMap,
  { changed, depthChanged }: SceneField,
  hairMm: HairDistance | null,
): ChangedDots {
  if (last === null || changed === 'all' || depthChanged === 'all') return 'all';
  if (last.map !== map || !sameButPlaces(last.scene, scene)) return 'all';
  // Dots among hairs give way to one another from block to block.
  if (hairMm !== null && scene.areas.some((area) => area.kind === 'zone' && area.amongHair)) return 'all';
  if (last.tally.kept > MOST_KEPT * last.tally.dots + FEW_DOTS) return 'all';
  const handled = handDotBlocks(last, scene.handDots);
  if (handled === 'all') return 'all';
  const byHand = new Set(handled);
  const isOther = (block: number): boolean => changed.has(block) || byHand.has(block) || depthChanged.has(block);
  for (const { id, x, y } of scene.handDots.moved) {
    // It looks as the place does to which it was moved, and belongs to where it was laid.
    const from = last.movedFrom.get(id);
    if (from !== undefined && isOther(blockAt(x, y))) byHand.add(from);
  }
  return { blocks: new Set([...changed, ...byHand]), byHand };
}

/** The blocks of which the marks are others: where dots changed, and where those that stay lie deeper or less deep. */
function blocksWithOtherMarks(
  changed: ChangedDots,
  anew: ReadonlySet<number>,
  dots: DotBlocks,
  { areas, depthChanged }: SceneField,
): ChartBlocks {
  if (changed === 'all' || depthChanged === 'all') return 'all';
  const others = new Set(changed.blocks);
  const depths = depthsOf(areas);
  for (const key of depthChanged) {
    const block = anew.has(key) ? undefined : dots.get(key);
    if (block !== undefined && renewWithin(block.placed, block.kept.isStale, depths, block.from, block.to))
      others.add(key);
  }
  return others;
}

/** Whether two scenes lay dots in the same way wherever their densities are the same; what hands did aside. */
function sameButPlaces(before: Scene, now: Scene): boolean {
  const key = ({ seed, irregularity, sizeVariation, whorls, sessions, areas }: Scene): unknown => [
    [seed, irregularity, sizeVariation, whorls, sessions?.map(({ upTo }) => upTo) ?? null],
    areas.map((area) => [area.kind, area.pigment, area.retention, area.kind === 'scar' ? area.extraSessions : 0]),
  ];
  return equal(key(before), key(now));
}

/** Blocks share columns with those laid together with them; more dots than this many times those that stand are not kept for that. */
const MOST_KEPT = 3;
const FEW_DOTS = 20_000;

interface LaidDots extends Pick<KnownLay, 'dots' | 'tally' | 'movedFrom'> {
  /** The blocks laid anew, where not all are; in others known dots stand or don't. */
  readonly anew: ReadonlySet<number>;
}

/** The scene's dots: those of the last, which are used up, with those of changed blocks laid anew. */
function dotsIn(
  scene: Scene,
  field: SceneField,
  known: KnownField | null,
  changed: ChangedDots,
  last: KnownLay | null,
  hairMm: HairDistance | null,
): Result<LaidDots, SceneDotsError> {
  const isKnown = last !== null && changed !== 'all';
  const dots = isKnown ? last.dots : new Map<number, DotBlock>();
  const movedFrom = isKnown ? last.movedFrom : new Map<number, number>();
  const tally = isKnown ? last.tally : emptyTally();
  const anew = new Set<number>();
  for (const key of changed === 'all' ? [] : changed.blocks) {
    const block = dots.get(key);
    if (block !== undefined) takeBlock(tally, block);
    const isKnown = block !== undefined && changed !== 'all' && !changed.byHand.has(key) && holds(block, key, field);
    const again = isKnown ? standAgain(scene, field, key, block) : null;
    if (again === null) {
      dots.delete(key);
      anew.add(key);
    } else {
      dots.set(key, again);
      addBlock(tally, again);
    }
  }
  const ground = { field, known, hairMm };
  const laid = changed === 'all' ? layAll(scene, ground) : layAnew(scene, ground, anew);
  if (!laid.ok) return laid;
  for (const [key, block] of laid.value.blocks) {
    dots.set(key, block);
    addBlock(tally, block);
  }
  for (const [id, block] of laid.value.movedFrom) movedFrom.set(id, block);
  // Laid at once, so many are refused in the engine's own words.
  return tally.dots > MAX_DOTS && changed !== 'all'
    ? dotsIn(scene, field, null, 'all', null, hairMm)
    : ok({ dots, tally, movedFrom, anew });
}

/** Whether all that is known of a block's dots holds but how many of them stand and to which area they belong. */
const holds = ({ placed }: DotBlock, key: number, { areasChanged, clip }: SceneField): boolean =>
  clip === null && areasChanged !== 'all' && (!areasChanged.has(key) || placed.keeps === null);

/** All from which marks follow beside the dots themselves, as text. */
const lookOfMarks = (scene: Scene): string =>
  JSON.stringify([
    scene.dotSizeMm,
    scene.mmPerPx,
    scene.edge.sizeAtLine,
    scene.edge.shadeAtLine,
    scene.areas.map(({ dotScale }) => dotScale),
    shownSessions(scene).map(({ look }) => look),
  ]);

/** The haze over the areas: as it was, where their depths are the same. */
function hazeOver(scene: Scene, map: ScalpMap, { areas, depthChanged }: SceneField, last: KnownHaze | null): KnownHaze {
  const shown = shownSessions(scene);
  const perCm2 = scene.areas.map((area) => area.perCm2);
  const of = JSON.stringify([scene.seed, scene.mmPerPx, shown.length > 0, skinLook(shown).redness > 0, perCm2]);
  const before = last?.of === of && last.map === map ? last : null;
  if (before === null || depthChanged === 'all') {
    const made = hazeUnder(scene, depthsOf(areas));
    return { of, map, made, hazeHash: hazeHash(made.haze) };
  }
  const made = hazeAfter(before.made, scene, shown.length > 0 ? depthsOf(areas) : [], depthChanged);
  return { of, map, made, hazeHash: hazeHashAfter(before.hazeHash, made.haze, made.renewed) };
}
