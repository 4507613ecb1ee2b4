import { compositeMixed } from './compositeMixed';
import { onHeadOf, skinShareOf } from './darken';
import { BYTE_OF_LOG, DENSITY_STEPS, LOG_OF_BYTE } from './light';
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

/**
 * Healed marks of one colour: nearly every picture, so it has a loop of its own. What darken.ts has as functions is written out,
 * and a pixel's logarithms are looked up once: together a quarter of its time (measured).
 */
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
  // Absent ones are read as zeros: a question at each pixel whether they are there would cost a third more (measured).
  const sum = marks?.sum ?? zeros.marks(width * height);
  const veils = haze ?? zeros.haze(width * height);
  const clouds = cloud ?? zeros.haze(width * height);
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
  const photo = from.rgba;
  const drawn = to.rgba;
  for (let y = 0; y < height; y++) {
    let source = from.offset + y * from.stride;
    let target = to.offset + y * to.stride;
    const end = (y + 1) * width;
    for (let at = y * width; at < end; at++, source++, target++) {
      const pixel = photo[source] as number;
      const mark = sum[at] as number;
      const veil = veils[at] as number;
      if (mark === 0 && veil === 0) {
        drawn[target] = pixel;
        continue;
      }
      const red = LOG_OF_BYTE[pixel & 255] as number;
      const green = LOG_OF_BYTE[(pixel >>> 8) & 255] as number;
      const blue = LOG_OF_BYTE[(pixel >>> 16) & 255] as number;
      let tint = veil;
      let spread = clouds[at] as number;
      let even = 0;
      if (red - blue < skinSteps) {
        const skinShare = skinShareOf(red - blue, skinSteps);
        const onHead = onHeadOf(skinShare);
        tint = veil * skinShare;
        spread *= onHead;
        even = (veil - tint) * hazeOnShine * onHead;
      }
      const redLeft = red - ((mark * markRed + tint * hazeRed + spread * cloudRed + even + 0.5) | 0);
      const greenLeft = green - ((mark * markGreen + tint * hazeGreen + spread * cloudGreen + even + 0.5) | 0);
      const blueLeft = blue - ((mark * markBlue + tint * hazeBlue + spread * cloudBlue + even + 0.5) | 0);
      drawn[target] =
        (pixel & 0xff000000) |
        ((blueLeft < 0 ? 0 : (BYTE_OF_LOG[blueLeft] as number)) << 16) |
        ((greenLeft < 0 ? 0 : (BYTE_OF_LOG[greenLeft] as number)) << 8) |
        (redLeft < 0 ? 0 : (BYTE_OF_LOG[redLeft] as number));
    }
  }
}

/** At least so many zeros, which nobody may change. */
const zeros = {
  marks: growing((length) => new Int32Array(length)),
  haze: growing((length) => new Float32Array(length)),
};

function growing<T extends { readonly length: number }>(make: (length: number) => T): (length: number) => T {
  let kept = make(0);
  return (length) => {
    if (kept.length < length) kept = make(length);
    return kept;
  };
}

/** Copies a rectangle of width × height. */
export function copyPixels(to: Pixels, from: Pixels, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    const source = from.offset + y * from.stride;
    to.rgba.set(from.rgba.subarray(source, source + width), to.offset + y * to.stride);
  }
}
