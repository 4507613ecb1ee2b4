/** The field sampled on a lattice: long steps, shadows and ambient light need no better. */
import { fieldDistance } from './head';
import { clamp } from './sdf';

const ORIGIN = { x: -170, y: -260, z: -130 } as const;
const STEP_MM = 2.5;
const NX = 137;
const NY = 165;
const NZ = 108;
/** Lattice of the first, coarse pass, in steps. */
const COARSE = 4;
/** Nearer than this the coarse estimate is replaced by the field itself, mm. */
const EXACT_WITHIN_MM = 18;

export const GRID_LENGTH = NX * NY * NZ;
export const GRID_SLABS = NZ;

/** Trilinear distance (mm) in the grid, and a safe estimate outside it. */
export function gridDistance(grid: Float32Array, x: number, y: number, z: number): number {
  let fx = (x - ORIGIN.x) / STEP_MM;
  let fy = (y - ORIGIN.y) / STEP_MM;
  let fz = (z - ORIGIN.z) / STEP_MM;
  let outside = 0;
  const cx = clamp(fx, 0, NX - 1.001);
  const cy = clamp(fy, 0, NY - 1.001);
  const cz = clamp(fz, 0, NZ - 1.001);
  if (cx !== fx || cy !== fy || cz !== fz) {
    outside = Math.sqrt((fx - cx) ** 2 + (fy - cy) ** 2 + (fz - cz) ** 2) * STEP_MM;
    fx = cx;
    fy = cy;
    fz = cz;
  }
  const i = fx | 0;
  const j = fy | 0;
  const k = fz | 0;
  const u = fx - i;
  const v = fy - j;
  const w = fz - k;
  const near = trilinear(grid, (k * NY + j) * NX + i, NX, NX * NY, u, v, w);
  return near + outside * 0.8;
}

function trilinear(g: Float32Array, o: number, row: number, slab: number, u: number, v: number, w: number): number {
  const p = o + row;
  const q = o + slab;
  const r = q + row;
  const a =
    ((g[o] as number) * (1 - u) + (g[o + 1] as number) * u) * (1 - v) +
    ((g[p] as number) * (1 - u) + (g[p + 1] as number) * u) * v;
  const b =
    ((g[q] as number) * (1 - u) + (g[q + 1] as number) * u) * (1 - v) +
    ((g[r] as number) * (1 - u) + (g[r + 1] as number) * u) * v;
  return a * (1 - w) + b * w;
}

/** Fills the slabs from..to (exclusive): exact near the surface, from a coarse lattice far away. */
export function fillGrid(grid: Float32Array, from: number, to: number): void {
  const cnx = Math.ceil(NX / COARSE) + 1;
  const cny = Math.ceil(NY / COARSE) + 1;
  const first = Math.floor(from / COARSE);
  const last = Math.ceil(to / COARSE) + 1;
  const coarse = new Float32Array(cnx * cny * (last - first + 1));
  const h = STEP_MM * COARSE;
  for (let k = first, o = 0; k <= last; k++)
    for (let j = 0; j < cny; j++)
      for (let i = 0; i < cnx; i++, o++)
        coarse[o] = fieldDistance(ORIGIN.x + i * h, ORIGIN.y + j * h, ORIGIN.z + k * h);
  for (let k = from; k < to; k++)
    for (let j = 0; j < NY; j++)
      for (let i = 0; i < NX; i++) {
        const fi = i / COARSE;
        const fj = j / COARSE;
        const fk = k / COARSE - first;
        const o = ((fk | 0) * cny + (fj | 0)) * cnx + (fi | 0);
        let d = trilinear(coarse, o, cnx, cnx * cny, fi - (fi | 0), fj - (fj | 0), fk - (fk | 0));
        if (Math.abs(d) < EXACT_WITHIN_MM)
          d = fieldDistance(ORIGIN.x + i * STEP_MM, ORIGIN.y + j * STEP_MM, ORIGIN.z + k * STEP_MM);
        grid[(k * NY + j) * NX + i] = d;
      }
}
