/** A regular grid of places in the chart: node (column, row) lies at origin + step · (column, row), all in cm. */
export interface ChartGrid {
  readonly originX: number;
  readonly originY: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
}

/** Line segments as ax, ay, bx, by, … in chart cm. */
export type Segments = Float64Array;

const LEAF_NODES = 8; // below this many nodes a side, splitting costs more than it saves (measured)

/** The segments that join the points x0, y0, x1, y1, … of an open line. */
export function segmentsOfLine(flat: Float64Array): Segments {
  const count = Math.max(flat.length / 2 - 1, 0);
  const segments = new Float64Array(4 * count);
  for (let i = 0; i < count; i++) segments.set(flat.subarray(2 * i, 2 * i + 4), 4 * i);
  return segments;
}

/** Squared distance in cm² from a place to segment `s` (its first index into `segments`). */
export function squaredDistanceToSegment(segments: Segments, s: number, x: number, y: number): number {
  const ax = segments[s] as number;
  const ay = segments[s + 1] as number;
  const dx = (segments[s + 2] as number) - ax;
  const dy = (segments[s + 3] as number) - ay;
  const px = x - ax;
  const py = y - ay;
  const length = dx * dx + dy * dy;
  let t = length > 0 ? (px * dx + py * dy) / length : 0;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  const ex = px - t * dx;
  const ey = py - t * dy;
  return ex * ex + ey * ey;
}

/**
 * Distance in cm from every node to the nearest segment, row by row; exact up to `bandCm`, and `bandCm` beyond it. The
 * grid is quartered and each quarter keeps only the segments that can be nearest to one of its nodes.
 */
export function distanceToSegments(grid: ChartGrid, segments: Segments, bandCm: number): Float32Array {
  const { originX, originY, step, columns, rows } = grid;
  const distance = new Float32Array(columns * rows).fill(bandCm);
  const total = segments.length / 4;
  let stack = new Int32Array(4 * total + 64);
  let squared = new Float64Array(stack.length);
  for (let i = 0; i < total; i++) stack[i] = 4 * i;
  const best = new Float64Array(LEAF_NODES * LEAF_NODES);

  /** Segment by segment, so that what a segment alone decides is reckoned once for all nodes (a fifth less time, measured). */
  function leaf(c0: number, r0: number, c1: number, r1: number, from: number, to: number): void {
    best.fill(bandCm * bandCm);
    for (let i = from; i < to; i++) {
      const s = stack[i] as number;
      const ax = segments[s] as number;
      const ay = segments[s + 1] as number;
      const dx = (segments[s + 2] as number) - ax;
      const dy = (segments[s + 3] as number) - ay;
      const length = dx * dx + dy * dy;
      const perLength = length > 0 ? 1 / length : 0;
      for (let r = r0, at = 0; r < r1; r++) {
        const py = originY + r * step - ay;
        for (let c = c0; c < c1; c++, at++) {
          const px = originX + c * step - ax;
          const along = (px * dx + py * dy) * perLength;
          const t = along < 0 ? 0 : along > 1 ? 1 : along;
          const ex = px - t * dx;
          const ey = py - t * dy;
          const squared = ex * ex + ey * ey;
          if (squared < (best[at] as number)) best[at] = squared;
        }
      }
    }
    for (let r = r0, at = 0; r < r1; r++) {
      for (let c = c0; c < c1; c++, at++) distance[r * columns + c] = Math.sqrt(best[at] as number);
    }
  }

  /** Nodes c0 … c1 − 1 by r0 … r1 − 1, whose possible segments are stack[from … to − 1]. */
  function quarter(c0: number, r0: number, c1: number, r1: number, from: number, to: number): void {
    const x = originX + ((c0 + c1 - 1) / 2) * step;
    const y = originY + ((r0 + r1 - 1) / 2) * step;
    const radius = 0.5 * step * Math.sqrt((c1 - c0 - 1) ** 2 + (r1 - r0 - 1) ** 2);
    if (to + (to - from) > stack.length) {
      const larger = new Int32Array(2 * stack.length + to);
      larger.set(stack);
      stack = larger;
      squared = new Float64Array(larger.length);
    }
    let nearest = Infinity;
    for (let i = from; i < to; i++) {
      const d = squaredDistanceToSegment(segments, stack[i] as number, x, y);
      squared[i] = d;
      if (d < nearest) nearest = d;
    }
    const least = Math.sqrt(nearest);
    if (least - radius > bandCm) return;
    const limit = Math.min(least + 2 * radius, bandCm + radius) * (1 + 1e-9);
    let top = to;
    for (let i = from; i < to; i++) if ((squared[i] as number) <= limit * limit) stack[top++] = stack[i] as number;
    if (c1 - c0 <= LEAF_NODES && r1 - r0 <= LEAF_NODES) {
      leaf(c0, r0, c1, r1, to, top);
      return;
    }
    const cm = (c0 + c1 + 1) >> 1;
    const rm = (r0 + r1 + 1) >> 1;
    quarter(c0, r0, cm, rm, to, top);
    if (cm < c1) quarter(cm, r0, c1, rm, to, top);
    if (rm < r1) quarter(c0, rm, cm, r1, to, top);
    if (cm < c1 && rm < r1) quarter(cm, rm, c1, r1, to, top);
  }

  const near = keepNear(grid, segments, stack.subarray(0, total), bandCm);
  if (near > 0 && columns > 0 && rows > 0) quarter(0, 0, columns, rows, 0, near);
  return distance;
}

/** Moves those of the segments to the front that may lie within the band around a grid; returns how many. */
function keepNear(
  { originX, originY, step, columns, rows }: ChartGrid,
  segments: Segments,
  among: Int32Array,
  bandCm: number,
): number {
  const left = originX - bandCm;
  const top = originY - bandCm;
  const right = originX + (columns - 1) * step + bandCm;
  const bottom = originY + (rows - 1) * step + bandCm;
  let kept = 0;
  for (const s of among) {
    const ax = segments[s] as number;
    const ay = segments[s + 1] as number;
    const bx = segments[s + 2] as number;
    const by = segments[s + 3] as number;
    if ((ax < left && bx < left) || (ax > right && bx > right)) continue;
    if ((ay < top && by < top) || (ay > bottom && by > bottom)) continue;
    among[kept++] = s;
  }
  return kept;
}
