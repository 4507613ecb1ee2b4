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
 * grid is cut into squares and these into smaller ones: each keeps only the segments that can be nearest to one of its nodes.
 */
export function distanceToSegments(grid: ChartGrid, segments: Segments, bandCm: number): Float32Array {
  const { columns, rows } = grid;
  const distance = new Float32Array(columns * rows).fill(bandCm);
  const parts = partsNear(grid, segments, bandCm);
  const count = parts.ax.length;
  const search = {
    grid,
    bandCm,
    parts,
    among: SQUARES.map(() => new Int32Array(count)),
    squared: new Float64Array(count),
    best: new Float64Array(CELL_NODES * CELL_NODES),
    distance,
  };
  const all = Int32Array.from({ length: count }, (_, i) => i);
  if (count > 0) measureSquares(search, 0, all, count, 0, 0, columns, rows);
  return distance;
}

/** Nodes along the sides of squares, the last and smallest of which are measured: about the fastest (measured). */
const CELL_NODES = 8;
const SQUARES = [128, 32, CELL_NODES] as const;

interface DistanceSearch {
  readonly grid: ChartGrid;
  readonly bandCm: number;
  readonly parts: SegmentParts;
  /** For each size of squares, room for the parts that count in one. */
  readonly among: readonly Int32Array[];
  /** Room for squared distances: of the parts from a square's middle, and of a cell's nodes. */
  readonly squared: Float64Array;
  readonly best: Float64Array;
  readonly distance: Float32Array;
}

/** Nodes c0 … c1 − 1 by r0 … r1 − 1 in squares of the given size; only the first `count` parts of `among` can matter. */
function measureSquares(
  search: DistanceSearch,
  size: number,
  among: Int32Array,
  count: number,
  c0: number,
  r0: number,
  c1: number,
  r1: number,
): void {
  const side = SQUARES[size] ?? CELL_NODES;
  const kept = search.among[size] ?? among;
  for (let top = r0; top < r1; top += side) {
    const bottom = Math.min(top + side, r1);
    for (let left = c0; left < c1; left += side) {
      const right = Math.min(left + side, c1);
      const few = keepNearest(search, among, count, kept, left, top, right, bottom);
      if (few === 0) continue;
      if (side === CELL_NODES) measureCell(search, kept, few, left, top, right, bottom);
      else measureSquares(search, size + 1, kept, few, left, top, right, bottom);
    }
  }
}

/**
 * Of the first `count` parts of `among`, writes those to `kept` that can be nearest to one of the nodes c0 … c1 − 1 by
 * r0 … r1 − 1, and within the band there; returns how many. Told by their middles, which cost least to ask.
 */
function keepNearest(
  { grid: { originX, originY, step }, bandCm, parts: { middleX, middleY, halfCm }, squared }: DistanceSearch,
  among: Int32Array,
  count: number,
  kept: Int32Array,
  c0: number,
  r0: number,
  c1: number,
  r1: number,
): number {
  const x = originX + ((c0 + c1 - 1) / 2) * step;
  const y = originY + ((r0 + r1 - 1) / 2) * step;
  const radius = 0.5 * step * Math.sqrt((c1 - c0 - 1) ** 2 + (r1 - r0 - 1) ** 2);
  let nearest = Infinity;
  let nearestPart = 0;
  for (let i = 0; i < count; i++) {
    const part = among[i] as number;
    const dx = (middleX[part] as number) - x;
    const dy = (middleY[part] as number) - y;
    const d = dx * dx + dy * dy;
    squared[i] = d;
    if (d >= nearest) continue;
    nearest = d;
    nearestPart = part;
  }
  // Each node has a place of a segment within the nearest middle's distance and the radius.
  const toNearest = Math.sqrt(nearest);
  const limit = Math.min(toNearest + 2 * radius, bandCm + radius) * (1 + 1e-9);
  const nearestX = middleX[nearestPart] as number;
  const nearestY = middleY[nearestPart] as number;
  const reach = 2 * (toNearest + radius);
  const squaredSide = 4 * radius * radius * (1 + 1e-9);
  let few = 0;
  for (let i = 0; i < count; i++) {
    const part = among[i] as number;
    const half = halfCm[part] as number;
    const far = limit + half;
    const d = squared[i] as number;
    if (d > far * far) continue;
    // By how much its middle is farther than the nearest's, squared, changes evenly over the square: where it is by more than
    // half a segment all over, the nearest's own middle is nearer than any place of this part.
    const lead = d - nearest - half * (half + reach);
    const ex = (middleX[part] as number) - nearestX;
    const ey = (middleY[part] as number) - nearestY;
    if (lead > 0 && lead * lead > squaredSide * (ex * ex + ey * ey)) continue;
    kept[few++] = part;
  }
  return few;
}

/** Distances of a cell's nodes; part by part, so that what a segment alone decides is read once for all nodes. */
function measureCell(
  { grid: { originX, originY, step, columns }, bandCm, parts, best, distance }: DistanceSearch,
  among: Int32Array,
  count: number,
  c0: number,
  r0: number,
  c1: number,
  r1: number,
): void {
  const { ax, ay, dx, dy, perLength } = parts;
  best.fill(bandCm * bandCm);
  for (let i = 0; i < count; i++) {
    const part = among[i] as number;
    const left = ax[part] as number;
    const top = ay[part] as number;
    const right = dx[part] as number;
    const down = dy[part] as number;
    const per = perLength[part] as number;
    for (let r = r0, at = 0; r < r1; r++) {
      const py = originY + r * step - top;
      for (let c = c0; c < c1; c++, at++) {
        const px = originX + c * step - left;
        const along = (px * right + py * down) * per;
        const t = along < 0 ? 0 : along > 1 ? 1 : along;
        const ex = px - t * right;
        const ey = py - t * down;
        const near = ex * ex + ey * ey;
        if (near < (best[at] as number)) best[at] = near;
      }
    }
  }
  for (let r = r0, at = 0; r < r1; r++) {
    for (let c = c0; c < c1; c++, at++) distance[r * columns + c] = Math.sqrt(best[at] as number);
  }
}

/** Segments in columns, with what of them decides at every node. */
interface SegmentParts {
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  /** 1 / length²; 0 for a place. */
  readonly perLength: Float64Array;
  /** No place of a segment lies farther from its middle than half its length. */
  readonly middleX: Float64Array;
  readonly middleY: Float64Array;
  readonly halfCm: Float64Array;
}

/** Those of the segments that may lie within the band around a grid. */
function partsNear(grid: ChartGrid, segments: Segments, bandCm: number): SegmentParts {
  const { originX, originY, step, columns, rows } = grid;
  const left = originX - bandCm;
  const top = originY - bandCm;
  const right = originX + (columns - 1) * step + bandCm;
  const bottom = originY + (rows - 1) * step + bandCm;
  const near: number[] = [];
  for (let s = 0; s < segments.length; s += 4) {
    const ax = segments[s] as number;
    const ay = segments[s + 1] as number;
    const bx = segments[s + 2] as number;
    const by = segments[s + 3] as number;
    if ((ax < left && bx < left) || (ax > right && bx > right)) continue;
    if ((ay < top && by < top) || (ay > bottom && by > bottom)) continue;
    near.push(s);
  }
  const parts = emptyParts(near.length);
  for (let i = 0; i < near.length; i++) {
    const s = near[i] as number;
    const ax = segments[s] as number;
    const ay = segments[s + 1] as number;
    const dx = (segments[s + 2] as number) - ax;
    const dy = (segments[s + 3] as number) - ay;
    const squared = dx * dx + dy * dy;
    parts.ax[i] = ax;
    parts.ay[i] = ay;
    parts.dx[i] = dx;
    parts.dy[i] = dy;
    parts.perLength[i] = squared > 0 ? 1 / squared : 0;
    parts.middleX[i] = ax + 0.5 * dx;
    parts.middleY[i] = ay + 0.5 * dy;
    parts.halfCm[i] = Math.sqrt(squared) / 2;
  }
  return parts;
}

function emptyParts(count: number): SegmentParts {
  const column = (): Float64Array => new Float64Array(count);
  return {
    ax: column(),
    ay: column(),
    dx: column(),
    dy: column(),
    perLength: column(),
    middleX: column(),
    middleY: column(),
    halfCm: column(),
  };
}
