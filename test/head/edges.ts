/** Clean silhouettes: where a pixel lies across an edge, finds which of its neighbours' surfaces fill it, and how far. */
import { FAR_MM, NEAR_MM, rayThrough } from './camera';
import type { Film } from './film';
import { materialAt } from './head';
import { hit, march } from './trace';

/** Rays a pixel along an edge: SIDE × SIDE. */
const SIDE = 4;
/** Neighbouring pixels whose depths differ by more belong to different surfaces, mm; pixels of 1 mm or less. */
const JUMP_MM = 4;

function isEdge(film: Film, i: number, j: number): boolean {
  const { camera, planes } = film;
  const { width, height } = camera;
  const here = planes.ray[j * width + i] as number;
  const differs = (x: number, y: number): boolean => {
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const there = planes.ray[y * width + x] as number;
    return Math.sign(there) !== Math.sign(here) || Math.abs(there - here) > JUMP_MM;
  };
  return differs(i - 1, j) || differs(i + 1, j) || differs(i, j - 1) || differs(i, j + 1);
}

/** The last hit as the film notes it: negative on the shirt. */
function signedRay(): number {
  const [t = 0, x = 0, y = 0, z = 0] = hit;
  return materialAt(x, y, z) === 'shirt' ? -t : t;
}

/** Replaces each edge pixel of a linear RGB picture by the mean of the surfaces that its rays meet. In place. */
export function resolveEdges(film: Film, picture: Float32Array): void {
  const { camera, planes, grid } = film;
  const { width, height } = camera;
  const [ox, oy, oz] = camera.positionMm;
  const source = picture.slice();
  for (let j = 1; j < height - 1; j++)
    for (let i = 1; i < width - 1; i++) {
      if (!isEdge(film, i, j)) continue;
      const o = j * width + i;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let s = 0; s < SIDE * SIDE; s++) {
        const px = i + ((s % SIDE) + 0.5) / SIDE;
        const py = j + (Math.floor(s / SIDE) + 0.5) / SIDE;
        const [dx, dy, dz] = rayThrough(camera, px, py);
        const t = march(grid, ox, oy, oz, dx, dy, dz, NEAR_MM, FAR_MM, 0.04) ? signedRay() : 0;
        let best = o;
        let least = Infinity;
        for (let q = 0; q < 9; q++) {
          const n = o + (Math.floor(q / 3) - 1) * width + (q % 3) - 1;
          const off = Math.abs((planes.ray[n] as number) - t) + (q === 4 ? 0 : 0.02);
          if (off < least) {
            least = off;
            best = n;
          }
        }
        r += source[best * 3] as number;
        g += source[best * 3 + 1] as number;
        b += source[best * 3 + 2] as number;
      }
      const w = 1 / (SIDE * SIDE);
      picture[o * 3] = r * w;
      picture[o * 3 + 1] = g * w;
      picture[o * 3 + 2] = b * w;
    }
}
