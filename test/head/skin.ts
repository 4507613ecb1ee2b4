/** The skin's colour, its gloss and its fine relief; and the cloth of the shirt. */
import { lashLineY, lowerLipY, mouthLineY, upperLipY } from './landmarks';
import { cloud, nearestCell, valueNoise } from './noise';
import { nostrilMask } from './nose';
import { bump, mix, smoothStep } from './sdf';

/** Relief in mm: pores, fine creases, soft unevenness. `detail` 0..1 leaves out what the picture cannot resolve. */
export function skinRelief(x: number, y: number, z: number, detail: number): number {
  let h = 0.15 * cloud(x / 13, y / 13, z / 13) + 0.07 * valueNoise(x / 3.1, y / 3.1 + 4, z / 3.1);
  if (detail > 0.02) {
    const pore = nearestCell(x / 1.1, y / 1.1, z / 1.1);
    h += detail * (0.045 * smoothStep(0.05, 0.55, pore) + 0.03 * valueNoise(x / 0.7, y / 0.7, z / 0.7));
    h += detail * 0.018 * valueNoise(x / 0.32, y / 0.32, z / 0.32);
  }
  return h;
}

/** 1 on the red of the lips, 0 on the skin round them. */
export function lipMask(side: number, x: number, y: number, z: number): number {
  if (z < 70 || side > 27 || y > -40 || y < -70) return 0;
  const n = (valueNoise(x / 1.5, y / 1.5, 3) - 0.5) * 1.2;
  const up = smoothStep(1.5, -1.3, y - upperLipY(side) + n);
  return up * smoothStep(-1.8, 1.6, y - lowerLipY(side) + n) * smoothStep(26, 21, side);
}

/** How flushed the skin is: nose, cheeks, ears, chin and lids more, brow and crown less. */
function redness(side: number, y: number, z: number, big: number, mid: number): number {
  let red = 0.6 * bump((y + 17) / 15) * bump(side / 16) * smoothStep(92, 106, z);
  red += 0.45 * bump((y + 17) / 19) * bump((side - 40) / 17) * smoothStep(45, 70, z);
  red += 0.65 * smoothStep(68, 76, side) * bump((y + 2) / 38) * bump((z + 8) / 26);
  red += 0.25 * bump((y + 86) / 12) * bump(side / 16) * smoothStep(60, 85, z);
  red += 0.3 * bump((y - 13) / 9) * bump((side - 31) / 15) * smoothStep(60, 74, z);
  return red + 0.2 * smoothStep(-88, -125, y) + 0.8 * big + 0.55 * mid;
}

/**
 * Skin is mottled by the vessels and the melanin below it: bare scalps on clinics' close-ups vary by .02–.04 at 2–4 mm and by
 * .04–.11 at 0.25–2 mm (sd over mean of luminance). Strengths to be within that, by `npx tsx test/bench/looks.ts`.
 */
const MOTTLE_BLOOD = 0.16;
const MOTTLE_MELANIN = 0.22;

/** Patches of a few millimetres and finer ones within them, about −0.5..0.5. */
const mottle = (x: number, y: number, z: number): number =>
  0.45 * valueNoise(x / 3.3, y / 3.3, z / 3.3) +
  0.3 * valueNoise(x / 1.7 + 9, y / 1.7, z / 1.7) +
  0.25 * valueNoise(x / 0.8, y / 0.8 + 5, z / 0.8) -
  0.5;

/**
 * Colour of the skin at a surface point: linear RGB albedo into out[0..2], gloss (1 = common) into out[3].
 */
export function paintSkin(x: number, y: number, z: number, out: Float64Array): void {
  const side = Math.abs(x);
  const big = cloud(x / 24 + 3, y / 24, z / 24) - 0.5;
  const mid = cloud(x / 6, y / 6 + 8, z / 6) - 0.5;
  const fine = valueNoise(x / 1.6, y / 1.6, z / 1.6) - 0.5;
  const red = redness(side, y, z, big, mid);
  const pale = smoothStep(30, 60, y) * smoothStep(-40, 60, z) * 0.6 + smoothStep(70, 110, y) * 0.3;
  const under = 0.55 * bump((y - 1) / 5) * bump((side - 29) / 13) * smoothStep(62, 74, z); // below the eyes
  const blood = MOTTLE_BLOOD * mottle(x + 31, y, z);
  const tone = (1 + 0.1 * mid + 0.1 * fine + 0.08 * big) * (1 - MOTTLE_MELANIN * mottle(x, y + 17, z));
  const spots =
    freckles(x, y, z, mid) +
    (0.06 + 0.16 * valueNoise(x / 2.3 + 5, y / 2.3, z / 2.3)) *
      smoothStep(0.42, 0.05, nearestCell(x / 1.1, y / 1.1, z / 1.1)); // pores
  let r =
    0.575 * (1 - 0.25 * blood) * (1 + 0.02 * red) * (1 + 0.035 * pale) * (1 - 0.14 * under) * tone * (1 - 0.35 * spots);
  let g = 0.362 * (1 - blood) * (1 - 0.3 * red) * (1 + 0.06 * pale) * (1 - 0.16 * under) * tone * (1 - 0.62 * spots);
  let b =
    0.262 * (1 - 0.9 * blood) * (1 - 0.3 * red) * (1 + 0.06 * pale) * (1 - 0.06 * under) * tone * (1 - 0.75 * spots);
  const lip = lipMask(side, x, y, z);
  if (lip > 0) {
    const crack = tone * (0.9 + 0.24 * valueNoise(x / 0.55, y / 3.5, 7));
    r = mix(r, 0.46 * crack, lip * 0.85);
    g = mix(g, 0.215 * crack, lip * 0.85);
    b = mix(b, 0.172 * crack, lip * 0.85);
  }
  const dark = featureShade(side, y, z);
  out[0] = r * (1 - 0.82 * dark);
  out[1] = g * (1 - 0.93 * dark);
  out[2] = b * (1 - 0.95 * dark);
  let gloss =
    0.66 + 0.64 * smoothStep(34, 70, y) + 0.4 * bump((y + 12) / 14) * bump(side / 11) * smoothStep(95, 105, z);
  gloss += 0.5 * lip;
  out[3] = gloss * (0.88 + 0.5 * (cloud(x / 9 + 20, y / 9, z / 9) - 0.25)) * (1 - 0.9 * dark);
}

/** Freckles and a few sun spots, mostly on the upper face and the scalp, 0..0.4. */
function freckles(x: number, y: number, z: number, mid: number): number {
  const where = smoothStep(-30, 0, y) * (0.35 + 0.65 * smoothStep(0.45, 0.65, valueNoise(x / 22, y / 22 + 2, z / 22)));
  const freckle = smoothStep(0.24, 0.06, nearestCell(x / 5.2 + 11, y / 5.2, z / 5.2)) * where * 0.26;
  const sun = nearestCell(x / 17 + 3, y / 17, z / 17 + 5) + 0.08 * mid;
  return freckle + smoothStep(0.2, 0.06, sun) * 0.14 * smoothStep(0, 40, y);
}

/** Where little light comes back: lash line, line of the mouth, nostrils. 0..1. */
function featureShade(side: number, y: number, z: number): number {
  if (z < 55 || y > 26 || y < -66) return 0;
  let dark = 0;
  if (y > 0 && side > 14 && side < 50) {
    const from = y - lashLineY(side);
    const along = smoothStep(1.06, 0.8, Math.abs(side - 32) / 15);
    dark = along * (0.8 * bump((from + 0.4) / 0.7) + 0.2 * bump((from + 0.2) / 2));
  }
  if (y < -40 && side < 26) dark = 0.62 * bump((y - mouthLineY(side) + 0.1) / 0.6) * smoothStep(26, 20, side);
  if (y < -18 && y > -40 && side < 16) dark = Math.max(dark, 0.85 * nostrilMask(side, y, z));
  return dark;
}

/** Colour of the shirt's cloth, same form as paintSkin. */
export function paintShirt(x: number, y: number, z: number, detail: number, out: Float64Array): void {
  const weave = 0.5 + 0.5 * Math.sin((x + z * 0.4) * 5.2) * Math.sin((y + z * 0.3) * 5.2);
  const c = 0.024 * (0.82 + 0.24 * valueNoise(x / 1.1, y / 1.1, z / 1.1) + 0.14 * weave * detail);
  out[0] = c * 0.95;
  out[1] = c;
  out[2] = c * 1.12;
  out[3] = 0.2;
}
