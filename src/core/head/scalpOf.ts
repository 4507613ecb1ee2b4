import type { MmPerPx } from '../geometry/units';
import type { HeadOutline, HeadPhoto } from './headPhoto';
import { mmPerPx } from './scale';
import type { ScalpGeometry, ScalpMap } from './scalpMap';
import { sameMapOf } from './scalpTable';
import { fitSkull } from './skull/fitSkull';
import { sameHead } from './skull/sight';

/** The scalp in a photo: its geometry as a plain value, and the map that follows from it. */
export interface Scalp {
  readonly geometry: ScalpGeometry;
  readonly map: ScalpMap;
  /** At the skull's middle; pictures are drawn for this scale. */
  readonly mmPerPx: MmPerPx;
}

const known = new WeakMap<HeadOutline, { readonly of: HeadPhoto; readonly scalp: Scalp }>();

/**
 * The scalp of a photo: the fitted skull, or flat skin on a close-up without a view of the head. The same value as long as
 * nothing has changed from which it follows, since a fit takes milliseconds.
 */
export function scalpOf(photo: HeadPhoto): Scalp {
  const before = known.get(photo.outline);
  if (before !== undefined && sameHead(before.of, photo)) return before.scalp;
  const scalp = makeScalp(photo);
  known.set(photo.outline, { of: photo, scalp });
  return scalp;
}

function makeScalp(photo: HeadPhoto): Scalp {
  const scale = mmPerPx(photo).mmPerPx;
  const geometry: ScalpGeometry =
    photo.view === 'other' ? { kind: 'flat', mmPerPx: scale } : { kind: 'skull', fit: fitSkull(photo) };
  return { geometry, map: sameMapOf(geometry), mmPerPx: scale };
}
