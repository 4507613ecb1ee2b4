/** Repeatable noise in space and hashes for sampling: the same numbers on every machine and in every run. */
import { mix } from './sdf';

const UNIT = 1 / 4294967296;

function latticeHash(i: number, j: number, k: number): number {
  let h = Math.imul(i, 0x27d4eb2d) ^ Math.imul(j, 0x165667b1) ^ Math.imul(k, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** An even random number in 0..1 that belongs to three whole numbers. */
export function chance(i: number, j: number, k: number): number {
  let h = Math.imul(i, 0x9e3779b1) ^ Math.imul(j, 0x85ebca77) ^ Math.imul(k, 0xc2b2ae3d);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) * UNIT;
}

/** Value noise, 0..1, one cell a unit. */
export function valueNoise(x: number, y: number, z: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  let u = x - i;
  let v = y - j;
  let w = z - k;
  u = u * u * (3 - 2 * u);
  v = v * v * (3 - 2 * v);
  w = w * w * (3 - 2 * w);
  const a = mix(latticeHash(i, j, k), latticeHash(i + 1, j, k), u);
  const b = mix(latticeHash(i, j + 1, k), latticeHash(i + 1, j + 1, k), u);
  const c = mix(latticeHash(i, j, k + 1), latticeHash(i + 1, j, k + 1), u);
  const d = mix(latticeHash(i, j + 1, k + 1), latticeHash(i + 1, j + 1, k + 1), u);
  return mix(mix(a, b, v), mix(c, d, v), w) * UNIT;
}

/** Three octaves of value noise, 0..1 around 0.5. */
export const cloud = (x: number, y: number, z: number): number =>
  0.5 * valueNoise(x, y, z) +
  0.3 * valueNoise(x * 2.1 + 7, y * 2.1, z * 2.1) +
  0.2 * valueNoise(x * 4.3, y * 4.3 + 3, z * 4.3);

/** Distance to the nearest of randomly placed points, one a cell: 0 at a point, seldom above 1 (Worley 1996). */
export function nearestCell(x: number, y: number, z: number): number {
  const i0 = Math.floor(x);
  const j0 = Math.floor(y);
  const k0 = Math.floor(z);
  let best = 9;
  for (let k = k0 - 1; k <= k0 + 1; k++)
    for (let j = j0 - 1; j <= j0 + 1; j++)
      for (let i = i0 - 1; i <= i0 + 1; i++) {
        const h = latticeHash(i, j, k);
        const dx = i + (h & 1023) / 1023 - x;
        const dy = j + ((h >>> 10) & 1023) / 1023 - y;
        const dz = k + ((h >>> 20) & 1023) / 1023 - z;
        const d = dx * dx + dy * dy + dz * dz;
        if (d < best) best = d;
      }
  return Math.sqrt(best);
}
