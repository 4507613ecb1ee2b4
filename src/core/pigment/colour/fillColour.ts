import type { Look, Rgb } from '../../design/scene';
import { NATURAL_VARIATION, NOISE_SHARES, variationFactor } from '../../density/variation';
import type { Mm, PerCm2 } from '../../geometry/units';
import { DEFAULT_SIZE_VARIATION } from '../../scatter/dots';
import { amplitudeFor, continuousAmplitude, loadFor } from '../marks/amplitude';
import { CLOUD_LN_SD, CLOUD_OF_MARK, FULL_PER_CM2, MARK_DENSITY_RED, SHARED_LN_SD } from '../marks/markFigures';
import { absorbedMm2 } from '../marks/markLoad';
import { PROFILE_COUNT, profileClass, profileOf, profileRadius } from '../marks/profile';

/** A fill deep behind its edge. */
export interface FillOf {
  readonly perCm2: PerCm2;
  readonly dotSizeMm: Mm;
  /** Sigma of the log-normal of the size. */
  readonly sizeVariation?: number | undefined;
}

/** As in haze.ts: more dots than this share of a full fill add no more haze. */
const HAZE_SHARE_MAX = 1.4;

/**
 * Dots keep their distance, so they overlap less than by chance and absorb a little more, the more so the more of the skin they
 * cover: by this share of their density (fitted to drawn fills).
 */
const EVENNESS = 0.4;

/**
 * Mean linear light of a fill on even skin: skin × mean transmission of the marks × haze, without drawing it. Marks that
 * overlap by chance let through e^−(density × absorbing area). Within 2 % of the drawn fill at 60–350 dots/cm², marks of
 * 0.15–0.45 mm and every dilution; on the day of treatment within 3 %.
 */
export function fillColour(skinLinear: Rgb, look: Look, fill: FillOf): Rgb {
  const absorbed = marksAbsorbMm2(look, fill);
  const perMm2 = fill.perCm2 / 100;
  const share = Math.min(HAZE_SHARE_MAX, fill.perCm2 / FULL_PER_CM2);
  const tint = tintOf(skinLinear, look.skinRedness);
  const of = (channel: 0 | 1 | 2): number => {
    const haze = share * (tint * look.hazeDensity[channel] + (1 - tint) * look.hazeOnShine);
    const cloud = share * CLOUD_OF_MARK * look.markDensity[channel];
    const byChance = perMm2 * absorbed[channel];
    const marks = byChance * (1 + EVENNESS * byChance);
    return skinLinear[channel] * leftBy(marks, cloud) * Math.exp(-haze);
  };
  return [of(0), of(1), of(2)];
}

/**
 * Skin that a mark of mean size would blacken in each channel, ∫(1 − e^−D). A measured mark takes what a solid disc of its
 * density would; once softened, it is darker or paler in each channel in proportion to the density there.
 */
function marksAbsorbMm2(look: Look, { dotSizeMm, sizeVariation = DEFAULT_SIZE_VARIATION }: FillOf): Rgb {
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
  const measured = absorbedMm2(radiusMm, 1) / wholeMm2;
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

/** As marks and cloud vary over the skin, near enough together: share of the skin, and how much of either lies there. */
const PLACES = variedPlaces();

function variedPlaces(): readonly (readonly [share: number, marks: number, cloud: number])[] {
  const ofMarks = variationFactor(SHARED_LN_SD + NATURAL_VARIATION.lnSd);
  const ofCloud = variationFactor(CLOUD_LN_SD);
  return NOISE_SHARES.filter((_, i) => i % 4 === 1).map(({ noise, share }) => [
    4 * share,
    ofMarks(noise),
    ofCloud(noise),
  ]);
}

/** Mean light that is left where marks and cloud have these densities on average. */
function leftBy(marks: number, cloud: number): number {
  let left = 1;
  for (const [share, ofMarks, ofCloud] of PLACES) left += share * Math.expm1(-marks * ofMarks - cloud * ofCloud);
  return left;
}

/** As in composite.ts: how much of the light comes out of the skin; the rest is shine, which the haze does not tint. */
function tintOf([red, , blue]: Rgb, skinRedness: number): number {
  if (skinRedness === -Infinity) return 1;
  if (!(red > 0 && blue > 0)) return red > 0 ? 1 : 0;
  return Math.min(1, Math.max(0, Math.log(red / blue) / skinRedness));
}
