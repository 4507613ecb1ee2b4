/** Everything that one exposure records, pixel by pixel, in flat planes that threads can share. */
import type { Camera } from './camera';
import { FAR_MM, NEAR_MM, rayThrough, typicalMmPerPx } from './camera';
import { GRID_LENGTH } from './distanceGrid';
import { materialAt } from './head';
import type { PlacedPanel } from './light';
import { measureVisibility } from './light';
import { hit, march, measureNormal, normal } from './trace';

const PLANE_NAMES = [
  'ray', // length of the ray to the surface, mm; 0 on the background, negative on the shirt
  'x', // surface point, mm
  'y',
  'z',
  'nx', // normal
  'ny',
  'nz',
  'seenKey', // share of each panel and of the sky that the point sees, 0..1
  'seenFill',
  'seenRim',
  'seenSky',
  'lightR', // light that falls on the skin, linear
  'lightG',
  'lightB',
  'shine', // light reflected by its surface, linear
  'albedoR',
  'albedoG',
  'albedoB',
] as const;
type PlaneName = (typeof PLANE_NAMES)[number];
export type Planes = Readonly<Record<PlaneName, Float32Array>>;

export interface Film {
  readonly camera: Camera;
  readonly planes: Planes;
  readonly grid: Float32Array;
  /** Fewer rays a pixel: large pictures smooth the light over more pixels. */
  readonly quick: boolean;
}

/** Bytes of the buffer behind a film's planes. */
export const filmBytes = (camera: Camera): number => camera.width * camera.height * 4 * PLANE_NAMES.length;
export const GRID_BYTES = GRID_LENGTH * 4;

/** Lays a film over two buffers (shared ones between threads). */
export function loadFilm(camera: Camera, planeBuffer: ArrayBufferLike, gridBuffer: ArrayBufferLike): Film {
  const size = camera.width * camera.height;
  const plane = (name: PlaneName): Float32Array =>
    new Float32Array(planeBuffer, PLANE_NAMES.indexOf(name) * size * 4, size);
  const planes: Planes = {
    ray: plane('ray'),
    x: plane('x'),
    y: plane('y'),
    z: plane('z'),
    nx: plane('nx'),
    ny: plane('ny'),
    nz: plane('nz'),
    seenKey: plane('seenKey'),
    seenFill: plane('seenFill'),
    seenRim: plane('seenRim'),
    seenSky: plane('seenSky'),
    lightR: plane('lightR'),
    lightG: plane('lightG'),
    lightB: plane('lightB'),
    shine: plane('shine'),
    albedoR: plane('albedoR'),
    albedoG: plane('albedoG'),
    albedoB: plane('albedoB'),
  };
  return { camera, planes, grid: new Float32Array(gridBuffer), quick: camera.width > 1500 };
}

/** Marches one row of rays into the film and measures what light each point can see. */
export function exposeRow(film: Film, panels: readonly PlacedPanel[], row: number): void {
  const { camera, planes, grid } = film;
  const mm = typicalMmPerPx(camera);
  const [ox, oy, oz] = camera.positionMm;
  for (let i = 0; i < camera.width; i++) {
    const o = row * camera.width + i;
    const [dx, dy, dz] = rayThrough(camera, i + 0.5, row + 0.5);
    planes.ray[o] = 0;
    if (!march(grid, ox, oy, oz, dx, dy, dz, NEAR_MM, FAR_MM, Math.min(0.05, mm * 0.15))) continue;
    const [t = 0, x = 0, y = 0, z = 0] = hit;
    measureNormal(x, y, z, Math.max(0.12, mm * 0.5));
    planes.ray[o] = materialAt(x, y, z) === 'shirt' ? -t : t;
    planes.x[o] = x;
    planes.y[o] = y;
    planes.z[o] = z;
    planes.nx[o] = normal[0] as number;
    planes.ny[o] = normal[1] as number;
    planes.nz[o] = normal[2] as number;
    measureVisibility(film, panels, i, row);
  }
}
