import type { Look, Rgb } from '../../design/scene';
import type { Mm } from '../../geometry/units';
import { amplitudeFor, continuousAmplitude, LOAD_MAX, LOAD_STEPS, loadFor, MEASURED_LOAD_MAX } from './amplitude';
import { MARK_DENSITY_RED, MARK_GAIN } from './markFigures';
import { profileClass, profileOf } from './profile';

/**
 * How much light marks of a look take away. Measured marks (their density in red is MARK_DENSITY_RED) take what a solid disc
 * of that density would; skin has softened them since, and of more or less pigment a softened mark's density follows in
 * proportion: so Beer and Lambert's law holds for what is seen at every place of a mark.
 */

const MEASURED_STEPS = Math.round((MEASURED_LOAD_MAX * LOAD_STEPS) / LOAD_MAX);

/** Area of skin that a measured mark would have to blacken to take as much red light: area · (1 − e^−OD), in mm²; see MARK_GAIN. */
export function absorbedMm2(radiusMm: Mm, strength: number): number {
  // Most marks stand deep inside their area, at full strength.
  const share = strength === 1 ? FULL_SHARE : 1 - Math.exp(-MARK_DENSITY_RED * strength);
  return MARK_GAIN * Math.PI * radiusMm * radiusMm * share;
}

const FULL_SHARE = 1 - Math.exp(-MARK_DENSITY_RED);

/**
 * The density by which a mark is drawn; the channels follow in proportion to it. That of red, but for pigments that leave
 * nearly all red light: a sum of marks can carry no more than ten times itself in another channel (our choice).
 */
function leadingDensity({ markDensity: [red, green, blue] }: Look): number {
  return Math.max(red, Math.max(green, blue) / 10);
}

/** Density of a look's marks in red, green and blue relative to the leading one; even for marks that have faded away. */
export function colourRatio(look: Look): Rgb {
  const lead = leadingDensity(look);
  if (!(lead > 0)) return [1, 1, 1];
  const [red, green, blue] = look.markDensity;
  return [red / lead, green / lead, blue / lead];
}

/** Pigment of a look's marks relative to that of measured ones. */
export function darknessOf(look: Look): number {
  const darkness = leadingDensity(look) / MARK_DENSITY_RED;
  // Products of concentrations that ought to give just 1 miss it by a rounding.
  return Math.abs(darkness - 1) < 1e-9 ? 1 : darkness;
}

/** The load of a mark whose density is `darkness` times that of the mark with this load. */
function darkenedLoad(profile: number, load: number, darkness: number): number {
  if (darkness === 1) return load;
  const table = continuousAmplitude(profile);
  return loadFor(table, amplitudeFor(table, load) * darkness);
}

/** The same for all loads of measured marks, in the steps in which marks keep them; null where they stay as they are. */
export function darkenedLoads(profile: number, darkness: number): Uint16Array | null {
  if (darkness === 1) return null;
  return Uint16Array.from({ length: MEASURED_STEPS + 1 }, (_, step) =>
    Math.round((darkenedLoad(profile, (step * LOAD_MAX) / LOAD_STEPS, darkness) * LOAD_STEPS) / LOAD_MAX),
  );
}

/** Skin in mm² that a mark of a look blackens in its leading channel, for a dot of this radius deep inside an area. */
export function markAbsorbsMm2(look: Look, dotRadiusMm: Mm): number {
  const { load, wholeMm2 } = medianMark(look, dotRadiusMm);
  return load * wholeMm2;
}

/** The mark of a dot of this radius deep inside an area, of a look's middle softness. */
export function medianMark(
  look: Look,
  dotRadiusMm: Mm,
): { readonly profile: number; readonly load: number; readonly wholeMm2: number } {
  const { sigmaMm } = look;
  const radiusMm = dotRadiusMm * look.sizeFactor;
  const profile = profileClass(radiusMm / sigmaMm);
  const wholeMm2 = profileOf(profile).integral * sigmaMm * sigmaMm;
  const measured = Math.min(MEASURED_LOAD_MAX, absorbedMm2(radiusMm, 1) / wholeMm2);
  return { profile, wholeMm2, load: darkenedLoad(profile, measured, darknessOf(look)) };
}
