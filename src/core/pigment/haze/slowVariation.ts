import { createNoise2D } from 'simplex-noise';
import { mix32 } from '../../density/hash';
import { seededRandom } from '../../density/noise';
import { meanFactor, NATURAL_VARIATION } from '../../density/variation';
import { CLOUD_LN_SD, REDNESS_LN_SD } from '../marks/markFigures';

/**
 * Slow variation over the skin, in places of the chart in cm. A hand that lingers and skin that takes more pigment leave
 * more dots and a thicker cloud, so the cloud follows the noise by which the density varies.
 */
export interface SlowVariation {
  /** Factor on the cloud between marks; its mean over the skin is 1. */
  readonly cloudAt: (xCm: number, yCm: number) => number;
  /** Factor on the redness of fresh skin; its mean over the skin is 1. */
  readonly rednessAt: (xCm: number, yCm: number) => number;
}

const SIMPLEX_SD = 0.442; // as in density/noise.ts
const OCTAVES = [0.78, 1.22] as const; // of the middle wavelength, as there
const STEP_CM = 0.05; // an eighth of the shortest wavelength
const BLOCK = 64; // cells
const KEPT_BLOCKS = 256; // 4 MB at most
const KEPT_SEEDS = 4;

const kept = new Map<number, SlowVariation>();

/** The variation of a design's seed; the last few are kept, so that a dragged handle doesn't make them anew. */
export function slowVariation(seed: number): SlowVariation {
  const known = kept.get(seed);
  if (known !== undefined) return known;
  if (kept.size >= KEPT_SEEDS) kept.clear();
  const noise = blockNoise(mix32(mix32(seed ^ 0x51ed270b)));
  const cloudMean = meanFactor(CLOUD_LN_SD);
  const rednessMean = meanFactor(REDNESS_LN_SD);
  const made: SlowVariation = {
    cloudAt: (x, y) => Math.exp(CLOUD_LN_SD * noise(x, y)) / cloudMean,
    // Mottling lies apart from the pigment's own variation, and is finer.
    rednessAt: (x, y) => Math.exp(REDNESS_LN_SD * noise(1.3 * x + 70, 1.3 * y - 40)) / rednessMean,
  };
  kept.set(seed, made);
  return made;
}

/** Mean 0, standard deviation 1; simplex noise of two wavelengths, read off blocks of a lattice, linear between its nodes. */
function blockNoise(seed: number): (xCm: number, yCm: number) => number {
  const octaves = OCTAVES.map((octave, i) => ({
    sample: createNoise2D(seededRandom(seed ^ (i + 1))),
    perNode: (10 * STEP_CM) / (NATURAL_VARIATION.wavelengthMm * octave),
  }));
  const scale = 1 / (SIMPLEX_SD * Math.SQRT2);
  const blocks = new Map<number, Float32Array>();

  function blockAt(column: number, row: number): Float32Array {
    const key = (row + 32768) * 65536 + column + 32768;
    const known = blocks.get(key);
    if (known !== undefined) return known;
    if (blocks.size >= KEPT_BLOCKS) blocks.clear();
    // A node more each way, so that no cell needs two blocks.
    const block = Float32Array.from({ length: (BLOCK + 1) ** 2 }, (_, i) => {
      const x = column * BLOCK + (i % (BLOCK + 1));
      const y = row * BLOCK + Math.floor(i / (BLOCK + 1));
      return scale * octaves.reduce((sum, { sample, perNode }) => sum + sample(x * perNode, y * perNode), 0);
    });
    blocks.set(key, block);
    return block;
  }

  return (xCm, yCm) => {
    const u = xCm / STEP_CM;
    const v = yCm / STEP_CM;
    const column = Math.floor(u / BLOCK);
    const row = Math.floor(v / BLOCK);
    const block = blockAt(column, row);
    const left = Math.floor(u);
    const top = Math.floor(v);
    const node = (top - row * BLOCK) * (BLOCK + 1) + left - column * BLOCK;
    const a = u - left;
    const above = (block[node] as number) * (1 - a) + (block[node + 1] as number) * a;
    const below = (block[node + BLOCK + 1] as number) * (1 - a) + (block[node + BLOCK + 2] as number) * a;
    return above + (below - above) * (v - top);
  };
}
