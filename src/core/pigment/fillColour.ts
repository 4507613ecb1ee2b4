import type { Mm, PerCm2 } from '../geometry/units';
import { DEFAULT_SIZE_VARIATION } from '../scatter/dots';
import { amplitudeFor, continuousAmplitude, loadFor } from './amplitude';
import type { Look } from './lookOf';
import { FULL_PER_CM2, HAZE_DENSITY, HAZE_ON_SHINE, SKIN_REDNESS } from './markFigures';
import { profileClass, profileOf } from './profile';
import type { Rgb } from './treatment';

/** A fill deep behind its edge. */
export interface FillOf {
  readonly perCm2: PerCm2;
  readonly dotSizeMm: Mm;
  /** Sigma of the log-normal of the size. */
  readonly sizeVariation?: number | undefined;
}

/** As in haze.ts: more dots than this share of a full fill add no more haze. */
const HAZE_SHARE_MAX = 1.4;

/** Dots keep their distance, so they overlap less than by chance and absorb a little more (measured on drawn fills). */
const EVENNESS = 1.06;

/**
 * Mean linear light of a fill on even skin: skin × mean transmission of the marks × haze, without drawing it. Marks that
 * overlap by chance let through e^−(density × absorbing area). Within 1 % of the drawn fill at 60–350 dots/cm² and marks
 * of 0.15–0.5 mm.
 */
export function fillColour(skinLinear: Rgb, look: Look, fill: FillOf): Rgb {
  const absorbed = absorbedMm2(look, fill);
  const perMm2 = fill.perCm2 / 100;
  const share = Math.min(HAZE_SHARE_MAX, fill.perCm2 / FULL_PER_CM2);
  const tint = tintOf(skinLinear);
  // Over shine the haze is the same in all channels, and there is as much of it as in green.
  const onShine = (HAZE_ON_SHINE * look.hazeDensity[1]) / HAZE_DENSITY[1];
  const of = (channel: 0 | 1 | 2): number => {
    const haze = share * (tint * look.hazeDensity[channel] + (1 - tint) * onShine);
    return skinLinear[channel] * Math.exp(-EVENNESS * perMm2 * absorbed[channel] - haze);
  };
  return [of(0), of(1), of(2)];
}

/**
 * Skin that a mark of mean size would blacken in each channel, ∫(1 − e^−D). Pigment settles it in red; softened, the mark is
 * then drawn in the other channels at its density's ratio to red.
 */
function absorbedMm2(look: Look, { dotSizeMm, sizeVariation = DEFAULT_SIZE_VARIATION }: FillOf): Rgb {
  const [red, green, blue] = look.markDensity;
  if (!(red > 0)) return [0, 0, 0];
  const radiusMm = (dotSizeMm / 2) * look.sizeFactor;
  const profile = profileClass(radiusMm / look.sigmaMm);
  const meanSquare = Math.exp(2 * sizeVariation ** 2);
  const wholeMm2 = profileOf(profile).integral * look.sigmaMm ** 2;
  const load = (Math.PI * radiusMm ** 2 * -Math.expm1(-red)) / wholeMm2;
  const endless = continuousAmplitude(profile);
  const amplitude = amplitudeFor(endless, load);
  const of = (density: number): number => loadFor(endless, (amplitude * density) / red) * wholeMm2 * meanSquare;
  return [load * wholeMm2 * meanSquare, of(green), of(blue)];
}

/** As in composite.ts: how much of the light comes out of the skin; the rest is shine, which the haze does not tint. */
function tintOf([red, , blue]: Rgb): number {
  if (!(red > 0 && blue > 0)) return red > 0 ? 1 : 0;
  return Math.min(1, Math.max(0, Math.log(red / blue) / SKIN_REDNESS));
}
