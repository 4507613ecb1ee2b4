/** Strokes thinner than a pixel: each deposits exactly its area, hidden where the surface stands before it. */
import type { Camera } from './camera';
import { project, typicalMmPerPx } from './camera';
import type { Film } from './film';
import { mix } from './sdf';

export interface Ink {
  /** Optical depth of hair over each pixel. */
  readonly hair: Float32Array;
  /** Optical depth of the soft shadow of hair below the skin. */
  readonly halo: Float32Array;
}

/** A point in the picture, px, with the length of the ray to it in mm. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
  readonly rayMm: number;
}

export function pictureOf(camera: Camera, x: number, y: number, z: number): PicturePoint {
  const p = project(camera, x, y, z);
  const c = camera.positionMm;
  return { x: p.x, y: p.y, rayMm: Math.hypot(x - c[0], y - c[1], z - c[2]) };
}

/** Spreads `amount` over the four pixels round (x, y) where nothing hides it by more than `toleranceMm`. */
export function deposit(
  film: Film,
  plane: Float32Array,
  x: number,
  y: number,
  rayMm: number,
  amount: number,
  toleranceMm: number,
): void {
  const { width, height } = film.camera;
  const i = Math.floor(x - 0.5);
  const j = Math.floor(y - 0.5);
  if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) return;
  const u = x - 0.5 - i;
  const v = y - 0.5 - j;
  for (let b = 0; b < 2; b++)
    for (let a = 0; a < 2; a++) {
      const o = (j + b) * width + i + a;
      const surface = Math.abs(film.planes.ray[o] as number);
      if (surface > 0 && rayMm < surface + toleranceMm && rayMm > surface - 16)
        plane[o] = (plane[o] as number) + amount * (a ? u : 1 - u) * (b ? v : 1 - v);
    }
}

/** A straight stroke `widthMm` wide. */
export function drawStroke(
  film: Film,
  plane: Float32Array,
  from: PicturePoint,
  to: PicturePoint,
  widthMm: number,
  strength: number,
  toleranceMm: number,
): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const widthPx = widthMm / typicalMmPerPx(film.camera);
  const n = Math.max(1, Math.ceil(length * 1.5));
  const area = ((Math.max(length, widthPx) * widthPx) / n) * strength;
  for (let s = 0; s < n; s++) {
    const f = (s + 0.5) / n;
    deposit(film, plane, from.x + dx * f, from.y + dy * f, mix(from.rayMm, to.rayMm, f), area, toleranceMm);
  }
}
