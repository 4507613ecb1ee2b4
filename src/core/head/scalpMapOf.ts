import type { ScalpGeometry, ScalpMap } from './scalpMap';
import { flatMap } from './skull/flatMap';
import { skullMap } from './skull/skullMap';

/** The map that a geometry gives. */
export const scalpMapOf = (geometry: ScalpGeometry): ScalpMap =>
  geometry.kind === 'flat' ? flatMap(geometry.mmPerPx) : skullMap(geometry.fit);
