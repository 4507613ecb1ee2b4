import type { Look } from '../design/scene';
import type { Mm, PerCm2 } from '../geometry/units';

/**
 * What a mark and the haze between marks look like. "Measured" means on close-ups of real fills at 8–11 px/mm, in linear
 * light; figures that we chose so that whole fills meet the measured ratios say so.
 */

/** Optical density (natural logarithm) of a mark before skin softens it, in red (measured). */
export const MARK_DENSITY_RED = 2;

/**
 * Density of a mark in red, green and blue, relative to red, as it shows. Before softening 1 : 1.3 : 1.6 was measured, which
 * at an optical density of 2 absorbs 0.86 : 0.93 : 0.96 of the light; so softened marks are nearly neutral (only 10–30 % of
 * their measured contrast is in colour).
 */
export const MARK_RATIO = [1, 1.12, 1.2] as const;

/**
 * Standard deviation of the softening of a mark's edge: measured .15, ours .13, because that and the tone below bring the
 * contrast at .25–2 mm from .118 to .130 (measured .15–.33; test/bench/looks.ts). The rest can't be had together with the
 * measured area and number of marks. Nor can the slow variation at 2–4 mm (.026, measured .06–.16): with the haze varying
 * as the dots do it came to .042, but showed as blue-green blotches.
 */
export const MARK_EDGE_SIGMA_MM: Mm = 0.13;

/** Spread of the logarithm of the light that marks of one size take away (measured .3; see above). */
export const TONE_LN_SD = 0.4;

/**
 * Strength of a mark at the hairline, relative to deep inside, and the depth at which it is full (the measured ramp is
 * 8–12 mm; the strength at the line is our choice).
 */
export const STRENGTH_AT_LINE = 0.45;
export const STRENGTH_FULL_MM: Mm = 10;

/**
 * Optical density of the haze in red, green and blue at full density: our choice near the measured .45/.14/0–.1, so that
 * marks and haze together leave .60/.70/.78 of bare skin (measured on light skin: .46–.64/.64–.75/.77–.94), with a hue
 * turned 4–5° towards yellow (measured 4–20°). Fills on medium skin were darker (.37–.51/.45–.65/.43–.67): pigment that
 * takes the same share on every skin can't be in both ranges of blue, so on darker skin this is paler than measured.
 */
export const HAZE_DENSITY = [0.388, 0.211, 0.085] as const;

/** Density of dots at which a fill is full and the haze stands at the figures above (measured). */
export const FULL_PER_CM2: PerCm2 = 220;

/** The haze is full this deep behind the hairline (measured: over 12–15 mm, its middle 3–5 mm inside). */
export const HAZE_FULL_MM: Mm = 13;

/** ln(red/blue) of bare skin in linear light from which it holds no shine: light to dark skin has 0.6–1.6 (our reading). */
export const SKIN_REDNESS = 0.6;

/** Density of the haze over pure shine, alike in all channels: our choice, so that gloss dims a little and keeps its hue. */
export const HAZE_ON_SHINE = 0.1;

/**
 * How far redness of the skin reaches its full depth behind the edge, and its density in red, green and blue on light skin
 * on the day of treatment. Blood takes most of the green and less of the blue; the figures are our choice.
 */
export const REDNESS_FULL_MM: Mm = 6;
export const REDNESS_DENSITY = [0.01, 0.17, 0.1] as const;

/** The measured figures above as a look: healed marks of the default pigment in the photo's own light. */
export const DEFAULT_LOOK: Look = {
  markDensity: [MARK_DENSITY_RED * MARK_RATIO[0], MARK_DENSITY_RED * MARK_RATIO[1], MARK_DENSITY_RED * MARK_RATIO[2]],
  sizeFactor: 1,
  sigmaMm: MARK_EDGE_SIGMA_MM,
  hazeDensity: HAZE_DENSITY,
  redness: 0,
  shine: 1,
};
