/** The nose: bridge, tip, wings, nostrils. */
import { blend, bump, carve, ellipsoid, smoothStep, stick } from './sdf';

// the wings are turned outwards by about 20°
const WING_COS = 0.94;
const WING_SIN = 0.34;

/** Distance to the nose alone, mm. */
export function noseDistance(side: number, y: number, z: number): number {
  let n = stick(side, y, z, 0, 20, 87, 7.2, 0, -13, 108, 6.8);
  n = blend(n, ellipsoid(side, y + 8, z - 92, 14, 24, 15), 9);
  n = blend(n, ellipsoid(side, y + 17, z - 110.4, 9, 7.8, 8.8), 6); // tip
  const outward = side - 11.9;
  const forward = z - 101.5;
  const u = WING_COS * outward + WING_SIN * forward;
  const w = WING_COS * forward - WING_SIN * outward;
  n = blend(n, ellipsoid(u, y + 23.4, w, 5.6, 6.8, 9.8), 4.2); // wing
  const crease = bump((y + 16.8 - 0.12 * w) / 2) * smoothStep(6, 11, side) * smoothStep(118, 108, z);
  n += 0.55 * crease; // groove above the wing
  n = blend(n, stick(side, y, z, 0, -27.8, 99, 4.2, 0, -23.4, 111, 4.4), 4); // columella
  const nx = side - 7.2;
  const nz = z - 105.5;
  const hole = ellipsoid(WING_COS * nx + WING_SIN * nz, y + 28.8, WING_COS * nz - WING_SIN * nx, 3.1, 4.4, 5.8);
  return carve(n, -hole, 1.2);
}

/** Joins the nose to the face: a tight crease round the wing, a soft slope up at the bridge. */
export function withNose(d: number, side: number, y: number, z: number): number {
  if (z < 60 || y > 45 || y < -60) return d;
  const fillet = 3 + 6.5 * smoothStep(-24, -6, y);
  return blend(d, noseDistance(side, y, z), fillet);
}

/** 1 inside a nostril, where little light comes, else 0. */
export function nostrilMask(side: number, y: number, z: number): number {
  const nx = side - 7.2;
  const nz = z - 105.5;
  const hole = ellipsoid(WING_COS * nx + WING_SIN * nz, y + 28.8, WING_COS * nz - WING_SIN * nx, 3.1, 4.4, 5.8);
  return smoothStep(0.9, -1.2, hole);
}
