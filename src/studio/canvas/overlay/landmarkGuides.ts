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
  readonly guide: ShownGuide;
}

const made = new WeakMap<Photo, Map<GuideId, Made>>();

/** A guide of a photo with the handles of its hairline; made once for each state of what it hangs on (up to 15 ms). */
export function guideOn(id: GuideId, photo: Photo, points: readonly PhotoPoint[]): ShownGuide {
  const guides = made.get(photo) ?? new Map<GuideId, Made>();
  made.set(photo, guides);
  const known = guides.get(id);
  // A line that is dragged changes no guide but the one that measures it.
  if (known !== undefined && (id !== 'height' || known.points === points)) return known.guide;
  const head = headInPhoto(photo);
  const guide: ShownGuide = head === null ? err({ kind: 'noHead' }) : guideOf(id, head, faceOf(photo, head), points);
  guides.set(id, { points, guide });
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
