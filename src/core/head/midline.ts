import { cubicPoint, cubicSteps } from '../geometry/bezier';
import { curveCubics } from '../geometry/curve';
import type { PhotoPoint } from '../geometry/units';
import { mix } from '../geometry/vec';
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

/** What lies on the other side, and how far from the middle. */
export interface Mirror {
  readonly of: (p: PhotoPoint) => PhotoPoint;
  /** Negative on the picture's left, positive on its right, px. */
  readonly side: (p: PhotoPoint) => number;
}

/** The mirror of a flat picture, on its midline. */
export const flatMirror = (midline: Midline): Mirror => ({
  of: (p) => mirrorPoint(p, midline),
  side: (p) => side(p, midline),
});

/** Signed distance to the midline in px: negative on the picture's left, positive on its right. */
function side(p: PhotoPoint, { top, bottom }: Midline): number {
  const ax = bottom.x - top.x;
  const ay = bottom.y - top.y;
  const length = Math.hypot(ax, ay);
  if (length === 0) return p.x - top.x;
  const across = (ay * (p.x - top.x) - ax * (p.y - top.y)) / length;
  return ay < 0 ? -across : across;
}

/** Handles nearer to the midline than this share of the line's half width would make a knot beside its middle. Our choice. */
const NEAR_MIDDLE = 0.03;

/**
 * The handles with the half on one side of the picture mirrored onto the other: exactly symmetric, with
 * a handle in the middle where the half meets it, in the direction in which the line was drawn. A line that lies on one side
 * only is mirrored whole.
 */
export function mirrorHairline(
  points: readonly PhotoPoint[],
  mirror: Mirror,
  from: 'left' | 'right',
): readonly PhotoPoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return points;
  const sign = from === 'left' ? -1 : 1;
  const wanted = (p: PhotoPoint): number => sign * mirror.side(p);
  const reach = Math.max(wanted(first), wanted(last)) > 0 ? wanted : (p: PhotoPoint): number => -wanted(p);
  const asDrawn = reach(first) >= reach(last);
  const { kept, middle } = halfTo(asDrawn ? points : points.toReversed(), reach);
  const onMidline = middle === null ? [] : [mix(middle, mirror.of(middle), 0.5)];
  const whole = [...kept, ...onMidline, ...kept.map(mirror.of).reverse()];
  return asDrawn ? whole : whole.reverse();
}

/** The handles from the line's far end to where its curve first meets the midline, and that place, if it does. */
function halfTo(
  points: readonly PhotoPoint[],
  reach: (p: PhotoPoint) => number,
): { readonly kept: readonly PhotoPoint[]; readonly middle: PhotoPoint | null } {
  const far = points.slice(0, 1);
  const near = NEAR_MIDDLE * Math.max(...far.map(reach), 0);
  const beside = (until: number): PhotoPoint[] => [...far, ...points.slice(1, until).filter((p) => reach(p) > near)];
  for (const [i, cubic] of curveCubics(points).entries()) {
    const steps = cubicSteps(cubic, 0.1);
    for (let step = 1, from = cubic.a; step <= steps; step++) {
      const to = cubicPoint(cubic, step / steps);
      if (reach(to) <= 0)
        return { kept: beside(i + 1), middle: mix(from, to, reach(from) / (reach(from) - reach(to))) };
      from = to;
    }
  }
  const last = points.at(-1);
  // A line that all but reaches the midline was meant to reach it.
  if (last !== undefined && reach(last) <= near) return { kept: beside(points.length), middle: last };
  return { kept: beside(points.length), middle: null };
}
