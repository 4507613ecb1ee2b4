import type { ChartPoint } from './units';

/**
 * A closed outline in the chart, cm; the last point joins the first. Either flat (x0, y0, x1, y1, …), as points, or as
 * coordinate pairs.
 */
export type Ring = Float64Array | Float32Array | readonly (ChartPoint | readonly [number, number])[];

/** Smallest rectangle around something in the chart, cm. */
export interface ChartBounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const isPair = (point: ChartPoint | readonly [number, number]): point is readonly [number, number] =>
  Array.isArray(point);

/** The ring's coordinates as x0, y0, x1, y1, … in cm; a Float64Array is handed back as it is. */
export function ringCoordinates(ring: Ring): Float64Array {
  if (ring instanceof Float64Array) return ring;
  if (ring instanceof Float32Array) return Float64Array.from(ring);
  const flat = new Float64Array(2 * ring.length);
  let i = 0;
  for (const point of ring) {
    flat[i++] = isPair(point) ? point[0] : point.x;
    flat[i++] = isPair(point) ? point[1] : point.y;
  }
  return flat;
}

/** Bounds of all rings, or null when they hold no point. */
export function ringsBounds(rings: readonly Ring[]): ChartBounds | null {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const ring of rings) {
    const flat = ringCoordinates(ring);
    for (let i = 0; i + 1 < flat.length; i += 2) {
      x0 = Math.min(x0, flat[i] as number);
      x1 = Math.max(x1, flat[i] as number);
      y0 = Math.min(y0, flat[i + 1] as number);
      y1 = Math.max(y1, flat[i + 1] as number);
    }
  }
  return x0 <= x1 ? { x0, y0, x1, y1 } : null;
}

/** Whether the place lies inside by the even-odd rule. */
export function insideRings(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    const flat = ringCoordinates(ring);
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const ay = flat[i + 1] as number;
      const by = flat[j + 1] as number;
      if (ay > y === by > y) continue;
      const ax = flat[i] as number;
      if (x < (((flat[j] as number) - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}
