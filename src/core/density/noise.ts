import { createNoise2D } from 'simplex-noise';
import type { ChartGrid } from '../geometry/distance';
import { mix32, xorshift32 } from './hash';
import { betweenNodes, BLOCK, eachRun, keptBlocks, NODE_CM, STRIDE } from './nodeBlocks';

/** Slow noise over the chart: mean 0, standard deviation 1, the same for the same seed wherever it is read. */
export interface SlowNoise {
  /** Value for every node of the grid, row by row, written to `out`. Only nodes with `wanted` ≠ 0 are filled. */
  readonly fill: (grid: ChartGrid, wanted: Uint8Array, out: Float32Array) => void;
  /** Value at a place in cm, linear between nodes half a millimetre apart. */
  readonly at: (xCm: number, yCm: number) => number;
}

/** One of the simplex noises of which a slow noise is the sum. */
export interface NoiseLayer {
  /** Wavelength as a share of the noise's middle one. */
  readonly wavelength: number;
  /** Amplitude relative to the other layers. */
  readonly weight: number;
  /** Cosine and sine of the angle by which its lattice is turned, so that no two lattices lie along each other. */
  readonly turn: readonly [number, number];
}

const SIMPLEX_SD = 0.442; // of simplex-noise 4 in two dimensions, measured over 700,000 places
/** Around the middle wavelength: 5.5 mm becomes 4.3 and 6.7 mm (our choice). */
const TWO_LAYERS: readonly NoiseLayer[] = [
  { wavelength: 0.78, weight: 1, turn: [1, 0] },
  { wavelength: 1.22, weight: 1, turn: [1, 0] },
];

/** A generator of numbers in [0, 1) from a seed. */
export function seededRandom(seed: number): () => number {
  let state = mix32(seed) || 1;
  return () => {
    state = xorshift32(state);
    return state / 0x1_0000_0000;
  };
}

/**
 * A sum of simplex noises about the given wavelength (one simplex unit is one wavelength, measured by its
 * autocorrelation). Values are kept by blocks of nodes, since the nodes of a design stay where they are while it is
 * edited; a grid must begin at whole multiples of its step.
 */
export function createSlowNoise(
  seed: number,
  wavelengthMm: number,
  layers: readonly NoiseLayer[] = TWO_LAYERS,
): SlowNoise {
  const parts = partsOf(seed, wavelengthMm, layers);
  let blockStep = NODE_CM;
  const blocks = keptBlocks((block, column, row) => {
    for (const part of parts) addLayer(block, part, column * BLOCK, row * BLOCK, blockStep);
  });
  const read = betweenNodes(blocks.at);

  function stepTo(step: number): void {
    if (step === blockStep) return;
    blocks.clear();
    blockStep = step;
  }

  return {
    fill(grid, wanted, out) {
      stepTo(grid.step);
      eachRun(grid, (node, length, column, row, at) => {
        let i = 0;
        while (i < length && wanted[node + i] === 0) i++;
        if (i === length) return;
        const block = blocks.at(column, row);
        for (; i < length; i++) if (wanted[node + i] !== 0) out[node + i] = block[at + i] as number;
      });
    },
    at(xCm, yCm) {
      stepTo(NODE_CM);
      return read(xCm, yCm);
    },
  };
}

/** A layer ready to be sampled. */
interface LayerPart {
  readonly sample: (u: number, v: number) => number;
  readonly height: number;
  /** Its lattice's axes, per cm. */
  readonly along: number;
  readonly across: number;
}

function partsOf(seed: number, wavelengthMm: number, layers: readonly NoiseLayer[]): readonly LayerPart[] {
  const scale = 1 / (SIMPLEX_SD * Math.sqrt(layers.reduce((sum, { weight }) => sum + weight * weight, 0)));
  return layers.map(({ wavelength, weight, turn }, i) => {
    const perCm = 10 / (wavelengthMm * wavelength);
    const sample = createNoise2D(seededRandom(mix32(seed) ^ (i + 1)));
    return { sample, height: weight * scale, along: turn[0] * perCm, across: turn[1] * perCm };
  });
}

/** Adds a layer to a block whose first node is the given column and row of the lattice. */
function addLayer(block: Float32Array, part: LayerPart, column: number, row: number, step: number): void {
  const { sample, height, along, across } = part;
  for (let j = 0; j < STRIDE; j++) {
    const y = (row + j) * step;
    for (let i = 0; i < STRIDE; i++) {
      const x = (column + i) * step;
      const node = j * STRIDE + i;
      block[node] = (block[node] as number) + height * sample(x * along - y * across, x * across + y * along);
    }
  }
}

/** Five belong to a design: two to its variation, two to its hairline's edge and the mottling of its redness. */
const KEPT_NOISES = 10;
const keptNoises = new Map<string, SlowNoise>();

/** As `createSlowNoise`, keeping the last few, so that a dragged handle does not make them anew. */
export function slowNoise(seed: number, wavelengthMm: number, layers: readonly NoiseLayer[] = TWO_LAYERS): SlowNoise {
  const key = [seed, wavelengthMm, ...layers.map(({ wavelength }) => wavelength)].join(' ');
  const known = keptNoises.get(key);
  if (known !== undefined) return known;
  if (keptNoises.size >= KEPT_NOISES) keptNoises.clear();
  const made = createSlowNoise(seed, wavelengthMm, layers);
  keptNoises.set(key, made);
  return made;
}
