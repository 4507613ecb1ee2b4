/** Everything that one exposure records, pixel by pixel, in flat planes that threads can share. */
import type { Camera } from './camera';
import { GRID_LENGTH } from './distanceGrid';

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
