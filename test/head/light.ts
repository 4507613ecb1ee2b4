/** Three softboxes that travel with the camera, and how much of each a point sees. */
import type { Camera, Vec3 } from './camera';
import type { Film } from './film';
import { chance } from './noise';
import { isOccluded } from './trace';

interface Panel {
  /** Direction in the camera's axes: right, up, towards the camera. */
  readonly direction: Vec3;
  readonly distanceMm: number;
  readonly sizeMm: number;
  readonly power: number;
  /** Linear RGB. */
  readonly colour: Vec3;
}

const PANELS: readonly Panel[] = [
  { direction: [-0.6, 0.62, 0.62], distanceMm: 1250, sizeMm: 720, power: 1.42, colour: [1, 0.982, 0.955] },
  { direction: [0.85, 0.05, 0.62], distanceMm: 1600, sizeMm: 1300, power: 0.24, colour: [0.97, 0.99, 1.03] },
  { direction: [0.8, 0.35, -0.62], distanceMm: 1300, sizeMm: 600, power: 0.6, colour: [1, 1, 1.02] },
];
const TARGET: Vec3 = [0, 10, 0];

/** Light that comes from everywhere, linear RGB. */
export const AMBIENT: Vec3 = [0.2, 0.205, 0.215];

/** A panel placed in the world: its middle, the vectors across it (each half a side long) and sample points. */
export interface PlacedPanel {
  readonly middle: Vec3;
  readonly across: Vec3;
  readonly along: Vec3;
  readonly power: number;
  readonly colour: Vec3;
  /** x, y, z of the samples, one after the other. */
  readonly samples: Float64Array;
}

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function scaled(v: Vec3, length: number): Vec3 {
  const m = length / Math.hypot(v[0], v[1], v[2]);
  return [v[0] * m, v[1] * m, v[2] * m];
}

/** Places the panels for a camera, each with n × n sample points. */
export function placePanels(camera: Camera, n: number): PlacedPanel[] {
  const { right: r, up: u, back: b } = camera;
  return PANELS.map((panel) => {
    const d = panel.direction;
    const towards = scaled(
      [
        r[0] * d[0] + u[0] * d[1] + b[0] * d[2],
        r[1] * d[0] + u[1] * d[1] + b[1] * d[2],
        r[2] * d[0] + u[2] * d[1] + b[2] * d[2],
      ],
      panel.distanceMm,
    );
    const across = scaled(cross(towards, b), panel.sizeMm / 2);
    const along = scaled(cross(towards, across), panel.sizeMm / 2);
    const middle: Vec3 = [TARGET[0] + towards[0], TARGET[1] + towards[1], TARGET[2] + towards[2]];
    const samples = new Float64Array(n * n * 3);
    for (let q = 0; q < n * n; q++) {
      const s = (((q % n) + 0.5) / n) * 2 - 1;
      const t = ((Math.floor(q / n) + 0.5) / n) * 2 - 1;
      for (let c = 0; c < 3; c++) samples[q * 3 + c] = (middle[c] ?? 0) + (across[c] ?? 0) * s + (along[c] ?? 0) * t;
    }
    return { middle, across, along, power: panel.power, colour: panel.colour, samples };
  });
}

/** Fills the film's visibility of the panels and of the sky at one pixel that shows a surface. */
export function measureVisibility(film: Film, panels: readonly PlacedPanel[], i: number, j: number): void {
  const { planes, grid, quick } = film;
  const o = j * film.camera.width + i;
  const nx = planes.nx[o] as number;
  const ny = planes.ny[o] as number;
  const nz = planes.nz[o] as number;
  const x = (planes.x[o] as number) + nx * 1.2;
  const y = (planes.y[o] as number) + ny * 1.2;
  const z = (planes.z[o] as number) + nz * 1.2;
  const seen = [planes.seenKey, planes.seenFill, planes.seenRim];
  panels.forEach((panel, l) => {
    const n = l === 0 && !quick ? 3 : 2;
    let count = 0;
    for (let q = 0; q < n * n; q++) {
      const s = (((q % n) + chance(i, j, q * 2 + l * 50)) / n) * 2 - 1;
      const t = ((Math.floor(q / n) + chance(i, j, q * 2 + 1 + l * 50)) / n) * 2 - 1;
      let lx = panel.middle[0] + panel.across[0] * s + panel.along[0] * t - x;
      let ly = panel.middle[1] + panel.across[1] * s + panel.along[1] * t - y;
      let lz = panel.middle[2] + panel.across[2] * s + panel.along[2] * t - z;
      const m = 1 / Math.sqrt(lx * lx + ly * ly + lz * lz);
      lx *= m;
      ly *= m;
      lz *= m;
      if (lx * nx + ly * ny + lz * nz < -0.25) continue;
      if (!isOccluded(grid, x, y, z, lx, ly, lz, 260)) count++;
    }
    const plane = seen[l];
    if (plane) plane[o] = count / (n * n);
  });
  planes.seenSky[o] = skyVisibility(grid, x, y, z, nx, ny, nz, quick ? 6 : 8, i, j);
}

/** Cosine-weighted share of the sky that a point sees; frame after Duff et al. 2017. */
function skyVisibility(
  grid: Float32Array,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  rays: number,
  i: number,
  j: number,
): number {
  const sign = nz < 0 ? -1 : 1;
  const a = -1 / (sign + nz);
  const b = nx * ny * a;
  let open = 0;
  for (let q = 0; q < rays; q++) {
    const u = (q + chance(i, j, 301 + q)) / rays;
    const phi = 2 * Math.PI * (chance(i, j, 401 + q) + q * 0.618);
    const r = Math.sqrt(u);
    const cx = r * Math.cos(phi);
    const cy = r * Math.sin(phi);
    const cz = Math.sqrt(1 - u);
    const dx = cx * (1 + sign * nx * nx * a) + cy * b + cz * nx;
    const dy = cx * sign * b + cy * (sign + ny * ny * a) + cz * ny;
    const dz = -cx * sign * nx - cy * ny + cz * nz;
    if (!isOccluded(grid, x, y, z, dx, dy, dz, 110)) open++;
  }
  return open / rays;
}
