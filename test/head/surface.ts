/** Points of the head's surface found by place rather than by ray from a camera. */
import type { Vec3 } from './camera';
import { fieldDistance } from './head';

/** The surface met from outside on a level line towards the vertical axis, at an azimuth (degrees) and height (mm). */
export function surfaceAt(angleDeg: number, y: number): Vec3 {
  const a = (angleDeg * Math.PI) / 180;
  let r = 170;
  for (let i = 0; i < 120; i++) {
    const d = fieldDistance(r * Math.sin(a), y, r * Math.cos(a));
    if (Math.abs(d) < 0.005) break;
    r -= d * 0.7;
  }
  return [r * Math.sin(a), y, r * Math.cos(a)];
}

/** The front-most surface at (x, y), as z in mm; undefined where the face has turned away. */
export function frontZ(x: number, y: number): number | undefined {
  let z = 130;
  for (let i = 0; i < 60; i++) {
    const d = fieldDistance(x, y, z);
    if (d < 0.02) return z;
    z -= d * 0.7;
    if (z < 20) return undefined;
  }
  return z;
}
