import type { Scene } from '../design/scene';
import type { PhotoPx } from '../geometry/units';
import { markMemory, type MarkMemory } from './marks/markMemory';
import { placeDots } from './marks/marks';
import type { Raster } from './light/mips';
import { sceneOnPhoto } from './skin/onPhoto';
import { photoSharpness } from './light/photoSharpness';
import { layPigment, type PigmentLayer } from './pigmentLayer';
import type { SceneDots } from './dots/sceneDots';
import { readSkin, type SkinReading } from './skin/skinReading';
import { squaresUnder } from './skin/squaresUnder';

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
  /** The skin under its dots; null where there are none. */
  readonly skin: SkinReading | null;
}

/** Skin is read in squares of this side in which dots stand. Our choice. */
const SQUARE_MM = 20;

/**
 * Lays a scene's pigment as it shows on the photo. The skin is read under the dots, wherever the scalp's chart puts them. A
 * `memory` that is handed in again spares laying again what stands still since the last scene.
 */
export function layOnPhoto(
  scene: Scene,
  made: SceneDots,
  { sigmaPx, level, shrink }: PhotoSamples,
  memory: MarkMemory = markMemory(),
): LaidOnPhoto {
  const placed = placeDots(scene, made, memory);
  const squares = squaresUnder({ ...placed.places, count: made.dots.count }, SQUARE_MM / scene.mmPerPx);
  const skin = readSkin(level, shrink, squares);
  const shown = sceneOnPhoto(scene, { sigmaPx, skin });
  return { scene: shown, layer: layPigment(shown, made, placed), skin };
}
