import { mix32 } from '../density/hash';
import type { Scene } from '../design/scene';
import { colourGroups } from './marks/colourGroups';
import { composite } from './light/composite';
import type { DepthGrid } from './haze/depthGrid';
import type { DrawnScale } from './marks/drawnScale';
import { layGrain } from './light/grain';
import { hazeOf, type MadeHaze } from './haze/haze';
import type { Haze } from './haze/hazeGrid';
import { addHazeHashes, hazeHash, type HazeHash } from './haze/hazeHash';
import { hazeReader, type HazeReader } from './haze/hazeReader';
import { dotBlocks } from './blocks/dotBlocks';
import { markBlocks, type MarkBlocks } from './blocks/markBlocks';
import {
  addMarkHashes,
  type MarkBlock,
  type MarkIndex,
  type PictureRect,
  type PictureSquares,
} from './marks/markIndex';
import type { MarkSum, Pixels } from './light/pigmentOver';
import type { SceneDots } from './dots/sceneDots';
import { shownSessions, type ShownSession } from './time/shownSessions';
import { skinLook, type SkinLook } from './skin/skinLook';
import { splat } from './marks/splat';

/** All pigment of a scene, ready to be drawn at any scale. */
export interface PigmentLayer {
  /** The marks of each of the scene's colour groups; none when no session is shown. */
  readonly indexes: readonly MarkIndex[];
  readonly haze: Haze;
  readonly hazeHash: HazeHash;
  readonly skin: SkinLook;
  /** Of all that isn't hashed place by place: equal for scenes that differ in places alone. */
  readonly lookHash: number;
}

/** A scene's pigment laid at once, wherever it was before. */
export function layPigment(scene: Scene, made: SceneDots): PigmentLayer {
  const groups = colourGroups(shownSessions(scene));
  const marks = markBlocks(scene, groups, dotBlocks(scene, made, null), null, 'all', '');
  const { haze } = hazeUnder(scene, made.depths);
  return pigmentLayer(scene, marks, { haze, hazeHash: hazeHash(haze) });
}

/** A haze and its hashes. */
type HashedHaze = Pick<PigmentLayer, 'haze' | 'hazeHash'>;

/** The haze that a scene shows. */
export function hazeUnder(scene: Scene, depths: readonly DepthGrid[]): MadeHaze {
  const shown = shownSessions(scene);
  return hazeOf(scene, shown.length > 0 ? depths : [], skinLook(shown).redness > 0);
}

/** A scene's pigment of its marks, by the scene's colour groups, and its haze. */
export function pigmentLayer(scene: Scene, marks: MarkBlocks, haze: HashedHaze): PigmentLayer {
  const shown = shownSessions(scene);
  const indexes = colourGroups(shown).map((_, group) => indexOf(marks, group));
  return { indexes, ...haze, skin: skinLook(shown), lookHash: lookHash(scene, shown) };
}

function indexOf(marks: MarkBlocks, group: number): MarkIndex {
  const index: MarkBlock[] = [];
  for (const of of marks.values()) {
    const block = of[group];
    if (block !== null && block !== undefined) index.push(block);
  }
  return index;
}

function lookHash({ mmPerPx, dotSizeMm, areas }: Scene, shown: readonly ShownSession[]): number {
  const perCm2 = areas.reduce((most, area) => Math.max(most, area.perCm2), 0);
  const looks = shown.flatMap(({ added, look }) => [
    added,
    look.sizeFactor,
    look.sigmaMm,
    look.photoSigmaMm ?? 0,
    look.redness,
    look.shine,
    look.hazeOnShine,
    look.skinRedness,
    ...look.markDensity,
    ...look.hazeDensity,
  ]);
  const bits = new Uint32Array(Float64Array.of(mmPerPx, dotSizeMm, perCm2, ...looks).buffer);
  return bits.reduce((hash, each) => mix32(Math.imul(hash, 31) + each), 0);
}

/** Of each square of a picture a hash of all pigment that may show in it; 0 where there is none. */
export function pigmentHashes(layer: PigmentLayer, squares: PictureSquares): Uint32Array {
  const hashes = new Uint32Array(squares.columns * squares.rows);
  addHazeHashes(hashes, layer.hazeHash, squares);
  for (const index of layer.indexes) {
    // Which colour a mark has counts, too.
    for (let i = 0; i < hashes.length; i++) hashes[i] = Math.imul(hashes[i] as number, 31);
    addMarkHashes(hashes, index, squares);
  }
  for (let i = 0; i < hashes.length; i++) {
    if (hashes[i] !== 0) hashes[i] = mix32((hashes[i] as number) ^ layer.lookHash);
  }
  return hashes;
}

/** Room for one tile's pigment, used again for the next. */
export interface Scratch {
  readonly pixels: number;
  /** A sum for each colour and the redness are added when first needed. */
  readonly marks: Int32Array[];
  readonly haze: Float32Array;
  readonly cloud: Float32Array;
  redness: Float32Array | null;
}

export const scratchFor = (pixels: number): Scratch => ({
  pixels,
  marks: [],
  haze: new Float32Array(pixels),
  cloud: new Float32Array(pixels),
  redness: null,
});

/** Draws the photo `from` with its pigment into `to`; both show the same picture and `scale` is the drawn scale's. */
export function drawPigment(
  to: Pixels,
  from: Pixels,
  layer: PigmentLayer,
  drawn: DrawnScale,
  picture: PictureRect,
  scratch: Scratch,
): void {
  const { haze, skin } = layer;
  const read = hazeReader(haze, picture);
  const hazy = read(scratch.haze, haze.share);
  const clouded = hazy && read(scratch.cloud, haze.cloud);
  composite(to, from, picture.width, picture.height, {
    marks: markSums(layer, drawn, picture, scratch),
    haze: hazy ? scratch.haze : null,
    cloud: clouded ? scratch.cloud : null,
    redness: haze.redness === null ? null : rednessOver(read, haze.redness, scratch),
    skin,
  });
}

/** The marks of each colour that has any in the picture. */
function markSums({ indexes }: PigmentLayer, drawn: DrawnScale, picture: PictureRect, scratch: Scratch): MarkSum[] {
  const sums: MarkSum[] = [];
  indexes.forEach((index, group) => {
    const sum = scratch.marks[group] ?? new Int32Array(scratch.pixels);
    scratch.marks[group] = sum;
    sum.fill(0, 0, picture.width * picture.height);
    const ratio = drawn.ratios[group];
    if (splat(sum, index, drawn.kernels, picture) === 0 || ratio === undefined) return;
    layGrain(sum, picture, drawn.kernels.pxPerMm / picture.scale);
    sums.push({ sum, ratio });
  });
  return sums;
}

function rednessOver(read: HazeReader, redness: Float32Array, scratch: Scratch): Float32Array | null {
  const over = scratch.redness ?? new Float32Array(scratch.pixels);
  scratch.redness = over;
  return read(over, redness) ? over : null;
}
