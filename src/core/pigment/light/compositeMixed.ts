import type { Pigment, Pixels } from './pigmentOver';
import { darkened, onHeadOf, tintOf } from './darken';
import { DENSITY_STEPS } from './light';
import { REDNESS_DENSITY } from '../marks/markFigures';
import { SPLAT_STEPS } from '../marks/splat';

/**
 * The same as `composite` for marks of several colours, reddened skin and light whose shine marks leave in part: a pixel's
 * share of shine resists them by what they don't take of it, and redness lies in the skin like the haze.
 */
export function compositeMixed(to: Pixels, from: Pixels, width: number, height: number, pigment: Pigment): void {
  const { marks, haze, cloud, redness, skin } = pigment;
  const sums = marks.map(({ sum }) => sum);
  const perStep = marks.flatMap(({ ratio }) => ratio.map((each) => (each * DENSITY_STEPS) / SPLAT_STEPS));
  const [hazeRed, hazeGreen, hazeBlue] = skin.hazeDensity;
  const [cloudRed, cloudGreen, cloudBlue] = skin.cloudDensity;
  const [bloodRed, bloodGreen, bloodBlue] = REDNESS_DENSITY;
  const kept = 1 - skin.shine;
  const skinSteps = skin.skinRedness * DENSITY_STEPS;
  for (let y = 0; y < height; y++) {
    let source = from.offset + y * from.stride;
    let target = to.offset + y * to.stride;
    for (let at = y * width; at < (y + 1) * width; at++, source++, target++) {
      const pixel = from.rgba[source] as number;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let colour = 0; colour < sums.length; colour++) {
        const mark = (sums[colour] as Int32Array)[at] as number;
        red += mark * (perStep[3 * colour] as number);
        green += mark * (perStep[3 * colour + 1] as number);
        blue += mark * (perStep[3 * colour + 2] as number);
      }
      const veil = haze === null ? 0 : (haze[at] as number);
      const tint = tintOf(pixel, skinSteps);
      const onHead = onHeadOf(tint);
      const spread = cloud === null ? 0 : (cloud[at] as number) * onHead * DENSITY_STEPS;
      red += spread * cloudRed;
      green += spread * cloudGreen;
      blue += spread * cloudBlue;
      const flush = redness === null ? 0 : (redness[at] as number) * skin.redness;
      if (red === 0 && green === 0 && blue === 0 && veil === 0 && flush === 0) {
        to.rgba[target] = pixel;
        continue;
      }
      const taken = 1 - kept * (1 - tint);
      const inSkin = veil * tint * DENSITY_STEPS;
      const blood = flush * tint * DENSITY_STEPS;
      const even = veil * (1 - tint) * onHead * skin.hazeOnShine * DENSITY_STEPS;
      red = darkened(pixel & 255, taken * red + inSkin * hazeRed + blood * bloodRed + even);
      green = darkened((pixel >>> 8) & 255, taken * green + inSkin * hazeGreen + blood * bloodGreen + even);
      blue = darkened((pixel >>> 16) & 255, taken * blue + inSkin * hazeBlue + blood * bloodBlue + even);
      to.rgba[target] = (pixel & 0xff000000) | (blue << 16) | (green << 8) | red;
    }
  }
}
