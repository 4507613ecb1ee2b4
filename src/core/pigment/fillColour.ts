import type { Look, Rgb } from '../design/scene';
import type { Mm, PerCm2 } from '../geometry/units';
import { DEFAULT_SIZE_VARIATION } from '../scatter/dots';
import { amplitudeFor, continuousAmplitude, loadFor } from './amplitude';
import { FULL_PER_CM2, HAZE_DENSITY, HAZE_ON_SHINE, MARK_DENSITY_RED, SKIN_REDNESS } from './markFigures';
import { PROFILE_COUNT, profileClass, profileOf, profileRadius } from './profile';

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
const EVENNESS = 1.045;

/**
 * Mean linear light of a fill on even skin: skin × mean transmission of the marks × haze, without drawing it. Marks that
 * overlap by chance let through e^−(density × absorbing area). Within 2 % of the drawn fill at 60–350 dots/cm², marks of
 * 0.15–0.45 mm and every dilution; on the day of treatment within 3 %.
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
 * Skin that a mark of mean size would blacken in each channel, ∫(1 − e^−D). A measured mark takes what a solid disc of its
 * density would; once softened, it is darker or paler in each channel in proportion to the density there.
 */
function absorbedMm2(look: Look, { dotSizeMm, sizeVariation = DEFAULT_SIZE_VARIATION }: FillOf): Rgb {
  const radiusMm = (dotSizeMm / 2) * look.sizeFactor;
  const { sigmaMm } = look;
  const [near, other, share] = classesAround(radiusMm / sigmaMm);
  const meanSquare = Math.exp(2 * sizeVariation ** 2);
  const of = (density: number): number => {
    if (!(density > 0)) return 0;
    const mm2 = (profile: number): number => absorbedOf(profile, radiusMm, sigmaMm, density);
    return meanSquare * (mm2(near) * (1 - share) + mm2(other) * share);
  };
  return [of(look.markDensity[0]), of(look.markDensity[1]), of(look.markDensity[2])];
}

function absorbedOf(profile: number, radiusMm: Mm, sigmaMm: Mm, density: number): number {
  const wholeMm2 = profileOf(profile).integral * sigmaMm ** 2;
  const measured = (Math.PI * radiusMm ** 2 * -Math.expm1(-MARK_DENSITY_RED)) / wholeMm2;
  const endless = continuousAmplitude(profile);
  return wholeMm2 * loadFor(endless, (amplitudeFor(endless, measured) * density) / MARK_DENSITY_RED);
}

/** Marks of varied size and softness are drawn in several profiles: the two around the median one, and the second's share. */
function classesAround(radiusInSigmas: number): readonly [number, number, number] {
  const near = profileClass(radiusInSigmas);
  const beyond = Math.log(radiusInSigmas / profileRadius(near));
  const other = near + Math.sign(beyond);
  if (beyond === 0 || other < 0 || other >= PROFILE_COUNT) return [near, near, 0];
  return [near, other, beyond / Math.log(profileRadius(other) / profileRadius(near))];
}

/** As in composite.ts: how much of the light comes out of the skin; the rest is shine, which the haze does not tint. */
function tintOf([red, , blue]: Rgb): number {
  if (!(red > 0 && blue > 0)) return red > 0 ? 1 : 0;
  return Math.min(1, Math.max(0, Math.log(red / blue) / SKIN_REDNESS));
}
