import { compositeMixed } from './compositeMixed';
import { darkened, onHeadOf, tintOf } from './darken';
import { DENSITY_STEPS } from './light';
import type { MarkSum, Pigment, Pixels } from './pigmentOver';
import type { SkinLook } from '../skin/skinLook';
import { SPLAT_STEPS } from '../marks/splat';

/**
 * Darkens `from` into `to` (width × height) in linear light, out = photo · e^−(marks + haze) in each channel, to 0.55 of
 * an 8-bit value. Gloss goes down with the rest: measured marks take 70–90 % of the shine with them. The haze lies in
 * the skin, below its shine: where a pixel is paler than skin it is shine in part, and the haze takes no colour from that
 * part. Pixels without pigment come back to the bit.
 */
export function composite(to: Pixels, from: Pixels, width: number, height: number, pigment: Pigment): void {
  const { marks, haze, cloud, redness, skin } = pigment;
  const first = marks[0] ?? null;
  if (first === null && haze === null && redness === null) copyPixels(to, from, width, height);
  else if (marks.length < 2 && redness === null && skin.shine === 1) {
    compositeOne(to, from, width, height, first, haze, cloud, skin);
  } else compositeMixed(to, from, width, height, pigment);
}

/** Healed marks of one colour: nearly every picture, so it has a loop of its own. */
function compositeOne(
  to: Pixels,
  from: Pixels,
  width: number,
  height: number,
  marks: MarkSum | null,
  haze: Float32Array | null,
  cloud: Float32Array | null,
  skin: SkinLook,
): void {
  const sum = marks?.sum ?? null;
  const ratio = marks?.ratio ?? [0, 0, 0];
  const markRed = (ratio[0] * DENSITY_STEPS) / SPLAT_STEPS;
  const markGreen = (ratio[1] * DENSITY_STEPS) / SPLAT_STEPS;
  const markBlue = (ratio[2] * DENSITY_STEPS) / SPLAT_STEPS;
  const hazeRed = skin.hazeDensity[0] * DENSITY_STEPS;
  const hazeGreen = skin.hazeDensity[1] * DENSITY_STEPS;
  const hazeBlue = skin.hazeDensity[2] * DENSITY_STEPS;
  const cloudRed = skin.cloudDensity[0] * DENSITY_STEPS;
  const cloudGreen = skin.cloudDensity[1] * DENSITY_STEPS;
  const cloudBlue = skin.cloudDensity[2] * DENSITY_STEPS;
  const hazeOnShine = skin.hazeOnShine * DENSITY_STEPS;
  const skinSteps = skin.skinRedness * DENSITY_STEPS;
  for (let y = 0; y < height; y++) {
    let source = from.offset + y * from.stride;
    let target = to.offset + y * to.stride;
    for (let at = y * width; at < (y + 1) * width; at++, source++, target++) {
      const pixel = from.rgba[source] as number;
      const mark = sum === null ? 0 : (sum[at] as number);
      const veil = haze === null ? 0 : (haze[at] as number);
      if (mark === 0 && veil === 0) {
        to.rgba[target] = pixel;
        continue;
      }
      const skinShare = tintOf(pixel, skinSteps);
      const onHead = onHeadOf(skinShare);
      const tint = veil * skinShare;
      const spread = cloud === null ? 0 : (cloud[at] as number) * onHead;
      const even = (veil - tint) * hazeOnShine * onHead;
      const red = darkened(pixel & 255, mark * markRed + tint * hazeRed + spread * cloudRed + even);
      const green = darkened((pixel >>> 8) & 255, mark * markGreen + tint * hazeGreen + spread * cloudGreen + even);
      const blue = darkened((pixel >>> 16) & 255, mark * markBlue + tint * hazeBlue + spread * cloudBlue + even);
      to.rgba[target] = (pixel & 0xff000000) | (blue << 16) | (green << 8) | red;
    }
  }
}

/** Copies a rectangle of width × height. */
export function copyPixels(to: Pixels, from: Pixels, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    const source = from.offset + y * from.stride;
    to.rgba.set(from.rgba.subarray(source, source + width), to.offset + y * to.stride);
  }
}
