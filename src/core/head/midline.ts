import { flattenCurve } from '../geometry/curve';
import type { PhotoPoint } from '../geometry/units';
import type { HeadOutline, Midline, View } from './headPhoto';
import { fromUnitCircle } from './outline';

/** From the top of the outline to about the chin; in profiles it is only a place to begin from. */
export function defaultMidline(outline: HeadOutline, view: View): Midline {
  // A face reaches about 1.3 skull heights below its centre; the crown and top views end with the skull.
  const down = view === 'top' || view === 'crown' ? 1 : 1.7;
  return { top: fromUnitCircle(outline, { x: 0, y: -1 }), bottom: fromUnitCircle(outline, { x: 0, y: down }) };
}

/** The point on the other side of the midline, as far from it. */
export function mirrorPoint(p: PhotoPoint, { top, bottom }: Midline): PhotoPoint {
  const ax = bottom.x - top.x;
  const ay = bottom.y - top.y;
  const square = ax * ax + ay * ay;
  if (square === 0) return { x: 2 * top.x - p.x, y: p.y };
  const along = ((p.x - top.x) * ax + (p.y - top.y) * ay) / square;
  return { x: 2 * (top.x + along * ax) - p.x, y: 2 * (top.y + along * ay) - p.y };
}

/** Signed distance to the midline in px: negative on the picture's left, positive on its right. */
function side(p: PhotoPoint, { top, bottom }: Midline): number {
  const ax = bottom.x - top.x;
  const ay = bottom.y - top.y;
  const length = Math.hypot(ax, ay);
  if (length === 0) return p.x - top.x;
  const across = (ay * (p.x - top.x) - ax * (p.y - top.y)) / length;
  return ay < 0 ? -across : across;
}

/** Handles nearer to the midline than this many px count as on it, or the mirrored curve would get a kink there. */
const ON_MIDLINE_PX = 8;

/**
 * The handles with one half mirrored onto the other: exactly symmetric, in the order of the picture from left to right,
 * with a handle on the midline where the curve crosses it. A line that lies on one side only is mirrored whole.
 */
export function mirrorHairline(
  points: readonly PhotoPoint[],
  midline: Midline,
  from: 'left' | 'right',
): readonly PhotoPoint[] {
  const sign = from === 'left' ? -1 : 1;
  const reach = (p: PhotoPoint): number => sign * side(p, midline);
  const kept = points.filter((p) => reach(p) > ON_MIDLINE_PX);
  if (kept.length === 0) return points;
  kept.sort((a, b) => reach(b) - reach(a));
  const ordered = keepOrder(points, kept, reach);
  const middle = crossing(points, midline);
  const mirrored = ordered.map((p) => mirrorPoint(p, midline)).reverse();
  const whole = [...ordered, ...(middle === null ? [] : [middle]), ...mirrored];
  return from === 'left' ? whole : whole.reverse();
}

/** The kept handles as the line visits them, from its far end to the midline. */
function keepOrder(
  points: readonly PhotoPoint[],
  kept: readonly PhotoPoint[],
  reach: (p: PhotoPoint) => number,
): PhotoPoint[] {
  const visited = points.filter((p) => kept.includes(p));
  const first = visited[0];
  const last = visited.at(-1);
  return first !== undefined && last !== undefined && reach(first) < reach(last) ? visited.reverse() : visited;
}

/** Where the curve crosses the midline first, exactly upon it; null where it does not. */
function crossing(points: readonly PhotoPoint[], midline: Midline): PhotoPoint | null {
  const flat = flattenCurve(points, 0.2);
  for (let i = 0; i + 3 < flat.length; i += 2) {
    const a = { x: flat[i] as number, y: flat[i + 1] as number };
    const b = { x: flat[i + 2] as number, y: flat[i + 3] as number };
    const sa = side(a, midline);
    const sb = side(b, midline);
    if (sa === sb || sa * sb > 0) continue;
    const t = sa / (sa - sb);
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
  }
  return null;
}
