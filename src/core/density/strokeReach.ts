import { squaredDistanceToSegment, type ChartGrid, type Segments } from '../geometry/distance';

const WAY_TOLERANCE = 20; // a stroke's way is followed to within this part of a node's step: unseen; our choice
const LONGEST_RUN = 32; // places that one segment may stand for

/** How far from a stroke's way the nodes around it lie. */
export interface StrokeReach {
  readonly grid: ChartGrid;
  /** Column and row of the grid's first node, counted from the chart's origin. */
  readonly firstColumn: number;
  readonly firstRow: number;
  /** Squared distances in cm², row by row; right within the reach, Infinity or too large beyond it. */
  readonly squaredCm: Float64Array;
}

/** Distances of all nodes within `reachCm` of a path x0, y0, x1, y1 … in chart cm; nodes at whole multiples of `stepCm`. */
export function strokeReach(path: Float64Array, reachCm: number, stepCm: number): StrokeReach {
  const segments = segmentsAlong(path, stepCm / WAY_TOLERANCE);
  const { grid, firstColumn, firstRow } = gridAround(segments, reachCm, stepCm);
  const squaredCm = new Float64Array(grid.columns * grid.rows).fill(Infinity);
  for (let s = 0; s < segments.length; s += 4) approach(grid, squaredCm, segments, s, reachCm);
  return { grid, firstColumn, firstRow, squaredCm };
}

function gridAround(
  segments: Segments,
  reach: number,
  step: number,
): { readonly grid: ChartGrid; readonly firstColumn: number; readonly firstRow: number } {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let i = 0; i < segments.length; i += 2) {
    const x = segments[i] as number;
    const y = segments[i + 1] as number;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  const firstColumn = Math.floor((x0 - reach) / step);
  const firstRow = Math.floor((y0 - reach) / step);
  const grid = {
    originX: firstColumn * step,
    originY: firstRow * step,
    step,
    columns: Math.ceil((x1 + reach) / step) - firstColumn + 1,
    rows: Math.ceil((y1 + reach) / step) - firstRow + 1,
  };
  return { grid, firstColumn, firstRow };
}

/** Lowers the squared distances (cm²) of the nodes that lie within `reach` cm of segment `s`, and of few others. */
function approach(grid: ChartGrid, squared: Float64Array, segments: Segments, s: number, reach: number): void {
  const { originX, originY, step, columns, rows } = grid;
  const ax = segments[s] as number;
  const ay = segments[s + 1] as number;
  const dx = (segments[s + 2] as number) - ax;
  const dy = (segments[s + 3] as number) - ay;
  const perLength = dx === 0 && dy === 0 ? 0 : 1 / (dx * dx + dy * dy);
  const by = ay + dy;
  const r0 = Math.max(Math.floor((Math.min(ay, by) - reach - originY) / step), 0);
  const r1 = Math.min(Math.ceil((Math.max(ay, by) + reach - originY) / step), rows - 1);
  for (let r = r0; r <= r1; r++) {
    const py = originY + r * step - ay;
    // Only the part of the segment that is within reach of this row by height.
    const t0 = dy === 0 ? 0 : share((py - reach) / dy);
    const t1 = dy === 0 ? 1 : share((py + reach) / dy);
    const left = ax + Math.min(t0 * dx, t1 * dx) - reach;
    const right = ax + Math.max(t0 * dx, t1 * dx) + reach;
    const c0 = Math.max(Math.floor((left - originX) / step), 0);
    const c1 = Math.min(Math.ceil((right - originX) / step), columns - 1);
    for (let c = c0; c <= c1; c++) {
      const px = originX + c * step - ax;
      const t = share((px * dx + py * dy) * perLength);
      const ex = px - t * dx;
      const ey = py - t * dy;
      const near = ex * ex + ey * ey;
      if (near < (squared[r * columns + c] as number)) squared[r * columns + c] = near;
    }
  }
}

const share = (t: number): number => (t < 0 ? 0 : t > 1 ? 1 : t);

/** Segments that keep within `tolerance` cm of all places of a path: a hand leaves far more places than its way needs. */
function segmentsAlong(path: Float64Array, tolerance: number): Float64Array {
  const last = path.length - 2;
  const segments: number[] = [];
  let from = 0;
  do {
    let to = Math.min(from + 2, last);
    while (to < last && to - from < 2 * LONGEST_RUN && staysNear(path, from, to + 2, tolerance)) to += 2;
    segments.push(path[from] as number, path[from + 1] as number, path[to] as number, path[to + 1] as number);
    from = to;
  } while (from < last);
  return Float64Array.from(segments);
}

function staysNear(path: Float64Array, from: number, to: number, tolerance: number): boolean {
  const chord = Float64Array.of(...path.subarray(from, from + 2), ...path.subarray(to, to + 2));
  for (let i = from + 2; i < to; i += 2) {
    const squared = squaredDistanceToSegment(chord, 0, path[i] as number, path[i + 1] as number);
    if (squared > tolerance * tolerance) return false;
  }
  return true;
}
