import type { PhotoPoint } from './units';
import { cross, dot, subtract } from './vec';

/** Area of a simple ring x0, y0, x1, y1 … without a repeated last point, in the square of its unit (shoelace formula). */
export function ringArea(ring: Float64Array): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    twice += (ring[j] as number) * (ring[i + 1] as number) - (ring[i] as number) * (ring[j + 1] as number);
  }
  return Math.abs(twice) / 2;
}

/** Whether an open polyline crosses itself; touching is not crossing. */
export function crossesItself(line: readonly PhotoPoint[]): boolean {
  return line.some((b, i) => {
    const a = line[i - 1];
    return a !== undefined && crossesPart(a, b, line, i + 1);
  });
}

/** Whether the segment from `a` to `b` crosses the polyline anywhere from its vertex `first` on. */
function crossesPart(a: PhotoPoint, b: PhotoPoint, line: readonly PhotoPoint[], first: number): boolean {
  const way = subtract(b, a);
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
  for (let i = first; i + 1 < line.length; i++) {
    const c = line[i];
    const d = line[i + 1];
    if (c === undefined || d === undefined) return false;
    if ((c.x < left && d.x < left) || (c.x > right && d.x > right)) continue;
    const other = subtract(d, c);
    // Rounding alone must not make a straight line with a place that almost repeats cross itself.
    const nothing = 1e-12 * (dot(way, way) + dot(other, other));
    const parts = (p: number, q: number): boolean => (p > nothing && q < -nothing) || (p < -nothing && q > nothing);
    if (!parts(cross(way, subtract(c, a)), cross(way, subtract(d, a)))) continue;
    if (parts(cross(other, subtract(a, c)), cross(other, subtract(b, c)))) return true;
  }
  return false;
}

/** A polyline x0, y0, x1, y1 … as points, places that repeat the one before left out. */
export function polylinePoints(flat: Float64Array): PhotoPoint[] {
  const points: PhotoPoint[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const x = flat[i] as number;
    const y = flat[i + 1] as number;
    if (i === 0 || x !== flat[i - 2] || y !== flat[i - 1]) points.push({ x, y });
  }
  return points;
}

/** The place on some open lines that lies nearest to `p`, within `reach` px; null where none is so near. */
export function nearestOnLines(
  lines: readonly (readonly PhotoPoint[])[],
  p: PhotoPoint,
  reach: number,
): PhotoPoint | null {
  let best: PhotoPoint | null = null;
  let within = reach * reach;
  for (const line of lines) {
    for (const [i, b] of line.entries()) {
      const a = line[i - 1] ?? b;
      const way = subtract(b, a);
      const long = dot(way, way);
      const t = long > 0 ? Math.min(Math.max(dot(subtract(p, a), way) / long, 0), 1) : 0;
      const on = { x: a.x + way.x * t, y: a.y + way.y * t };
      const away = dot(subtract(p, on), subtract(p, on));
      if (away > within) continue;
      best = on;
      within = away;
    }
  }
  return best;
}
