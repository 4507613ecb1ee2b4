/** Neck, shoulders and a plain T-shirt. */
import { blend, bump, carve, ellipsoid, smoothStep, stick } from './sdf';

/** Distance to the neck with the slope of the trapezius, mm. */
export function neckDistance(side: number, y: number, z: number): number {
  let n = stick(side * 1.03, y, z, 0, -52, -17, 51, 0, -215, -40, 58);
  n = blend(n, stick(side, y, z, 46.5, -44, -18, 8, 16, -190, 20, 7), 22); // sternocleidomastoid
  n = blend(n, ellipsoid(side, y + 117, z - 19.5, 9, 24, 10), 16); // larynx
  return blend(n, stick(side, y, z, 26, -118, -60, 18, 150, -214, -52, 24), 30);
}

/** Distance to the shoulders and chest, mm. */
export function torsoDistance(side: number, y: number, z: number): number {
  const shoulder = ellipsoid(side - 110, y + 268, z + 42, 112, 62, 66);
  const chest = blend(shoulder, ellipsoid(side, y + 330, z + 12, 175, 132, 96), 40);
  return blend(chest, ellipsoid(side, y + 252, z + 60, 92, 92, 60), 40);
}

/** Height of the shirt's neckline at a place, mm: high at the nape, falling forwards, level across the throat. */
function necklineY(side: number, z: number): number {
  const forward = blend(z + 45, 62, 30);
  const beyond = Math.max(0, side - 55);
  const dip = 7 * bump(side / 38) * smoothStep(-20, 20, z);
  return -134 - dip - 0.36 * forward - 0.2 * (Math.sqrt(forward * forward + 300) - 17) + 0.012 * beyond * beyond;
}

/** Distance to the shirt, mm: a shell over neck and torso, open at the neck, with a ribbed collar. */
export function shirtDistance(side: number, y: number, z: number): number {
  const body = blend(torsoDistance(side, y, z), neckDistance(side, y, z), 26) - 3;
  const below = (necklineY(side, z) - y) * 0.75;
  const cloth = carve(body, -below, 2.5);
  const collar = carve(Math.abs(body - 0.3) - 1.7, Math.abs(below - 8) - 9, 2);
  return blend(cloth, collar, 1.2);
}
