/** Lips, philtrum, the folds beside and below the mouth, as offsets to the face's distance. */
import { lowerLipY, mouthLineY, upperLipY } from './landmarks';
import { bump, smoothStep } from './sdf';

/** What the mouth adds to the distance (mm; negative swells the surface). */
export function mouthOffset(side: number, y: number, z: number): number {
  if (z < 55 || y > -17 || y < -86) return 0;
  const line = mouthLineY(side);
  const dy = y - line;
  const r = side / 25.5;
  const fullness = Math.sqrt(Math.max(0, 1 - r * r));
  const up = upperLipY(side) - line;
  const low = line - lowerLipY(side);
  const upper = bump((dy - up * 0.42) / (dy > 0 ? up * 0.62 + 0.8 : 2.3));
  const lower = bump((dy + low * 0.47) / (low * 0.5 + 0.9));
  let d = -fullness * (1.3 * upper * (1 + 0.25 * bump(side / 3.5)) + 2 * lower * (1 - 0.14 * bump(side / 3)));
  d -= 0.35 * bump((y - upperLipY(side)) / 0.9) * smoothStep(22, 12, side); // white roll
  d += 1.7 * smoothStep(1.1, 0.7, r) * bump((dy + 0.1) / 0.9); // the line between the lips
  d += 0.8 * bump((side - 26) / 3.5) * bump((dy + 0.6) / 3.5); // corner
  d -= 0.3 * bump((side - 32) / 5) * bump((dy + 2) / 8); // fullness beside the corner
  const overLip = smoothStep(-47.5, -44.5, y) * smoothStep(-31, -36, y);
  d += overLip * (0.9 * bump(side / 3) - 0.5 * bump((side - 5.2) / 2.1)); // philtrum and its ridges
  d += 1.8 * bump(side / 15) * bump((y + 71) / 5); // hollow under the lower lip
  const fold = side - (18 + (-26 - y) * 0.5); // from the wing of the nose towards the corner
  const reach = smoothStep(-23, -30, y) * smoothStep(-60, -42, y);
  return d + reach * (0.7 * bump(fold / 2.8) - 0.6 * bump((fold - 6) / 5));
}
