import { cubicPoint, cubicSteps, type Cubic } from './bezier';
import { curveSpans, tangentWeights } from './curveBasis';
import type { PhotoPoint } from './units';
import { along, distance, mix } from './vec';

/** A place that a curve passes through; with a tangent its direction there is given by hand. */
export interface CurveHandle extends PhotoPoint {
  /** From the handle to the control point ahead of it, photo px; behind it lies the same, as long as the way there asks. */
  readonly tangent?: PhotoPoint;
}

/**
 * The hairline's curve passes through its handles: a centripetal Catmull–Rom spline (Yuksel, Schaefer and Keyser 2011: no
 * cusps or loops within a segment), as one cubic Bézier from each handle to the next. Moving a handle
 * changes at most four segments; a tangent given by hand stands as it is. Two handles give a straight line; two handles in one place give a corner.
 */
export function curveCubics(points: readonly CurveHandle[]): Cubic[] {
  const spans = curveSpans(points);
  const tangents = tangentWeights(spans).map(({ first, weights }) => {
    const [p, q, r] = [at(points, first), at(points, first + 1), at(points, first + 2)];
    const [wp, wq, wr] = weights;
    return { x: wp * p.x + wq * q.x + wr * r.x, y: wp * p.y + wq * q.y + wr * r.y };
  });
  return spans.map((span, i) => {
    const a = at(points, i);
    const d = at(points, i + 1);
    return {
      a,
      b: points[i]?.tangent === undefined ? along(a, at(tangents, i), span / 3) : controlOf(points, i, 'ahead'),
      c:
        points[i + 1]?.tangent === undefined
          ? along(d, at(tangents, i + 1), -span / 3)
          : controlOf(points, i + 1, 'behind'),
      d,
    };
  });
}

/** A control behind a handle is so many times as long as the one ahead at the least and the most. Our choice. */
const UNEVEN = 4;

/** Where the control point of a handle with a tangent lies; of one without, the handle itself. */
export function controlOf(points: readonly CurveHandle[], index: number, end: 'ahead' | 'behind'): PhotoPoint {
  const handle = points[index];
  if (handle?.tangent === undefined) return at(points, index);
  if (end === 'ahead') return along(handle, handle.tangent, 1);
  const ahead = distance(handle, points[index + 1] ?? handle);
  const behind = distance(handle, points[index - 1] ?? handle);
  const ratio = ahead > 0 && behind > 0 ? Math.min(Math.max(behind / ahead, 1 / UNEVEN), UNEVEN) : 1;
  return along(handle, handle.tangent, -ratio);
}

/** The same curve drawn from its other end. */
export const reversedHandles = (points: readonly CurveHandle[]): CurveHandle[] =>
  points
    .map((handle, i) => {
      if (handle.tangent === undefined) return handle;
      const behind = controlOf(points, i, 'behind');
      return { ...handle, tangent: { x: behind.x - handle.x, y: behind.y - handle.y } };
    })
    .reverse();

const at = (points: readonly PhotoPoint[], i: number): PhotoPoint => points[i] ?? { x: 0, y: 0 };

/**
 * The curve as a polyline x0, y0, x1, y1, … in photo px that strays at most `tolerance` px; every handle is one of its
 * vertices. Fewer than two handles give what there is.
 */
export function flattenCurve(points: readonly CurveHandle[], tolerance: number): Float64Array {
  const first = points[0];
  if (first === undefined) return new Float64Array(0);
  const flat: number[] = [first.x, first.y];
  for (const cubic of curveCubics(points)) {
    const steps = cubicSteps(cubic, tolerance);
    for (let i = 1; i < steps; i++) {
      const { x, y } = cubicPoint(cubic, i / steps);
      flat.push(x, y);
    }
    flat.push(cubic.d.x, cubic.d.y);
  }
  return Float64Array.from(flat);
}

/** Length of the curve in photo px, to about a thousandth of a pixel a segment. */
export function curveLength(points: readonly CurveHandle[]): number {
  const flat = flattenCurve(points, 0.01);
  let sum = 0;
  for (let i = 2; i < flat.length; i += 2) {
    const dx = (flat[i] as number) - (flat[i - 2] as number);
    const dy = (flat[i + 1] as number) - (flat[i - 1] as number);
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}

/** A place on the curve: `t` from 0 to 1 within the segment from handle `segment` to the next. */
export interface CurvePlace {
  readonly segment: number;
  readonly t: number;
}

export function pointOnCurve(points: readonly CurveHandle[], { segment, t }: CurvePlace): PhotoPoint {
  const cubic = curveCubics(points)[segment];
  return cubic === undefined ? at(points, 0) : cubicPoint(cubic, t);
}

/** Where the curve comes nearest to `p` (distance in photo px); null when there is no segment. */
export function nearestOnCurve(
  points: readonly CurveHandle[],
  p: PhotoPoint,
): (CurvePlace & { readonly point: PhotoPoint; readonly distance: number }) | null {
  let best: { cubic: Cubic; segment: number; t: number; reach: number; distance: number } | null = null;
  for (const [segment, cubic] of curveCubics(points).entries()) {
    const steps = Math.max(cubicSteps(cubic, 0.25), 4);
    for (let i = 0, from = cubic.a; i < steps; i++) {
      const to = i + 1 === steps ? cubic.d : cubicPoint(cubic, (i + 1) / steps);
      const share = shareOfChord(from, to, p);
      const away = distance(mix(from, to, share), p);
      if (best === null || away < best.distance)
        best = { cubic, segment, t: (i + share) / steps, reach: 1 / steps, distance: away };
      from = to;
    }
  }
  if (best === null) return null;
  const { cubic, segment } = best;
  const t = refine(cubic, p, best.t, best.reach);
  const point = cubicPoint(cubic, t);
  return { point, segment, t, distance: distance(point, p) };
}

/** How far along the chord, 0 to 1, the place nearest to `p` lies. */
function shareOfChord(from: PhotoPoint, to: PhotoPoint, p: PhotoPoint): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  return square > 0 ? Math.min(Math.max(((p.x - from.x) * dx + (p.y - from.y) * dy) / square, 0), 1) : 0;
}

/** Narrows t to the nearest place by thirds; the neighbourhood is small enough to hold one minimum. */
function refine(cubic: Cubic, p: PhotoPoint, t: number, reach: number): number {
  let low = Math.max(t - reach, 0);
  let high = Math.min(t + reach, 1);
  for (let i = 0; i < 40 && high - low > 1e-9; i++) {
    const left = low + (high - low) / 3;
    const right = high - (high - low) / 3;
    if (distance(cubicPoint(cubic, left), p) <= distance(cubicPoint(cubic, right), p)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
