import type { HeadPhoto } from './headPhoto';
import type { ScalpGeometry } from './scalpMap';
import { mmPerPx } from './scale';
import { fitSkull } from './skull/fitSkull';

const known = new WeakMap<HeadPhoto, ScalpGeometry>();

/**
 * The geometry of the scalp in a photo: the fitted skull, or flat skin on a close-up without a view of the head. Photos are
 * values that never change, so each is fitted once (some milliseconds).
 */
export function scalpGeometryOf(photo: HeadPhoto): ScalpGeometry {
  const before = known.get(photo);
  if (before !== undefined) return before;
  const made: ScalpGeometry =
    photo.view === 'other'
      ? { kind: 'flat', mmPerPx: mmPerPx(photo).mmPerPx }
      : { kind: 'skull', fit: fitSkull(photo) };
  known.set(photo, made);
  return made;
}
