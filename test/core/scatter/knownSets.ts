import { seededRandom } from '../../../src/core/density/noise';
import type { PointSet } from './measures';

/** Independent places in the unit square. */
export function whiteNoise(count: number, seed: number): PointSet {
  const random = seededRandom(seed);
  return { count, x: Float64Array.from({ length: count }, random), y: Float64Array.from({ length: count }, random) };
}

/** One place in each cell of a square grid, moved within its cell by `jitter` (0 middle … 1 anywhere). */
export function jitteredGrid(across: number, jitter: number, seed: number): PointSet {
  const random = seededRandom(seed);
  const place = (cell: number): number => (cell + 0.5 + jitter * (random() - 0.5)) / across;
  const count = across * across;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = place(i % across);
    y[i] = place(Math.floor(i / across));
  }
  return { count, x, y };
}

/** A hexagonal lattice in the unit square, and its density. */
export function hexagonalGrid(across: number): { readonly set: PointSet; readonly perCm2: number } {
  const spacing = 1 / across;
  const rise = (spacing * Math.sqrt(3)) / 2;
  const x: number[] = [];
  const y: number[] = [];
  for (let row = 0; row * rise < 1; row++) {
    for (let column = 0; column < across; column++) {
      x.push((column + (row % 2) / 2) * spacing);
      y.push(row * rise);
    }
  }
  return { set: { count: x.length, x, y }, perCm2: 1 / (spacing * rise) };
}
