/**
 * Measures of how dots are spread, each written out so that it can be checked on sets whose answer is known. Places in
 * cm, densities in dots/cm²; distances are reported as a share of the hexagonal spacing √(2/(√3·ρ)).
 */
export interface PointSet {
  readonly count: number;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** The square x0 ≤ x ≤ x0 + side in which a measure looks. */
export interface Square {
  readonly x0: number;
  readonly y0: number;
  readonly side: number;
}

export const hexagonalSpacing = (perCm2: number): number => Math.sqrt(2 / (Math.sqrt(3) * perCm2));

/** Buckets of a size near the mean spacing, for questions about neighbours. */
export interface Buckets {
  readonly points: PointSet;
  readonly square: Square;
  readonly across: number;
  readonly start: Int32Array;
  readonly items: Int32Array;
}

export function bucketsOf(points: PointSet, square: Square, perCm2: number): Buckets {
  const across = Math.max(1, Math.floor(square.side * Math.sqrt(perCm2 / 2)));
  const start = new Int32Array(across * across + 1);
  const bucket = new Int32Array(points.count).fill(-1);
  for (let i = 0; i < points.count; i++) {
    const c = Math.floor((((points.x[i] as number) - square.x0) / square.side) * across);
    const r = Math.floor((((points.y[i] as number) - square.y0) / square.side) * across);
    if (c < 0 || r < 0 || c >= across || r >= across) continue;
    bucket[i] = r * across + c;
    start[r * across + c + 1] = (start[r * across + c + 1] as number) + 1;
  }
  for (let b = 0; b < across * across; b++) start[b + 1] = (start[b + 1] as number) + (start[b] as number);
  const next = start.slice();
  const items = new Int32Array(start[across * across] as number);
  for (let i = 0; i < points.count; i++) {
    const b = bucket[i] as number;
    if (b < 0) continue;
    const at = next[b] as number;
    items[at] = i;
    next[b] = at + 1;
  }
  return { points, square, across, start, items };
}

/** Distance in cm from a place to the nearest point other than `except`; Infinity where there is none within `reach`. */
export function nearestDistance(buckets: Buckets, x: number, y: number, except: number, reach: number): number {
  const { points, square, across, start, items } = buckets;
  const size = square.side / across;
  const c0 = Math.max(Math.floor((x - reach - square.x0) / size), 0);
  const c1 = Math.min(Math.floor((x + reach - square.x0) / size), across - 1);
  const r0 = Math.max(Math.floor((y - reach - square.y0) / size), 0);
  const r1 = Math.min(Math.floor((y + reach - square.y0) / size), across - 1);
  let best = Infinity;
  for (let r = r0; r <= r1; r++) {
    for (let k = start[r * across + c0] as number, end = start[r * across + c1 + 1] as number; k < end; k++) {
      const i = items[k] as number;
      if (i === except) continue;
      const dx = (points.x[i] as number) - x;
      const dy = (points.y[i] as number) - y;
      best = Math.min(best, dx * dx + dy * dy);
    }
  }
  return Math.sqrt(best);
}

export interface Spacing {
  /** 1st percentile and minimum of the nearest-neighbour distances, share of the hexagonal spacing. */
  readonly first: number;
  readonly least: number;
  /** Their mean, share of the hexagonal spacing, and their standard deviation over that mean. */
  readonly mean: number;
  readonly spread: number;
}

/** Nearest-neighbour distances of the points at least two spacings inside the square. */
export function spacing(points: PointSet, square: Square, perCm2: number): Spacing {
  const buckets = bucketsOf(points, square, perCm2);
  const unit = hexagonalSpacing(perCm2);
  const distances: number[] = [];
  for (const i of buckets.items) {
    const x = points.x[i] as number;
    const y = points.y[i] as number;
    if (!isDeep(square, x, y, 2 * unit)) continue;
    distances.push(nearestDistance(buckets, x, y, i, 2 * unit) / unit);
  }
  distances.sort((a, b) => a - b);
  const known = distances.map((d) => Math.min(d, 2));
  const mean = known.reduce((sum, d) => sum + d, 0) / known.length;
  const variance = known.reduce((sum, d) => sum + (d - mean) ** 2, 0) / known.length;
  return {
    first: distances[Math.floor(distances.length / 100)] ?? NaN,
    least: distances[0] ?? NaN,
    mean,
    spread: Math.sqrt(variance) / mean,
  };
}

const isDeep = (square: Square, x: number, y: number, margin: number): boolean =>
  x >= square.x0 + margin &&
  y >= square.y0 + margin &&
  x <= square.x0 + square.side - margin &&
  y <= square.y0 + square.side - margin;

/** Radius of the largest circle without a point, share of the hexagonal spacing: a fine search, then a climb. */
export function largestVoid(points: PointSet, square: Square, perCm2: number): number {
  const buckets = bucketsOf(points, square, perCm2);
  const unit = hexagonalSpacing(perCm2);
  const step = unit / 5;
  const margin = 3 * unit;
  const across = Math.floor((square.side - 2 * margin) / step);
  const radius = (x: number, y: number): number => Math.min(nearestDistance(buckets, x, y, -1, 3 * unit), 3 * unit);
  let worst = 0;
  for (let j = 0; j <= across; j++) {
    for (let i = 0; i <= across; i++) {
      let x = square.x0 + margin + i * step;
      let y = square.y0 + margin + j * step;
      let here = radius(x, y);
      if (here < worst - step) continue; // too far below to climb above the worst
      for (let stride = step / 2; stride > unit / 500;) {
        const places = [
          [x + stride, y],
          [x - stride, y],
          [x, y + stride],
          [x, y - stride],
        ] as const;
        const better = places.find(([px, py]) => radius(px, py) > here);
        if (better === undefined) stride /= 2;
        else {
          [x, y] = better;
          here = radius(x, y);
        }
      }
      worst = Math.max(worst, here);
    }
  }
  return worst / unit;
}

/**
 * How many points have a partner within `tolerance` (share of the hexagonal spacing) of the place (dx, dy) cm away, over
 * how many would by chance. Looks only at points whose partner place lies in the square.
 */
export function partnersOverChance(
  points: PointSet,
  square: Square,
  perCm2: number,
  offset: readonly [number, number],
  tolerance: number,
): number {
  const buckets = bucketsOf(points, square, perCm2);
  const radius = tolerance * hexagonalSpacing(perCm2);
  let asked = 0;
  let found = 0;
  for (const i of buckets.items) {
    const x = (points.x[i] as number) + offset[0];
    const y = (points.y[i] as number) + offset[1];
    if (!isDeep(square, x, y, radius)) continue;
    asked++;
    if (nearestDistance(buckets, x, y, i, radius) <= radius) found++;
  }
  return found / asked / (perCm2 * Math.PI * radius * radius);
}

/** Variance over mean of the counts in square windows of `windowCm`, half overlapping; white noise has 1. */
export function countVariance(points: PointSet, square: Square, windowCm: number): number {
  const across = Math.floor((2 * (square.side - windowCm)) / windowCm);
  const half = windowCm / 2;
  const cells = across + 1;
  const halves = new Int32Array(cells * cells);
  for (let i = 0; i < points.count; i++) {
    const c = Math.floor(((points.x[i] as number) - square.x0) / half);
    const r = Math.floor(((points.y[i] as number) - square.y0) / half);
    if (c >= 0 && r >= 0 && c < cells && r < cells) halves[r * cells + c] = (halves[r * cells + c] as number) + 1;
  }
  const counts: number[] = [];
  for (let r = 0; r + 1 < cells; r++) {
    for (let c = 0; c + 1 < cells; c++) {
      const at = r * cells + c;
      const [a, b, d, e] = [halves[at], halves[at + 1], halves[at + cells], halves[at + cells + 1]];
      counts.push((a ?? 0) + (b ?? 0) + (d ?? 0) + (e ?? 0));
    }
  }
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / counts.length / mean;
}
