import { curveCubics, pointOnCurve, type CurveHandle, type CurvePlace } from './curve';
import { cubicPoint } from './bezier';
import type { PhotoPoint } from './units';
import { along, length, subtract } from './vec';

/** Nearer to a handle than this share of the segment a new one would only make a knot in the line (our choice). */
const NEAREST_INSERT = 0.05;

/** The handles with one more on the curve; the curve itself stays nearly as it was. */
export function insertOnCurve(points: readonly CurveHandle[], { segment, t }: CurvePlace): CurveHandle[] {
  const cubic = curveCubics(points)[segment];
  if (cubic === undefined) return [...points];
  const added = cubicPoint(cubic, Math.min(Math.max(t, NEAREST_INSERT), 1 - NEAREST_INSERT));
  return [...points.slice(0, segment + 1), added, ...points.slice(segment + 1)];
}

/** Handles further than this many segments from the grabbed place stay where they are (our choice). */
const BEND_REACH = 1.5;

/**
 * The handles after the curve was taken at a place and dragged by `delta` px: the handles beside the place follow, the
 * nearest most, so that the curve passes through the dragged place again.
 */
export function bendCurve(points: readonly CurveHandle[], place: CurvePlace, delta: PhotoPoint): CurveHandle[] {
  if (curveCubics(points)[place.segment] === undefined) return [...points];
  const grabbed = pointOnCurve(points, place);
  const goal = { x: grabbed.x + delta.x, y: grabbed.y + delta.y };
  const weights = points.map((_, i) => bendWeight(Math.abs(i - place.segment - place.t)));
  let bent = [...points];
  // A handle's share in the curve depends on the handles' distances, so the last fraction of a pixel is walked to.
  for (let i = 0; i < 12; i++) {
    const missing = subtract(goal, pointOnCurve(bent, place));
    if (length(missing) < 1e-3) break;
    bent = bent.map((handle, j) => ({ ...handle, ...along(handle, missing, weights[j] ?? 0) }));
  }
  return bent;
}

const bendWeight = (segments: number): number =>
  segments < BEND_REACH ? Math.cos((Math.PI / 2) * (segments / BEND_REACH)) ** 2 : 0;
