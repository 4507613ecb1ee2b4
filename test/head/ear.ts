/** The ear, built in the frame of its own plate. */
import { blend, bump, carve, clamp, ellipsoid, smoothStep, stick } from './sdf';

const CENTRE = { side: 74.5, y: -2.5, z: -10 } as const;
const FLARE = (23 * Math.PI) / 180; // how far the plate stands off the head
const TILT = (13 * Math.PI) / 180; // leaning back
const COS_FLARE = Math.cos(FLARE);
const SIN_FLARE = Math.sin(FLARE);
const COS_TILT = Math.cos(TILT);
const SIN_TILT = Math.sin(TILT);
const HALF_HEIGHT = 32;

/** Distance to one ear, mm, from a point with side = |x|. */
export function earDistance(side: number, y: number, z: number): number {
  const py = y - CENTRE.y;
  // the top leans out, the lobe tucks in
  const px = side - CENTRE.side - 0.09 * py + (py < 0 ? 0.0016 * py * py : 0);
  const pz = z - CENTRE.z;
  const across = -SIN_FLARE * px + COS_FLARE * pz;
  const out0 = COS_FLARE * px + SIN_FLARE * pz;
  const u0 = COS_TILT * across + SIN_TILT * py; // forward in the plate
  const v = COS_TILT * py - SIN_TILT * across; // up in the plate
  const s = clamp(v / HALF_HEIGHT, -1.2, 1.2);
  const halfWidth = 16.5 + 3 * s - 3.2 * smoothStep(-0.2, -1, s);
  const u = u0 - 1.5 * s;
  const q = Math.sqrt((u / halfWidth) * (u / halfWidth) + (v / HALF_HEIGHT) * (v / HALF_HEIGHT));
  const out = out0 - 3.2 * q * q + 1.5 - (v > 0 ? 0.0022 * v * v : 0);
  let d = carve((q - 1) * 17 + 0.6, Math.abs(out) - 1.7, 2.5);
  const rim = smoothStep(-0.95, -0.35, s) * smoothStep(0.95, 0.55, u / halfWidth - s * 0.9 + 0.35);
  d = blend(d, Math.hypot((q - 0.9) * 17, out - 1.7) - (1.2 + 2 * rim), 1.6); // helix
  d += 1.3 * bump((q - 0.73) / 0.085) * rim * bump(out / 5); // groove inside the helix
  const fold = smoothStep(0.5, -0.35, u / halfWidth) * smoothStep(-0.8, -0.45, s) * smoothStep(0.8, 0.45, s);
  d = blend(d, Math.hypot((q - 0.55) * 16, out - 1.3) - 2.4 * fold + (1 - fold) * 2, 2.3); // antihelix
  d = carve(d, -ellipsoid(u - 2.5, v + 5, out - 3.0, 7.6, 10.8, 7.4), 1.6); // concha
  d = blend(d, stick(u, v, out, 12, 3.5, 0, 1.6, -1, 3.6, 0.2, 1.2), 2.5); // crus of the helix
  d = blend(d, ellipsoid(u - 11.5, v + 7.5, out - 1.4, 3.6, 5.4, 3.2), 3); // tragus
  d = blend(d, ellipsoid(u + 1.5, v + 15, out - 1.5, 4.5, 3.4, 2.4), 3); // antitragus
  return blend(d, ellipsoid(u - 3.5, v + 23.5, out - 0.3, 8.6, 8.4, 3.6), 4); // lobe
}

/** Joins the ear and its root to the head. Evaluated only where the ear can matter. */
export function withEar(d: number, side: number, y: number, z: number): number {
  const reach = Math.hypot(side - CENTRE.side, y - CENTRE.y, z - CENTRE.z) - 38;
  if (reach >= d + 6) return d;
  let e = reach > 8 ? reach : earDistance(side, y, z);
  e = blend(e, ellipsoid(side - 64.5, y - 2, z + 10, 8, 24, 8), 4); // wall behind the concha
  e = blend(e, ellipsoid(side - 64.5, y - 7, z - 4, 6, 16, 8), 5); // root in front of the ear canal
  return blend(d, e, y < -18 ? 4.5 + 3.5 * smoothStep(-18, -30, y) : 4.5);
}

/** 1 on the ear, 0 on the head beside it. */
export const earMask = (side: number, y: number, z: number): number =>
  side < 60 ? 0 : smoothStep(3, 0, earDistance(side, y, z)) * smoothStep(62, 70, side);
