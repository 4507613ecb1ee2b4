/** Roots of the stubble on the surface, spaced as evenly as follicles are. */
import { gridDistance } from './distanceGrid';
import { earMask } from './ear';
import { beardPerCm2, scalpHairPerCm2 } from './hair';
import { fieldDistance, materialAt } from './head';
import { chance } from './noise';
import { measureNormal, normal } from './trace';

/** Directions tried: about 240 to a cm² of scalp. */
const CANDIDATES = 300_000;
/** They start from a centre inside the head, mm. */
const CENTRE_Y = 20;
/** No two roots stand closer, mm; the mean spacing at 170/cm² is 0.82 mm. */
const LEAST_SPACING_MM = 0.42;
/** Candidates needed for one root that survives the spacing rule. */
const SPARE_SCALP = 1.25;
const SPARE_BEARD = 1.08;

/** Per root: x, y, z, nx, ny, nz, kind (0 scalp, 1 beard), identity. */
export const ROOT_STRIDE = 8;

/** Distance from the centre to the surface along a unit direction, mm; the grid finds it, the field settles it. */
function surfaceAlong(grid: Float32Array, dx: number, dy: number, dz: number): number | undefined {
  let t = 240;
  for (let i = 0; i < 60; i++) {
    const d = gridDistance(grid, dx * t, CENTRE_Y + dy * t, dz * t);
    if (d < 0.3) return t;
    t -= d * 0.9;
    if (t < 40) return undefined;
  }
  return undefined;
}

/** Grows one part of `parts` of the roots (ROOT_STRIDE floats each), not yet spaced. */
export function growRoots(grid: Float32Array, part: number, parts: number): Float32Array {
  const out: number[] = [];
  for (let q = part; q < CANDIDATES; q += parts) {
    // a Fibonacci lattice of directions, slightly shaken
    const c = 1 - (2 * (q + 0.5)) / CANDIDATES + (chance(q, 1, 7) - 0.5) * 0.005;
    const s = Math.sqrt(Math.max(0, 1 - c * c));
    const phi = q * 2.399963 + ((chance(q, 2, 7) - 0.5) * 0.006) / (s + 0.02);
    const dx = s * Math.cos(phi);
    const dz = s * Math.sin(phi);
    if (c > 0.86 || (dz > 0.72 && c > -0.2)) continue; // bald top, brow and nose
    const t0 = surfaceAlong(grid, dx, c, dz);
    if (t0 === undefined) continue;
    const scalp = scalpHairPerCm2(dx * t0, CENTRE_Y + c * t0, dz * t0);
    const beard = beardPerCm2(dx * t0, CENTRE_Y + c * t0, dz * t0);
    const wanted = Math.max(scalp, beard);
    if (wanted < 0.5) continue;
    const least = ((wanted / 100) * t0 * t0 * 4 * Math.PI) / CANDIDATES; // its chance if the surface faced the centre
    const draw = chance(q, 3, 9);
    if (draw > least * 6.5) continue;
    let t = t0;
    for (let i = 0; i < 3; i++) t -= fieldDistance(dx * t, CENTRE_Y + c * t, dz * t);
    const x = dx * t;
    const y = CENTRE_Y + c * t;
    const z = dz * t;
    if (y < -140 || earMask(Math.abs(x), y, z) > 0.2 || materialAt(x, y, z) === 'shirt') continue;
    measureNormal(x, y, z, 0.3);
    const [nx = 0, ny = 0, nz = 0] = normal;
    const facing = Math.max(0.2, nx * dx + ny * c + nz * dz);
    const isScalp = scalp >= beard;
    if (draw < (least / facing) * (isScalp ? SPARE_SCALP : SPARE_BEARD))
      out.push(x, y, z, nx, ny, nz, isScalp ? 0 : 1, q);
  }
  return Float32Array.from(out);
}

/** Joins the parts and drops every root that stands too close to one already kept. */
export function spaceRoots(parts: readonly Float32Array[]): Float32Array {
  const cells = new Map<number, number>();
  const key = (i: number, j: number, k: number): number => (i + 400) * 1e6 + (j + 400) * 1e3 + k + 400;
  const kept: number[] = [];
  const r2 = LEAST_SPACING_MM * LEAST_SPACING_MM;
  for (const roots of parts)
    for (let a = 0; a < roots.length; a += ROOT_STRIDE) {
      const x = roots[a] as number;
      const y = roots[a + 1] as number;
      const z = roots[a + 2] as number;
      const i = Math.floor(x / LEAST_SPACING_MM);
      const j = Math.floor(y / LEAST_SPACING_MM);
      const k = Math.floor(z / LEAST_SPACING_MM);
      let free = true;
      for (let q = 0; q < 27 && free; q++) {
        const o = cells.get(key(i + (q % 3) - 1, j + (Math.floor(q / 3) % 3) - 1, k + Math.floor(q / 9) - 1));
        if (o === undefined) continue;
        const dx = (kept[o] ?? 0) - x;
        const dy = (kept[o + 1] ?? 0) - y;
        const dz = (kept[o + 2] ?? 0) - z;
        free = dx * dx + dy * dy + dz * dz >= r2;
      }
      if (!free) continue;
      cells.set(key(i, j, k), kept.length);
      for (let b = 0; b < ROOT_STRIDE; b++) kept.push(roots[a + b] as number);
    }
  return Float32Array.from(kept);
}
