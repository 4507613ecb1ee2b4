import { ringArea } from '../geometry/polygon';
import { err, ok, type Result } from '../result';
import { regionBehind, type RegionProblem } from '../head/region';
import { mmPerPx } from '../head/scale';
import type { HairlineArea } from './area';
import type { Case, Design, Photo } from './case';
import { activeDesign } from './edits';
import type { Scene, SceneArea } from './scene';

export type SceneProblem = RegionProblem | { readonly kind: 'noPhoto' };

/**
 * What the engine and the picture need of the active design on one photo, millimetres worked out from the photo's scale.
 * A photo without a hairline gives a scene without areas.
 */
export function sceneOf(of: Case, photoId: string): Result<Scene, SceneProblem> {
  const photo = of.photos.find((each) => each.id === photoId);
  const design = activeDesign(of);
  if (photo === undefined || design === undefined) return err({ kind: 'noPhoto' });
  const scale = mmPerPx(photo).mmPerPx;
  const areas: SceneArea[] = [];
  for (const area of design.areas) {
    if (area.photoId !== photoId || area.kind !== 'hairline') continue;
    const filled = areaOf(area, photo, design, scale / 10);
    if (!filled.ok) return filled;
    areas.push(filled.value);
  }
  return ok({
    photoWidth: photo.width,
    photoHeight: photo.height,
    mmPerPx: scale,
    seed: design.seed,
    areas,
    dotSizeMm: design.fill.dotSizeMm,
    sizeVariation: design.fill.sizeVariation,
    irregularity: design.fill.irregularity,
  });
}

function areaOf(
  area: HairlineArea,
  photo: Photo,
  design: Design,
  cmPerPx: number,
): Result<SceneArea, SceneProblem> {
  const region = regionBehind(area.points, photo.outline, photo.view);
  if (!region.ok) return region;
  const ringCm = region.value.ring.map((px) => px * cmPerPx);
  return ok({
    id: area.id,
    hairlineCm: region.value.line.map((px) => px * cmPerPx),
    ringCm,
    areaCm2: ringArea(ringCm),
    perCm2: design.fill.perCm2,
    softEdgeMm: design.fill.softEdgeMm,
  });
}
