/** The exposure: what each pixel sees, and what light can reach it. */
import { FAR_MM, NEAR_MM, rayThrough, typicalMmPerPx } from './camera';
import type { Film } from './film';
import { materialAt } from './head';
import type { PlacedPanel } from './light';
import { measureVisibility } from './light';
import { hit, march, measureNormal, normal } from './trace';

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
