import { mix32 } from '../../density/hash';
import { keptAtNodes } from '../../density/nodeBlocks';
import { slowNoise } from '../../density/noise';
import { meanFactor, NATURAL_VARIATION, variationFactor, variationNoise } from '../../density/variation';
import { CLOUD_LN_SD, REDNESS_LN_SD, REDNESS_WAVELENGTH_MM, SHARED_LN_SD } from '../marks/markFigures';

/**
 * Slow variation over the skin, in places of the chart in cm. A hand that lingers and skin that takes more pigment leave
 * more dots, darker ones and a thicker cloud, so all of these follow the noise by which the density varies; the cloud only
 * its slow part, as pigment that lies so deep is smooth over a millimetre.
 */
export interface SlowVariation {
  /** Factor on the light that marks take away: neighbours share it. Its mean over the dots is 1. */
  readonly strengthAt: (xCm: number, yCm: number) => number;
  /** Factor on the cloud between marks; its mean over the skin is 1. */
  readonly cloudAt: (xCm: number, yCm: number) => number;
  /** Factor on the redness of fresh skin; its mean over the skin is 1. */
  readonly rednessAt: (xCm: number, yCm: number) => number;
}

const strengthOf = variationFactor(SHARED_LN_SD);
const cloudOf = variationFactor(CLOUD_LN_SD);
const rednessOf = variationFactor(REDNESS_LN_SD);

/** Where marks are darker there are more of them: mean of their strength over the dots where that over the skin is 1. */
const STRENGTH_OF_DOTS =
  meanFactor(SHARED_LN_SD + NATURAL_VARIATION.lnSd) / (meanFactor(SHARED_LN_SD) * meanFactor(NATURAL_VARIATION.lnSd));

const KEPT_SEEDS = 4;
const kept = new Map<number, SlowVariation>();

/** The variation of a design's seed; the last few are kept, so that a dragged handle doesn't make them anew. */
export function slowVariation(seed: number): SlowVariation {
  const known = kept.get(seed);
  if (known !== undefined) return known;
  if (kept.size >= KEPT_SEEDS) kept.clear();
  const noise = variationNoise(seed);
  const mottling = slowNoise(mix32(seed ^ 0x2f0b4a13), REDNESS_WAVELENGTH_MM);
  const made: SlowVariation = {
    // Asked for by every mark.
    strengthAt: keptAtNodes((grid, out) => {
      noise.fill(grid, new Uint8Array(out.length).fill(1), out);
      for (let node = 0; node < out.length; node++) out[node] = strengthOf(out[node] as number) / STRENGTH_OF_DOTS;
    }),
    cloudAt: (x, y) => cloudOf(noise.slowAt(x, y)),
    // Blood's own mottling, apart from the pigment's.
    rednessAt: (x, y) => rednessOf(mottling.at(x, y)),
  };
  kept.set(seed, made);
  return made;
}
