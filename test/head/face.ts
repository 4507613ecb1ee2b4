/** Jaw, chin, cheeks and the closed eyes. */
import { lashLineY, lidCreaseY } from './landmarks';
import { blend, bump, carve, ellipsoid, smoothStep, stick } from './sdf';

/** Distance to the mass of the lower face, mm, without nose and lips. */
export function faceMassDistance(side: number, y: number, z: number): number {
  let f = ellipsoid(side, y + 18, z - 38, 59, 66, 56);
  f = blend(f, ellipsoid(side, y + 60, z - 44, 42, 27, 43), 14);
  f = blend(f, stick(side, y, z, 43.5, -52, 14, 10.5, 17, -85, 72, 10.5), 18); // lower border of the jaw
  f = blend(f, stick(side, y, z, 56.5, -8, 22, 8.5, 44, -54, 14, 9.5), 20); // ramus of the jaw
  f = blend(f, ellipsoid(side - 41, y + 34, z - 46, 17, 32, 30), 18); // masseter and buccal fullness
  f = blend(f, ellipsoid(side, y + 47, z - 70.5, 35, 31, 28.5), 20); // muzzle over the teeth
  f = blend(f, ellipsoid(side, y + 87, z - 79.5, 17, 13.5, 16), 13); // chin
  f = blend(f, ellipsoid(side - 44, y + 8, z - 61, 18, 13, 16), 18); // cheekbone
  f = blend(f, stick(side, y, z, 50, -7, 54, 7, 61, -1, 18, 6), 24); // zygomatic arch
  return blend(f, ellipsoid(side - 33, y + 25, z - 70.5, 20, 21, 16), 15); // soft cheek
}

/** Hollows the orbit and lays the closed lids in it. */
export function withClosedEye(d: number, side: number, y: number, z: number): number {
  let e = carve(d, -ellipsoid(side - 31, y - 14.0, z - 102.5, 19.5, 14, 21.5), 10);
  e = blend(e, ellipsoid(side - 31.5, y - 12.6, z - 73.2, 17.2, 13.6, 13.2), 7);
  if (z < 60 || side < 8 || side > 58 || y < -14 || y > 38) return e;
  const along = Math.abs((side - 32) / 16);
  const fromLash = y - lashLineY(side);
  const fromCrease = y - lidCreaseY(side);
  const lid = smoothStep(1.16, 0.85, along);
  e += lid * (0.8 * bump((fromLash + 0.4) / 0.7) - 0.5 * bump((fromLash - 1.3) / 1.4));
  e += smoothStep(1.25, 0.8, along) * (0.6 * bump(fromCrease / 1.1) - 0.6 * bump((fromCrease - 3.2) / 2.6));
  e += 0.35 * smoothStep(1.2, 0.6, along) * bump((fromLash + 4.6) / 1.3); // fold of the lower lid
  const trough = y - (0.5 - (side < 18 ? 0.02 : -0.005) * (side - 18) * (side - 18));
  e += 0.5 * smoothStep(1.2, 0.5, Math.abs((side - 28) / 14)) * bump(trough / 2.8);
  const feet = Math.abs(((y - 12 - 0.22 * (side - 51) * (y > 12 ? 1 : -1)) % 4) - 1.5); // crow's feet, faint
  return e + 0.04 * bump((side - 53) / 4) * bump((y - 12) / 7) * bump(feet / 0.5);
}
