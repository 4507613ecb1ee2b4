import type { ChartGrid } from '../geometry/distance';
import { exactExp } from './exactMath';
import type { SlowNoise } from './noise';

/** Slow natural variation of density. */
export interface Variation {
  /** Standard deviation of the logarithm of density. */
  readonly lnSd: number;
  /** Middle wavelength, mm. */
  readonly wavelengthMm: number;
}

/** Measured on real fills: ln sd .3, wavelength 4–7 mm. */
export const NATURAL_VARIATION: Variation = { lnSd: 0.3, wavelengthMm: 5.5 };

/** Fourth and sixth moments of the noise, measured over 3 million nodes; the odd ones vanish. */
const FOURTH_MOMENT = 2.47;
const SIXTH_MOMENT = 8.63;

/** Mean of exp(lnSd · noise): what density is divided by, so that the mean stays the density asked for. */
export function meanFactor(lnSd: number): number {
  const squared = lnSd * lnSd;
  return 1 + squared / 2 + (FOURTH_MOMENT * squared * squared) / 24 + (SIXTH_MOMENT * squared ** 3) / 720;
}

const STEPS = 1024; // linear between them, true to 1e-5
const FARTHEST = 3.25; // the noise stays within ±3.2

/** exp(lnSd · noise) over its mean, at STEPS + 1 values of the noise from −FARTHEST to FARTHEST. */
function factorTable(lnSd: number): Float64Array {
  const table = new Float64Array(STEPS + 2);
  const scale = 1 / meanFactor(lnSd);
  for (let i = 0; i < table.length; i++) table[i] = scale * exactExp(lnSd * ((2 * FARTHEST * i) / STEPS - FARTHEST));
  return table;
}

/** Multiplies every density above zero by the natural variation at its node. */
export function applyVariation(grid: ChartGrid, perCm2: Float32Array, variation: Variation, noise: SlowNoise): void {
  const wanted = new Uint8Array(perCm2.length);
  for (let node = 0; node < wanted.length; node++) if ((perCm2[node] as number) > 0) wanted[node] = 1;
  const values = new Float32Array(perCm2.length);
  noise.fill(grid, wanted, values);
  const table = factorTable(variation.lnSd);
  for (let node = 0; node < wanted.length; node++) {
    if (wanted[node] === 0) continue;
    const at = ((values[node] as number) + FARTHEST) * (STEPS / (2 * FARTHEST));
    const i = Math.floor(at);
    const low = table[i] as number;
    perCm2[node] = (perCm2[node] as number) * (low + ((table[i + 1] as number) - low) * (at - i));
  }
}
