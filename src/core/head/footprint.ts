import type { Mm, PhotoPoint } from '../geometry/units';
import type { ScalpMap } from './scalpMap';

/** Corners of a footprint: a circle of 48 looks round at any size that a brush has on the screen. */
const CORNERS = 48;
const MM_PER_CM = 10;

/**
 * The outline in the photo of what a round brush touches on the scalp: near the silhouette it is flat, as the skin is seen.
 * Corners on the far side of the head are left out; empty where the brush's middle lies beside the head.
 */
export function footprintInPhoto(map: ScalpMap, middle: PhotoPoint, radiusMm: Mm): readonly PhotoPoint[] {
  const at = map.toChart(middle);
  if (at === null) return [];
  const radius = radiusMm / MM_PER_CM;
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return map.place({ x: at.x + radius * Math.cos(angle), y: at.y + radius * Math.sin(angle) });
  }).flatMap((place) => (place === null ? [] : [place.photo]));
}
