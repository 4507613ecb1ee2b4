import type { ChartGrid } from './distance';
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

/** Enclosed area in cm² by the even-odd rule: what nested rings cut out does not count. */
export function ringsAreaCm2(rings: readonly Ring[]): number {
  if (rings.length === 1) return Math.abs(signedArea(ringCoordinates(rings[0] ?? [])));
  return evenOddArea(rings.map(ringCoordinates));
}

/** Area by the shoelace formula, cm²; its sign tells the ring's direction. */
function signedArea(flat: Float64Array): number {
  let twice = 0;
  for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
    twice += (flat[j] as number) * (flat[i + 1] as number) - (flat[i] as number) * (flat[j + 1] as number);
  }
  return twice / 2;
}

const AREA_LINES = 1024;

/**
 * Even-odd area of several rings, summed along level lines: within 1e-4 of the true area, whatever crosses or nests.
 */
function evenOddArea(rings: readonly Float64Array[]): number {
  const bounds = ringsBounds(rings);
  if (bounds === null) return 0;
  const step = (bounds.y1 - bounds.y0) / AREA_LINES;
  let length = 0;
  for (let line = 0; line < AREA_LINES; line++) {
    const crossings = crossingsAt(rings, bounds.y0 + (line + 0.5) * step);
    for (let i = 0; i + 1 < crossings.length; i += 2) length += (crossings[i + 1] ?? 0) - (crossings[i] ?? 0);
  }
  return length * step;
}

/** Where the rings cross the level line at y, in ascending x (cm); an even number. */
function crossingsAt(rings: readonly Float64Array[], y: number): number[] {
  const crossings: number[] = [];
  for (const flat of rings) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const ay = flat[i + 1] as number;
      const by = flat[j + 1] as number;
      if (ay > y === by > y) continue;
      const ax = flat[i] as number;
      crossings.push((((flat[j] as number) - ax) * (y - ay)) / (by - ay) + ax);
    }
  }
  return crossings.sort((a, b) => a - b);
}

/** 1 for each node of the grid that lies inside the rings (even-odd), 0 for the others, row by row. */
export function nodesInside(grid: ChartGrid, rings: readonly Ring[]): Uint8Array {
  const { originX, originY, step, columns, rows } = grid;
  const flats = rings.map(ringCoordinates);
  const inside = new Uint8Array(columns * rows);
  // Counted from the chart's origin, so that a node falls to one side whatever grid it is seen on.
  const left = originX / step;
  for (let row = 0; row < rows; row++) {
    const crossings = crossingsAt(flats, originY + row * step);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(Math.ceil((crossings[i] ?? 0) / step - left), 0);
      const to = Math.min(Math.ceil((crossings[i + 1] ?? 0) / step - left), columns);
      if (to > from) inside.fill(1, row * columns + from, row * columns + to);
    }
  }
  return inside;
}
