import type { MmPerPx } from '../geometry/units';
import type { HeadOutline, HeadPhoto } from './headPhoto';
import { mmPerPx } from './scale';
import { scalpGeometryOf } from './scalpGeometry';
import type { ScalpGeometry, ScalpMap } from './scalpMap';
import { scalpMapOf } from './scalpMapOf';

/** The scalp in a photo: its geometry as a plain value, and the map that follows from it. */
export interface Scalp {
  readonly geometry: ScalpGeometry;
  readonly map: ScalpMap;
  /** At the skull's middle; pictures are drawn for this scale. */
  readonly mmPerPx: MmPerPx;
}

const known = new WeakMap<HeadOutline, { readonly of: HeadPhoto; readonly scalp: Scalp }>();

/**
 * The scalp of a photo; the same value as long as nothing has changed from which it follows. A close-up of no view is
 * taken as flat.
 */
export function scalpOf(photo: HeadPhoto): Scalp {
  const before = known.get(photo.outline);
  const same =
    before?.of.view === photo.view && before.of.pose === photo.pose && before.of.calibration === photo.calibration;
  if (same) return before.scalp;
  const scalp = makeScalp(photo);
  known.set(photo.outline, { of: photo, scalp });
  return scalp;
}

function makeScalp(photo: HeadPhoto): Scalp {
  const geometry = scalpGeometryOf(photo);
  return { geometry, map: scalpMapOf(geometry), mmPerPx: mmPerPx(photo).mmPerPx };
}
