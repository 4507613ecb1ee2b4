import type { Look } from '../../design/scene';
import type { Mm, PerCm2 } from '../../geometry/units';

/**
 * What a mark and the haze between marks look like. "Measured" means on close-ups of real fills at 8–11 px/mm, in linear
 * light; figures that we chose so that whole fills meet the measured ratios (test/bench/looks.ts prints both) say so.
 */

/** Optical density (natural logarithm) of a mark before skin softens it, in red (measured). */
export const MARK_DENSITY_RED = 2;

/**
 * Density of a mark in red, green and blue, relative to red, as it shows. Before softening 1 : 1.3 : 1.6 was measured; what
 * shows is nearly neutral (only 10–30 % of the measured contrast is in colour), since the skin around gives back
 * blue before it reaches the pigment. Our choice within that.
 */
export const MARK_RATIO = [1, 1.02, 0.97] as const;

/**
 * What a mark takes beyond the solid disc of its size: .058 mm² (measured .048–.059, with regrowth .10–.13), so that fills have
 * the measured contrast though their marks are even. Our choice.
 */
export const MARK_GAIN = 1.09;

/**
 * Standard deviation of the softening of a mark's edge by skin alone. Measured together with those photos' own blur of
 * about .1 mm it is .15; the blur of the photo that is drawn on comes to it (onPhoto.ts).
 */
export const MARK_EDGE_SIGMA_MM: Mm = 0.106;

/**
 * Spread of the logarithm of the light that marks of one size take away, but for its ends, and of the part of it that a mark
 * shares with its neighbours (slowVariation.ts): a hand bears down for a while, and skin takes more pigment in one place than
 * in the next. Together .28 (measured .3). With more of it a few black marks stand out like pepper, and those that neighbours
 * share read as lichen on a whole head: our choice by eye, beside the practice head's own shaved hair.
 */
export const TONE_LN_SD = 0.18;
export const SHARED_LN_SD = 0.21;

/** Depth behind the hairline at which a mark has its full strength (the measured ramp is 8–12 mm; edgeShape.ts). */
export const STRENGTH_FULL_MM: Mm = 12;

/**
 * Optical density of the haze in red, green and blue at full density on light skin. With marks and cloud it leaves
 * .59/.72/.79 of bare skin (measured: .46–.64/.64–.75/.77–.94). Our choice near the measured .45/.14/0–.1, less because the
 * cloud is counted apart. Darker skin: onPhoto.ts.
 */
export const HAZE_DENSITY = [0.32, 0.118, 0.02] as const;

/**
 * The cloud: pigment of marks too faint or too deep to be told apart, in the marks' own colour, thicker here and thinner
 * there by this spread of its logarithm. It varies luminance slowly without a turn of hue, which a haze that varied would
 * show as blue-green blotches. With it fills have the measured contrast at 2–4 mm, .06–.16, near its lower end (looks.ts
 * prints both): with more, by cloud, by shared strength or by density, a whole head shows stains. Our choice by eye.
 */
export const CLOUD_OF_MARK = 0.032;
export const CLOUD_LN_SD = 0.6;

/** Density of dots at which a fill is full and the haze stands at the figures above (measured). */
export const FULL_PER_CM2: PerCm2 = 220;

/** The haze is full this deep behind the hairline (measured: over 12–15 mm, its middle 3–5 mm inside). */
export const HAZE_FULL_MM: Mm = 15;

/**
 * ln(red/blue) of bare skin in linear light from which it holds no shine: light to dark skin has 0.6–1.6 (our reading). A
 * photo whose skin is less red than that, by its light or white balance, is read by its own (onPhoto.ts).
 */
export const SKIN_REDNESS = 0.6;

/** Density of the haze over pure shine, alike in all channels: our choice, so that gloss dims a little and keeps its hue. */
export const HAZE_ON_SHINE = 0.1;

/**
 * How far redness of the skin reaches its full depth behind the edge, and its density in red, green and blue on light skin
 * on the day of treatment. Blood takes most of the green, less of the blue and hardly any red; the figures are our choice.
 */
export const REDNESS_FULL_MM: Mm = 6;
export const REDNESS_DENSITY = [0, 0.22, 0.165] as const;

/** Reddened skin is mottled: spread of the logarithm of its density, and wavelength (our choice). */
export const REDNESS_LN_SD = 0.22;
export const REDNESS_WAVELENGTH_MM: Mm = 4.2;

/** The measured figures above as a look: healed marks of the default pigment in the photo's own light. */
export const DEFAULT_LOOK: Look = {
  markDensity: [MARK_DENSITY_RED * MARK_RATIO[0], MARK_DENSITY_RED * MARK_RATIO[1], MARK_DENSITY_RED * MARK_RATIO[2]],
  sizeFactor: 1,
  sigmaMm: MARK_EDGE_SIGMA_MM,
  hazeDensity: HAZE_DENSITY,
  hazeOnShine: HAZE_ON_SHINE,
  skinRedness: SKIN_REDNESS,
  redness: 0,
  shine: 1,
};
