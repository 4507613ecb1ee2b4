/** The published samplers that the dot engine is measured against, each as its documentation shows it. */
import { Delaunay } from 'd3-delaunay';
import FastPoissonDiskSampling from 'fast-2d-poisson-disk-sampling';
import PoissonDiskSampling from 'poisson-disk-sampling';
import { seededRandom } from '../../src/core/density/noise';
import type { Candidate } from './cpuTime';

/** A rectangle to fill, cm, and how many dots it should hold. */
export interface Filling {
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/** Dots per area · radius² that a sampler packs, found by filling a small square, so that all make the same count. */
const packing = (fill: (radius: number) => number): number => fill(0.01) * 0.01 * 0.01;

const radiusFor = (filling: Filling, packed: number): number =>
  Math.sqrt((packed * filling.width * filling.height) / filling.count);

/** fast-2d-poisson-disk-sampling; `tries` as given, or its default. */
export function fastPoisson(filling: Filling, tries: number | undefined): Candidate {
  const fill = (shape: [number, number], radius: number, seed: number): number =>
    new FastPoissonDiskSampling({ shape, radius, ...(tries === undefined ? {} : { tries }) }, seededRandom(seed)).fill()
      .length;
  const radius = radiusFor(
    filling,
    packing((r) => fill([1, 1], r, 1)),
  );
  return {
    name: `fast-2d-poisson-disk-sampling, ${tries === undefined ? 'defaults' : `${tries} tries`}`,
    run: (round) => fill([filling.width, filling.height], radius, round),
  };
}

/** poisson-disk-sampling with its defaults. */
export function poisson(filling: Filling): Candidate {
  const fill = (shape: [number, number], minDistance: number, seed: number): number =>
    new PoissonDiskSampling({ shape, minDistance }, seededRandom(seed)).fill().length;
  const radius = radiusFor(
    filling,
    packing((r) => fill([1, 1], r, 1)),
  );
  return {
    name: 'poisson-disk-sampling, defaults',
    run: (round) => fill([filling.width, filling.height], radius, round),
  };
}

/**
 * poisson-disk-sampling with its distance function for a density that varies: distance falls as 1/√density. `share` is
 * the density at a place over the highest.
 */
export function poissonVariable(filling: Filling, share: (x: number, y: number) => number, least: number): Candidate {
  const fill = (minDistance: number, seed: number): number =>
    new PoissonDiskSampling(
      {
        shape: [filling.width, filling.height],
        minDistance,
        maxDistance: minDistance / Math.sqrt(least),
        // 0 is minDistance, 1 is maxDistance.
        distanceFunction: ([x, y]) =>
          (1 / Math.sqrt(Math.max(share(x ?? 0, y ?? 0), least)) - 1) / (1 / Math.sqrt(least) - 1),
      },
      seededRandom(seed),
    ).fill().length;
  const first = Math.sqrt((0.35 * filling.width * filling.height) / filling.count);
  const radius = first * Math.sqrt(fill(first, 1) / filling.count);
  return { name: 'poisson-disk-sampling, distance function', run: (round) => fill(radius, round) };
}

/**
 * Weighted Voronoi stippling (Secord 2002) on d3-delaunay, as its well-known example has it: each pixel goes to its
 * nearest dot, each dot to the weighted centre of its pixels.
 */
export function voronoiStippling(
  filling: Filling,
  share: (x: number, y: number) => number,
  iterations: number,
): Candidate {
  const { width, height, count } = filling;
  const perCm = Math.sqrt((8 * count) / (width * height)); // eight pixels a dot
  const columns = Math.round(width * perCm);
  const rows = Math.round(height * perCm);
  const weights = Float64Array.from({ length: columns * rows }, (_, i) =>
    share(((i % columns) + 0.5) / perCm, (Math.floor(i / columns) + 0.5) / perCm),
  );
  return {
    name: `weighted Voronoi stippling on d3-delaunay, ${iterations} iterations`,
    run(round) {
      const points = startingPoints(count, columns, rows, weights, seededRandom(round));
      const centres = new Float64Array(2 * count);
      const sums = new Float64Array(count);
      const delaunay = new Delaunay(points);
      for (let iteration = 0; iteration < iterations; iteration++) {
        centres.fill(0);
        sums.fill(0);
        for (let y = 0, i = 0; y < rows; y++) {
          for (let x = 0; x < columns; x++) {
            const weight = weights[y * columns + x] ?? 0;
            i = delaunay.find(x + 0.5, y + 0.5, i);
            sums[i] = (sums[i] ?? 0) + weight;
            centres[2 * i] = (centres[2 * i] ?? 0) + weight * (x + 0.5);
            centres[2 * i + 1] = (centres[2 * i + 1] ?? 0) + weight * (y + 0.5);
          }
        }
        for (let i = 0; i < count; i++) {
          const sum = sums[i] ?? 0;
          if (sum === 0) continue;
          points[2 * i] = (centres[2 * i] ?? 0) / sum;
          points[2 * i + 1] = (centres[2 * i + 1] ?? 0) / sum;
        }
        delaunay.update();
      }
      return count;
    },
  };
}

/** Dots thrown where the weights want them. */
function startingPoints(
  count: number,
  columns: number,
  rows: number,
  weights: Float64Array,
  random: () => number,
): Float64Array {
  const points = new Float64Array(2 * count);
  for (let i = 0; i < count;) {
    const x = random() * columns;
    const y = random() * rows;
    if (random() >= (weights[Math.floor(y) * columns + Math.floor(x)] ?? 0)) continue;
    points[2 * i] = x;
    points[2 * i + 1] = y;
    i++;
  }
  return points;
}
