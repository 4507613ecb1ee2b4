import type { Photo } from '../../../core/design/case';
import type { PhotoPoint } from '../../../core/geometry/units';
import { faceOf, landmarksOf } from '../../../core/head/guides/face';
import { guideOf, type Guide, type GuideId, type GuideProblem } from '../../../core/head/guides/guides';
import { headInPhoto } from '../../../core/head/guides/headInPhoto';
import type { Landmark } from '../../../core/head/headPhoto';
import { err, type Result } from '../../../core/result';

export type ShownGuide = Result<Guide, GuideProblem | { readonly kind: 'noHead' }>;

interface Made {
  readonly points: readonly PhotoPoint[];
  readonly guides: Map<GuideId, ShownGuide>;
}

const made = new WeakMap<Photo, Made>();

/** A guide of a photo with the handles of its hairline; made once for each state of both (a few milliseconds). */
export function guideOn(id: GuideId, photo: Photo, points: readonly PhotoPoint[]): ShownGuide {
  const before = made.get(photo);
  const of = before?.points === points ? before : { points, guides: new Map<GuideId, ShownGuide>() };
  if (of !== before) made.set(photo, of);
  const known = of.guides.get(id);
  if (known !== undefined) return known;
  const head = headInPhoto(photo);
  const guide: ShownGuide = head === null ? err({ kind: 'noHead' }) : guideOf(id, head, faceOf(photo, head), points);
  of.guides.set(id, guide);
  return guide;
}

const landmarks = new WeakMap<Photo, readonly Landmark[]>();

/** The landmarks of a photo, confirmed and proposed; none on a close-up. */
export function landmarksOn(photo: Photo): readonly Landmark[] {
  const known = landmarks.get(photo);
  if (known !== undefined) return known;
  const head = headInPhoto(photo);
  const all = head === null ? photo.landmarks : landmarksOf(photo, head);
  landmarks.set(photo, all);
  return all;
}
