/** Marching along rays to the surface, and the surface's normal. */
import { gridDistance } from './distanceGrid';
import { fieldDistance } from './head';

/** Where the last successful march ended: ray length, then x, y, z in mm. Reused to keep the inner loop free of garbage. */
export const hit = new Float64Array(4);

/** Marches from `t` to `tEnd` (mm) along a unit direction until within `tolerance` mm; true when it met the surface. */
export function march(
  grid: Float32Array,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  t: number,
  tEnd: number,
  tolerance: number,
): boolean {
  for (let i = 0; i < 160; i++) {
    const x = ox + dx * t;
    const y = oy + dy * t;
    const z = oz + dz * t;
    let d = gridDistance(grid, x, y, z);
    if (d < 4) {
      d = fieldDistance(x, y, z);
      if (d < tolerance) {
        keep(t, x, y, z);
        return true;
      }
      d *= 0.7;
    } else d = d * 0.85 - 1.2;
    t += d;
    if (t > tEnd) return false;
  }
  keep(t, ox + dx * t, oy + dy * t, oz + dz * t);
  return fieldDistance(hit[1] as number, hit[2] as number, hit[3] as number) < 1;
}

function keep(t: number, x: number, y: number, z: number): void {
  hit[0] = t;
  hit[1] = x;
  hit[2] = y;
  hit[3] = z;
}

/** The last normal computed, unit length. */
export const normal = new Float64Array(3);

/** Gradient of the field at a point by four samples `e` mm away (Quilez' tetrahedron), into `normal`. */
export function measureNormal(
  x: number,
  y: number,
  z: number,
  e: number,
  field: (x: number, y: number, z: number) => number = fieldDistance,
): void {
  const a = field(x + e, y - e, z - e);
  const b = field(x - e, y - e, z + e);
  const c = field(x - e, y + e, z - e);
  const d = field(x + e, y + e, z + e);
  const nx = a - b - c + d;
  const ny = -a - b + c + d;
  const nz = -a + b - c + d;
  const m = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  normal[0] = nx * m;
  normal[1] = ny * m;
  normal[2] = nz * m;
}

/** Whether anything stands in the way from a point along a unit direction within `reach` mm. */
export function isOccluded(
  grid: Float32Array,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  reach: number,
): boolean {
  let t = 1.5;
  for (let i = 0; i < 60; i++) {
    const d = gridDistance(grid, x + dx * t, y + dy * t, z + dz * t);
    if (d < 0.15) return true;
    t += Math.max(0.9, d * 0.9);
    if (t > reach) return false;
  }
  return false;
}
