import { flattenCurve, nearestOnCurve, type CurveHandle } from './curve';
import type { PhotoPoint } from './units';

/** How far a handle goes towards the mean of the line around it under one touch of the brush. Our choice. */
const PULL = 0.35;
/** The mean is taken over so much of the brush's radius to either side. */
const AROUND = 1.4;

/**
 * The handles after one touch of a smoothing brush at `at` (radius in photo px): those under it move towards the mean of the
 * curve around them, most in the brush's middle. The line's two ends stay, and tangents give way to the curve's own.
 */
export function smoothHandles(points: readonly CurveHandle[], at: PhotoPoint, radius: number): readonly CurveHandle[] {
  const touched = points.map((p, i) => i > 0 && i < points.length - 1 && Math.hypot(p.x - at.x, p.y - at.y) < radius);
  if (!touched.includes(true)) return points;
  const line = flattenCurve(points, 0.25);
  return points.map((p, i) => {
    if (touched[i] !== true) return p;
    const near = Math.hypot(p.x - at.x, p.y - at.y) / radius;
    const goal = meanAround(line, p, AROUND * radius);
    const by = PULL * (1 - near * near);
    return { x: p.x + (goal.x - p.x) * by, y: p.y + (goal.y - p.y) * by };
  });
}

/** Mean of the line's parts within `reach` of a place on it, each by its length and its nearness. */
function meanAround(line: Float64Array, p: PhotoPoint, reach: number): PhotoPoint {
  let [x, y, whole] = [0, 0, 0];
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay] = [line[i - 2] as number, line[i - 1] as number];
    const [bx, by] = [line[i] as number, line[i + 1] as number];
    const pieces = Math.max(1, Math.ceil((8 * Math.hypot(bx - ax, by - ay)) / reach));
    for (let piece = 0; piece < pieces; piece++) {
      const t = (piece + 0.5) / pieces;
      const [mx, my] = [ax + (bx - ax) * t, ay + (by - ay) * t];
      const away = Math.hypot(mx - p.x, my - p.y) / reach;
      if (away >= 1) continue;
      const weight = (Math.hypot(bx - ax, by - ay) / pieces) * (1 - away * away) ** 2;
      x += mx * weight;
      y += my * weight;
      whole += weight;
    }
  }
  return whole > 0 ? { x: x / whole, y: y / whole } : p;
}

/**
 * The handles without those that the curve does not need: one after the other, as long as the curve keeps within
 * `tolerance` px of what it was. Only handles for which `may` says so are taken away, never the two ends.
 */
export function simplifyHandles(
  points: readonly CurveHandle[],
  tolerance: number,
  may: (index: number) => boolean = () => true,
): readonly CurveHandle[] {
  const before = flattenCurve(points, tolerance / 8);
  let kept = points.map((handle, index) => ({ handle, index }));
  for (let i = 1; i < kept.length - 1;) {
    const without = kept.filter((_, k) => k !== i);
    const index = kept[i]?.index ?? -1;
    const handles = without.map(({ handle }) => handle);
    if (may(index) && keepsWithin(handles, before, tolerance)) kept = without;
    else i++;
  }
  return kept.length === points.length ? points : kept.map(({ handle }) => handle);
}

function keepsWithin(handles: readonly CurveHandle[], line: Float64Array, tolerance: number): boolean {
  for (let i = 0; i < line.length; i += 2) {
    const on = nearestOnCurve(handles, { x: line[i] as number, y: line[i + 1] as number });
    if (on === null || on.distance > tolerance) return false;
  }
  return true;
}
