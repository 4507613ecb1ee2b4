import type { Scene } from '../design/scene';
import { amplitudeFor, continuousAmplitude, loadFor } from './amplitude';
import { amplitudesOf, markKind, softnessSigmaMm, type KernelSet } from './kernels';
import { MARK_RATIO } from './markFigures';
import { absorbedMm2 } from './marks';
import { profileClass, profileOf } from './profile';

/** Everything that depends on the scale at which marks are drawn. */
export interface DrawnScale {
  readonly kernels: KernelSet;
  /** Density of the marks' sum in red, green and blue as drawn at this scale. */
  readonly ratio: readonly [number, number, number];
}

/**
 * Dots keep their distance, so fine marks meet less often than chance would have it, and absorb more than their coarse
 * picture, in which all of them overlap. Measured at the default irregularity: the share by which coarse marks must be
 * denser at 1 px/mm where 11 % of the skin is absorbed by marks; in proportion to that share of skin, and falling with
 * the square of the scale.
 */
const EVENNESS = 0.036;
const EVENNESS_MEASURED_AT = 0.117;
/** Where hardly a pixel is left per dot the difference no longer grows. */
const EVENNESS_FROM_PX_PER_MM = 1;

/**
 * The tables for pictures of a scene drawn with these kernels. Marks are summed up in one channel; as flatter marks absorb
 * more, the other channels' ratio is taken so that a median mark keeps its green and blue as well (drift < 0.3 %).
 */
export function drawnScale(kernels: KernelSet, scene: Scene): DrawnScale {
  const { dotSizeMm } = scene;
  const softness = 1;
  const sigmaMm = softnessSigmaMm(softness);
  const profile = profileClass(dotSizeMm / 2 / sigmaMm);
  const load = absorbedMm2(dotSizeMm / 2, 1) / (profileOf(profile).integral * sigmaMm * sigmaMm);
  const endless = continuousAmplitude(profile);
  const here = amplitudesOf(kernels, markKind(profile, softness, 0));
  const red = amplitudeFor(endless, load);
  const drawn = (ratio: number): number => amplitudeFor(here, loadFor(endless, ratio * red)) / amplitudeFor(here, load);
  const even = 1 + evenness(kernels.pxPerMm, scene);
  return { kernels, ratio: [even, even * drawn(MARK_RATIO[1]), even * drawn(MARK_RATIO[2])] };
}

function evenness(pxPerMm: number, { areas, dotSizeMm }: Scene): number {
  const perMm2 = areas.reduce((most, area) => Math.max(most, area.perCm2), 0) / 100;
  const absorbed = perMm2 * absorbedMm2(dotSizeMm / 2, 1);
  return (EVENNESS * absorbed) / EVENNESS_MEASURED_AT / Math.max(EVENNESS_FROM_PX_PER_MM, pxPerMm) ** 2;
}
