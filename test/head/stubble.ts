/** Draws the shaved hair: a stump lying down and back, and the soft shadow of its root under the skin. */
import { typicalMmPerPx } from './camera';
import type { Film } from './film';
import { ROOT_STRIDE } from './follicles';
import { chance } from './noise';
import type { Ink } from './strokes';
import { deposit, drawStroke, pictureOf } from './strokes';
import { blurAlongSurface } from './subsurface';

interface StubbleLook {
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly strength: number;
  /** Shadow of the root: area times opacity, mm². */
  readonly haloMm2: number;
}
const SCALP: StubbleLook = { lengthMm: 0.4, widthMm: 0.095, strength: 2.8, haloMm2: 0.8 };
const BEARD: StubbleLook = { lengthMm: 0.3, widthMm: 0.075, strength: 1, haloMm2: 0.14 };
/** The shadow of a root: half of it close by, half a haze that joins its neighbours' (our choice by eye). */
const HALO_NEAR_MM = 0.17;
const HALO_WIDE_MM = 1.2;

function softenHalo(film: Film, halo: Float32Array): void {
  const { width, height } = film.camera;
  const mm = typicalMmPerPx(film.camera);
  const spread = (from: Float32Array, sigmaMm: number): Float32Array =>
    sigmaMm / mm < 0.4 ? from.slice() : blurAlongSurface(width, height, film.planes.ray, from, sigmaMm / mm, 3);
  const near = spread(halo, HALO_NEAR_MM);
  const wide = spread(near, HALO_WIDE_MM);
  for (let o = 0; o < halo.length; o++) halo[o] = 0.2 * (near[o] as number) + 0.8 * (wide[o] as number);
}

export function drawStubble(film: Film, roots: Float32Array, ink: Ink): void {
  const { camera } = film;
  const mm = typicalMmPerPx(camera);
  const c = camera.positionMm;
  for (let a = 0; a < roots.length; a += ROOT_STRIDE) {
    const [x = 0, y = 0, z = 0, nx = 0, ny = 0, nz = 0, kind = 0, id = 0] = roots.subarray(a, a + ROOT_STRIDE);
    const away = Math.hypot(c[0] - x, c[1] - y, c[2] - z);
    const facing = (nx * (c[0] - x) + ny * (c[1] - y) + nz * (c[2] - z)) / away;
    if (facing < 0.02) continue;
    const look = kind === 0 ? SCALP : BEARD;
    let gx = (chance(id, 6, 1) - 0.5) * 0.6;
    let gy = -1;
    let gz = (kind === 0 ? -0.55 : 0) + (chance(id, 7, 1) - 0.5) * 0.6;
    const along = gx * nx + gy * ny + gz * nz;
    gx = (gx - along * nx) * 0.8 + nx * 0.7;
    gy = (gy - along * ny) * 0.8 + ny * 0.7;
    gz = (gz - along * nz) * 0.8 + nz * 0.7;
    const length = look.lengthMm * (0.6 + 0.8 * chance(id, 5, 1));
    const width = look.widthMm * (0.8 + 0.4 * chance(id, 9, 1));
    const tone = 0.5 + 1.0 * chance(id, 8, 1);
    const root = pictureOf(camera, x, y, z);
    const tip = pictureOf(camera, x + gx * length, y + gy * length, z + gz * length);
    drawStroke(film, ink.hair, root, tip, width, look.strength * tone, 1.2);
    const halo = (look.haloMm2 * tone * Math.min(1, facing + 0.05)) / (mm * mm);
    deposit(film, ink.halo, root.x, root.y, root.rayMm, halo, 1.5);
  }
  softenHalo(film, ink.halo);
}
