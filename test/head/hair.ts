/** Where hair grows: the horseshoe of a Norwood VI pattern, shaved close, and the shadow of a beard. */
import { lowerLipY, upperLipY } from './landmarks';
import { cloud } from './noise';
import { clamp, mix, smoothStep } from './sdf';

/** Hairs per cm² where the horseshoe is full. */
export const STUBBLE_PER_CM2 = 170;
/** Hairs per cm² of a full beard; facial follicles stand farther apart. */
export const BEARD_PER_CM2 = 84;

/** Upper border of the horseshoe: height (mm) at the sides and at the back, and the width of its fade. */
const FRINGE = { sideY: 82, backY: 72, fade: 24 } as const;

/** Hairs per cm² of scalp hair at a surface point (mm). */
export function scalpHairPerCm2(x: number, y: number, z: number): number {
  const side = Math.abs(x);
  if (side < 30 && z > 0) return 0;
  if (side > 65 && ((z + 8) / 15) ** 2 + ((y + 3) / 29) ** 2 < 1) return 0; // not inside the ear
  const wander = (cloud(x / 16 + 5, y / 16, z / 16) - 0.5) * 2;
  const fray = cloud(x / 5, y / 5 + 9, z / 5) - 0.5;
  const toBack = smoothStep(-10, -92, z);
  const ahead = Math.max(0, z + 25);
  const top = mix(FRINGE.sideY - 0.0045 * ahead * ahead, FRINGE.backY, toBack) + 6 * wander + 5 * fray;
  const belowTop = smoothStep(top + FRINGE.fade * 0.45, top - FRINGE.fade * 0.75, y);
  // front edge: the temple, then a sideburn in front of the ear
  const edge = y > 25 ? mix(34, 47, smoothStep(25, 45, y)) : mix(25, 34, smoothStep(-10, 25, y));
  const shift = 5 * wander + 4 * fray;
  const behindFront = smoothStep(edge + 9 + shift, edge - 11 + shift, z);
  // lower edge: end of the sideburn, over and behind the ear, nape
  const low = z > 2 ? -14 : z > -34 ? mix(-14, -30, smoothStep(2, -34, z)) : mix(-30, -70, smoothStep(-30, -72, z));
  const aboveLow = smoothStep(low - 11 + 6 * wander + 4 * fray, low + 9 + 6 * wander + 4 * fray, y);
  return STUBBLE_PER_CM2 * belowTop * behindFront * aboveLow;
}

/** Hairs per cm² of beard at a surface point (mm). */
export function beardPerCm2(x: number, y: number, z: number): number {
  const side = Math.abs(x);
  if (y > -8 || y < -150 || z < 5) return 0;
  const wander = (cloud(x / 12, y / 12 + 40, z / 12) - 0.5) * 2;
  const out = Math.max(0, side - 22);
  const cheekY = -35 + 0.012 * out * out + 4 * wander;
  let m = smoothStep(cheekY + 8, cheekY - 9, y) * smoothStep(-132, -106, y);
  const sideburn = smoothStep(11, 19, z) * smoothStep(34, 26, z) * smoothStep(46, 54, side) * smoothStep(-6, -14, y);
  m = Math.max(m, sideburn * 0.9);
  m *= smoothStep(8, 20, z + (y < -90 ? 10 : 0));
  const low = lowerLipY(side);
  if (side < 26 && y < upperLipY(side) + 1.2 && y > low - 1.2) return 0; // none on the lips
  if (side < 11 && y < low - 1 && y > low - 6) m *= 0.35;
  if (side > 11 && side < 22 && y < low + 2 && y > -72) m *= 0.55; // thinner beside the tuft under the lip
  if (side < 20 && y > -36) m *= smoothStep(-33, -38, y);
  return BEARD_PER_CM2 * m;
}

/**
 * Knots of a natural mature hairline: angle about the vertical axis from straight ahead (degrees) and height (mm).
 * Mid-front 75 to 80 mm above the glabella along the skin, corners over the lateral canthus, set back a little, then
 * down into the stubble of the temple (after Garg's "8 cm" method).
 */
const HAIRLINE_KNOTS: readonly (readonly [number, number])[] = [
  [0, 103],
  [12, 103],
  [25, 103.3],
  [38, 104.3],
  [46.5, 104.8],
  [50.5, 99],
  [53.2, 87],
  [55, 72],
  [56.5, 58],
  [58, 47],
];

export const HAIRLINE_END_DEG = 58;

/** Height of the natural hairline (mm) at an angle (degrees, sign ignored) about the vertical axis. */
export function hairlineY(angleDeg: number): number {
  const a = clamp(Math.abs(angleDeg), 0, HAIRLINE_END_DEG);
  for (let i = 0; i + 1 < HAIRLINE_KNOTS.length; i++) {
    const from = HAIRLINE_KNOTS[i];
    const to = HAIRLINE_KNOTS[i + 1];
    if (!from || !to || a > to[0]) continue;
    const before = HAIRLINE_KNOTS[i - 1] ?? [-to[0], to[1]];
    const after = HAIRLINE_KNOTS[i + 2] ?? [2 * to[0] - from[0], 2 * to[1] - from[1]];
    const span = to[0] - from[0];
    const t = (a - from[0]) / span;
    const m0 = ((to[1] - before[1]) / (to[0] - before[0])) * span;
    const m1 = ((after[1] - from[1]) / (after[0] - from[0])) * span;
    const u = t * t;
    const v = u * t;
    return (2 * v - 3 * u + 1) * from[1] + (v - 2 * u + t) * m0 + (3 * u - 2 * v) * to[1] + (v - u) * m1;
  }
  return HAIRLINE_KNOTS[HAIRLINE_KNOTS.length - 1]?.[1] ?? 0;
}

/** Angle about the vertical axis from straight ahead, degrees, positive to his left. */
export const azimuthDeg = (x: number, z: number): number => (Math.atan2(x, z) * 180) / Math.PI;

/** Whether a surface point of skin belongs to the scalp: behind the natural hairline, bald or haired, off the ear. */
export function isScalp(x: number, y: number, z: number): boolean {
  const angle = Math.abs(azimuthDeg(x, z));
  if (angle <= HAIRLINE_END_DEG && y >= hairlineY(angle)) return true;
  if (angle > HAIRLINE_END_DEG && y >= 50) return true;
  return scalpHairPerCm2(x, y, z) > STUBBLE_PER_CM2 * 0.1;
}
