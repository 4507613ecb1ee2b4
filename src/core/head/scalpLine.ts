import type { PhotoPoint } from '../geometry/units';
import type { ScalpMap } from './scalpMap';

/** Longest straight piece that is carried over as one, photo mm: a head bends off it by 0.01 mm. Our choice. */
const PIECE_MM = 2;

/**
 * A line of the photo (x0, y0, x1, y1 … in px) on the chart in cm, with as many places between as its bend needs; what
 * runs off the head follows its rim. `closed` lines don't repeat their first place.
 */
export function scalpLine(map: ScalpMap, mmPerPx: number, photoPx: ArrayLike<number>, closed: boolean): Float64Array {
  const count = photoPx.length / 2;
  const places: number[] = [];
  const add = (p: PhotoPoint): void => {
    const c = map.toChart(p) ?? map.toChart(map.snapToRim(p));
    if (c !== null) places.push(c.x, c.y);
  };
  const at = (i: number): PhotoPoint => ({ x: photoPx[2 * i] as number, y: photoPx[2 * i + 1] as number });
  for (let i = 0; i < count; i++) {
    const from = at(i);
    add(from);
    if (i + 1 === count && !closed) break;
    const to = at((i + 1) % count);
    const pieces = Math.min(MOST_PIECES, Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) * mmPerPx) / PIECE_MM));
    for (let piece = 1; piece < pieces; piece++) {
      const t = piece / pieces;
      add({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t });
    }
  }
  return Float64Array.from(places);
}

/** A hand's line is never longer; a stored one may be anything. */
const MOST_PIECES = 1_000;

/** Single places of the photo on the chart, x0, y0, x1, y1 … in cm; those off the head are left out. */
export const scalpPoints = (map: ScalpMap, points: readonly PhotoPoint[]): Float64Array =>
  Float64Array.from(
    points.flatMap((p) => {
      const c = map.toChart(p);
      return c === null ? [] : [c.x, c.y];
    }),
  );
