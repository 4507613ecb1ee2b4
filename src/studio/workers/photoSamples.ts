import {
  layOnPhoto,
  samplePhoto,
  type LaidOnPhoto,
  type LayMemory,
  type PhotoSamples,
} from '../../core/pigment/layOnPhoto';
import type { SceneDotsError } from '../../core/pigment/dots/sceneDots';
import { halved, type Raster } from '../../core/pigment/light/mips';
import { visibleHairs, type VisibleHairs } from '../../core/pigment/hair/visibleHairs';
import type { Scene } from '../../core/design/scene';
import type { Result } from '../../core/result';

/** A photo's level, 1/2^level of its size, made from the one before it when it is wanted first. */
export function mipOf(mips: Raster[], level: number): Raster {
  const known = mips[level];
  if (known !== undefined) return known;
  const fresh = halved(mipOf(mips, level - 1));
  mips[level] = fresh;
  return fresh;
}

const known = new WeakMap<Raster[], PhotoSamples>();

/** What is read of a photo once, when the first scene is laid on it. */
function samplesOf(mips: Raster[]): PhotoSamples {
  const before = known.get(mips);
  if (before !== undefined) return before;
  const made = samplePhoto((level) => mipOf(mips, level));
  known.set(mips, made);
  return made;
}

/** The hairs of a photo as read at a scale; `reading` tells one reading from another. */
export interface PhotoHairs extends VisibleHairs {
  readonly reading: number;
  readonly mmPerPx: number;
}

const hairs = new WeakMap<Raster[], PhotoHairs>();
let readings = 0;

/** The hairs that a photo shows, read where a scene sets dots among hair; null without a photo. */
export function hairsOf(mips: Raster[], { areas, mmPerPx }: Scene): PhotoHairs | null {
  const [photo] = mips;
  if (photo === undefined || !areas.some((area) => area.kind === 'zone' && area.amongHair)) return null;
  const before = hairs.get(mips);
  if (before?.mmPerPx === mmPerPx) return before;
  const made = { ...visibleHairs(photo, mmPerPx), reading: ++readings, mmPerPx };
  hairs.set(mips, made);
  return made;
}

/** A scene laid on a photo that is given by its levels. */
export function layHere(
  scene: Scene,
  mips: Raster[],
  hairs: PhotoHairs | null,
  memory?: LayMemory,
): Result<LaidOnPhoto | null, SceneDotsError> {
  return layOnPhoto(
    scene,
    { samples: mips.length === 0 ? null : samplesOf(mips), hairMm: hairs?.awayMm ?? null },
    memory,
  );
}
