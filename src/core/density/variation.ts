import type { ChartGrid } from '../geometry/distance';
import { exactExp } from './exactMath';
import { mix32 } from './hash';
import { blocksMade, eachRun, gridOfBlock, STRIDE, type NodeBlocks } from './nodeBlocks';
import { slowNoise, type NoiseLayer, type SlowNoise } from './noise';

/** Slow natural variation of density. */
export interface Variation {
  /** Standard deviation of the logarithm of density. */
  readonly lnSd: number;
  /** Middle wavelength, mm. */
  readonly wavelengthMm: number;
}

/** Measured on real fills: ln sd .3, wavelength 4–7 mm. */
export const NATURAL_VARIATION: Variation = { lnSd: 0.3, wavelengthMm: 5.5 };

/** The measured wavelengths, about the middle one: 4.1 and 6.3 mm. */
const SLOW_LAYERS: readonly NoiseLayer[] = [
  { wavelength: 0.75, weight: 1, turn: [0.28, 0.96] },
  { wavelength: 1.15, weight: 1, turn: [-0.6, 0.8] },
];
/**
 * Beside them two shorter ones, 1.8 and 2.7 mm, so that there are clusters and gaps of every size from a few dots up. Of one size
 * alone they lie as evenly as a leopard's spots, which shows on a whole head (our choice by eye).
 */
const FINE_LAYERS: readonly NoiseLayer[] = [
  { wavelength: 0.32, weight: 1.2, turn: [1, 0] },
  { wavelength: 0.49, weight: 1.1, turn: [0.8, 0.6] },
];
/** Share of the slow part in the noise's variance; the rest is fine (our choice by eye). */
const SLOW_SHARE = 0.44;

/** The noise that all of a design's pigment follows: its density, and what of it varies with that. */
export interface VariationNoise extends SlowNoise {
  /** The slow part alone, with a standard deviation of 1 of its own. */
  readonly slowAt: (xCm: number, yCm: number) => number;
}

export function variationNoise(seed: number, { wavelengthMm }: Variation = NATURAL_VARIATION): VariationNoise {
  const slow = slowNoise(mix32(seed ^ 0x51ed270b), wavelengthMm, SLOW_LAYERS);
  const fine = slowNoise(mix32(seed ^ 0x6a09e667), wavelengthMm, FINE_LAYERS);
  const ofSlow = Math.sqrt(SLOW_SHARE);
  const ofFine = Math.sqrt(1 - SLOW_SHARE);
  return {
    fill(grid, wanted, out) {
      const fines = new Float32Array(out.length);
      slow.fill(grid, wanted, out);
      fine.fill(grid, wanted, fines);
      for (let i = 0; i < out.length; i++) out[i] = ofSlow * (out[i] as number) + ofFine * (fines[i] as number);
    },
    at: (x, y) => ofSlow * slow.at(x, y) + ofFine * fine.at(x, y),
    slowAt: slow.at,
  };
}

/** How much farther a gap falls than a cluster rises: clusters that stood out would show as spots (our choice by eye). */
const BEND = 0.15;
/** Fourth moment of the noise, measured over 6 million nodes; the odd ones vanish. */
const FOURTH_MOMENT = 2.72;
const BENT_SD = Math.sqrt(1 + BEND * BEND * (FOURTH_MOMENT - 1));

const bent = (noise: number): number => (noise - BEND * (noise * noise - 1)) / BENT_SD;

const FARTHEST = 4; // the noise stays within it
const SHARE_STEPS = 128;

/** Values of the noise, and the share of the skin that has each: Gram and Charlier's distribution of its fourth moment. */
export const NOISE_SHARES: readonly { readonly noise: number; readonly share: number }[] = noiseShares();

function noiseShares(): { noise: number; share: number }[] {
  const shares = Array.from({ length: SHARE_STEPS }, (_, i) => {
    const z = ((i + 0.5) * 2 * FARTHEST) / SHARE_STEPS - FARTHEST;
    const flatter = 1 + ((FOURTH_MOMENT - 3) / 24) * (z * z * (z * z - 6) + 3);
    return { noise: z, share: exactExp(-0.5 * z * z) * flatter };
  });
  const whole = shares.reduce((sum, { share }) => sum + share, 0);
  return shares.map(({ noise, share }) => ({ noise, share: share / whole }));
}

/** Mean of e^(lnSd · bent noise): what it is divided by, so that the mean stays what it was. */
export const meanFactor = (lnSd: number): number =>
  NOISE_SHARES.reduce((mean, { noise, share }) => mean + share * exactExp(lnSd * bent(noise)), 0);

const STEPS = 1024; // linear between them, true to 1e-5

/** e^(lnSd · bent noise) over its mean, as a function of the noise. */
export function variationFactor(lnSd: number): (noise: number) => number {
  const scale = 1 / meanFactor(lnSd);
  const table = Float64Array.from(
    { length: STEPS + 2 },
    (_, i) => scale * exactExp(lnSd * bent((2 * FARTHEST * i) / STEPS - FARTHEST)),
  );
  return (noise) => {
    const at = (noise + FARTHEST) * (STEPS / (2 * FARTHEST));
    const i = Math.floor(at);
    const low = table[i] as number;
    return low + ((table[i + 1] as number) - low) * (at - i);
  };
}

/** Multiplies every density above zero by the natural variation at its node; the mean stays what it was. */
export function applyVariation(grid: ChartGrid, perCm2: Float32Array, variation: Variation, seed: number): void {
  const factors = factorsAtNodes(seed, variation, grid.step);
  eachRun(grid, (node, length, column, row, at) => {
    let i = 0;
    while (i < length && !((perCm2[node + i] as number) > 0)) i++;
    if (i === length) return;
    const block = factors.at(column, row);
    for (; i < length; i++) {
      const density = perCm2[node + i] as number;
      if (density > 0) perCm2[node + i] = density * (block[at + i] as number);
    }
  });
}

const KEPT_FACTORS = 2;
const keptFactors = new Map<string, NodeBlocks<Float64Array>>();

/** The factors at nodes stay where they are while a design is edited. */
function factorsAtNodes(seed: number, variation: Variation, step: number): NodeBlocks<Float64Array> {
  const key = [seed, variation.lnSd, variation.wavelengthMm, step].join(' ');
  const known = keptFactors.get(key);
  if (known !== undefined) return known;
  if (keptFactors.size >= KEPT_FACTORS) keptFactors.clear();
  const noise = variationNoise(seed, variation);
  const factor = variationFactor(variation.lnSd);
  const wanted = new Uint8Array(STRIDE * STRIDE).fill(1);
  const values = new Float32Array(STRIDE * STRIDE);
  const made = blocksMade((column, row) => {
    noise.fill(gridOfBlock(column, row, step), wanted, values);
    return Float64Array.from(values, factor);
  });
  keptFactors.set(key, made);
  return made;
}
