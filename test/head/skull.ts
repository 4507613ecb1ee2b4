/** The skull cap and the brow ridge. */
import { HEAD } from './landmarks';
import { blend, bump, clamp, ellipsoid, fullEllipsoid, smoothStep, stick } from './sdf';

/** Sideways shift that makes the two halves of the head differ a little, mm. */
export const midlineDrift = (y: number, z: number): number =>
  HEAD.asymmetryMm * Math.sin((y + 20) * 0.022) * (0.3 + 0.7 * smoothStep(-40, 50, z));

/** Distance to the cap, mm. The half-axes are set so that breadth and length come out at HEAD's sizes. */
export function skullDistance(x: number, y: number, z: number, side: number): number {
  // egg-shaped seen from above: a narrower brow, full parietals
  const egg = 1 + 0.06 * clamp(z / 98, -1, 1) - 0.03 * bump((z + 25) / 60);
  const leaning = Math.max(0, y - 50); // the forehead slopes back, the vertex stands over the ears
  let d = fullEllipsoid(side * egg, y - 46, z - 0.4 + 0.0012 * leaning * leaning, 73.72, 87, 93.5);
  d = blend(d, ellipsoid(side, y - 38, z + 60, 46, 42, 33.5), 24);
  // no skull is a perfect egg: half a millimetre of unevenness
  d -= 0.3 * Math.sin(x * 0.081 + 1.3) * Math.sin(y * 0.067 + 0.4) * Math.sin(z * 0.073 + 2.1);
  d -= 0.2 * Math.sin(x * 0.15 + y * 0.05) * Math.sin(z * 0.13 - y * 0.09 + 1);
  return d;
}

/** Adds the brow ridges and takes the hollow of the temples away. */
export function withBrow(d: number, side: number, y: number, z: number): number {
  let e = blend(d, stick(side, y, z, 8, 29.5, 88.5, 8, 30, 34, 85, 7.5), 12);
  e = blend(e, stick(side, y, z, 30, 34, 85, 7.5, 47, 29, 66.5, 6.5), 14);
  return e + 2 * bump((y - 28) / 26) * bump((side - 66) / 16) * bump((z - 50) / 24);
}

/** Three quiet lines across the forehead, mm. */
export function foreheadLines(side: number, y: number, z: number): number {
  if (z < 70 || y < 40) return 0;
  const depth = 0.13 * smoothStep(46, 20, side) * smoothStep(70, 90, z);
  const wave = 1.6 * Math.sin(side * 0.09);
  return depth * (bump((y - 50 - wave) / 1.5) + 0.8 * bump((y - 62 + wave) / 1.7) + 0.6 * bump((y - 74 - wave) / 1.9));
}
