import { mix32 } from '../density/hash';
import type { Scene } from '../design/scene';
import { colourGroups } from './marks/colourGroups';
import { composite } from './light/composite';
import type { DrawnScale } from './marks/drawnScale';
import { layGrain } from './light/grain';
import { hazeOf } from './haze/haze';
import type { Haze } from './haze/hazeGrid';
import { hazeInto } from './haze/hazeInto';
import { hashIn, indexMarks, type MarkIndex, type PictureRect } from './marks/markIndex';
import { marksOf, placeDots, type PlacedDots } from './marks/marks';
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
  readonly skin: SkinLook;
  /** Of all that isn't hashed place by place: equal for scenes that differ in places alone. */
  readonly lookHash: number;
}

/** `placed` are the dots' places in the photo, where they are known already. */
export function layPigment(scene: Scene, made: SceneDots, placed: PlacedDots = placeDots(scene, made)): PigmentLayer {
  const shown = shownSessions(scene);
  const skin = skinLook(shown);
  const haze = hazeOf(scene, shown.length > 0 ? made.depths : [], skin.redness > 0);
  const photo = { width: scene.photoWidth, height: scene.photoHeight, mmPerPx: scene.mmPerPx };
  const indexes = colourGroups(shown).map((group, place) =>
    indexMarks(marksOf(scene, placed, group), place === 0 ? haze : null, photo),
  );
  return { indexes, haze, skin, lookHash: lookHash(scene, shown) };
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

/** One hash of all pigment that may show in a picture; 0 when there is none. */
export function pigmentHash(layer: PigmentLayer, picture: PictureRect): number {
  const hash = layer.indexes.reduce((sum, index) => (Math.imul(sum, 31) + hashIn(index, picture)) | 0, 0);
  return hash === 0 ? 0 : mix32(hash ^ layer.lookHash);
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
  const hazy = hazeInto(scratch.haze, haze, haze.share, picture);
  const clouded = hazeInto(scratch.cloud, haze, haze.cloud, picture);
  composite(to, from, picture.width, picture.height, {
    marks: markSums(layer, drawn, picture, scratch),
    haze: hazy ? scratch.haze : null,
    cloud: clouded ? scratch.cloud : null,
    redness: haze.redness === null ? null : rednessOver(haze, haze.redness, picture, scratch),
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

function rednessOver(haze: Haze, redness: Float32Array, picture: PictureRect, scratch: Scratch): Float32Array | null {
  const over = scratch.redness ?? new Float32Array(scratch.pixels);
  scratch.redness = over;
  return hazeInto(over, haze, redness, picture) ? over : null;
}
