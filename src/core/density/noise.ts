import { createNoise2D } from 'simplex-noise';
import type { ChartGrid } from '../geometry/distance';
import { mix32, xorshift32 } from './hash';

/** Natural variation over the chart: mean 0, standard deviation 1, the same for the same seed wherever it is read. */
export interface SlowNoise {
  /** Value for every node of the grid, row by row, written to `out`. Only nodes with `wanted` ≠ 0 are filled. */
  readonly fill: (grid: ChartGrid, wanted: Uint8Array, out: Float32Array) => void;
}

const SIMPLEX_SD = 0.442; // of simplex-noise 4 in two dimensions, measured over 700,000 places
const OCTAVES = [0.78, 1.22] as const; // around the middle wavelength: 5.5 mm becomes 4.3 and 6.7 mm (our choice)
const BLOCK = 64; // nodes
const NO_BLOCK = new Float32Array(0);
const KEPT_BLOCKS = 512; // 8 MB at most

/** A generator of numbers in [0, 1) from a seed. */
export function seededRandom(seed: number): () => number {
  let state = mix32(seed) || 1;
  return () => {
    state = xorshift32(state);
    return state / 0x1_0000_0000;
  };
}

const simplexScale = 1 / (SIMPLEX_SD * Math.SQRT2);

/**
 * Simplex noise of about the given wavelength (one simplex unit is one wavelength, measured by its autocorrelation).
 * Values are kept by blocks of nodes, since the nodes of a design stay where they are while it is edited; a grid must
 * begin at whole multiples of its step.
 */
export function createSlowNoise(seed: number, wavelengthMm: number): SlowNoise {
  const [fine, coarse] = OCTAVES.map((octave, i) => ({
    sample: createNoise2D(seededRandom(mix32(seed) ^ (i + 1))),
    perCm: 10 / (wavelengthMm * octave),
  }));
  const blocks = new Map<number, Float32Array>();
  let blockStep = 0;

  const valueAt = (x: number, y: number): number =>
    fine === undefined || coarse === undefined
      ? 0
      : (fine.sample(x * fine.perCm, y * fine.perCm) + coarse.sample(x * coarse.perCm, y * coarse.perCm)) *
        simplexScale;

  function blockAt(column: number, row: number, step: number): Float32Array {
    const key = (row + 32768) * 65536 + column + 32768;
    const known = blocks.get(key);
    if (known !== undefined) return known;
    if (blocks.size >= KEPT_BLOCKS) blocks.clear();
    const block = new Float32Array(BLOCK * BLOCK);
    for (let j = 0; j < BLOCK; j++) {
      for (let i = 0; i < BLOCK; i++) {
        block[j * BLOCK + i] = valueAt((column * BLOCK + i) * step, (row * BLOCK + j) * step);
      }
    }
    blocks.set(key, block);
    return block;
  }

  return {
    fill(grid, wanted, out) {
      const { step, columns, rows } = grid;
      if (step !== blockStep) {
        blocks.clear();
        blockStep = step;
      }
      const firstColumn = Math.round(grid.originX / step);
      const firstRow = Math.round(grid.originY / step);
      for (let r = 0; r < rows; r++) {
        const blockRow = Math.floor((firstRow + r) / BLOCK);
        const within = (firstRow + r - blockRow * BLOCK) * BLOCK;
        let blockColumn = NaN;
        let block: Float32Array = NO_BLOCK;
        for (let c = 0; c < columns; c++) {
          const node = r * columns + c;
          if (wanted[node] === 0) continue;
          const global = firstColumn + c;
          const column = Math.floor(global / BLOCK);
          if (column !== blockColumn) {
            blockColumn = column;
            block = blockAt(column, blockRow, step);
          }
          out[node] = block[within + global - column * BLOCK] as number;
        }
      }
    },
  };
}

const keptNoises = new Map<string, SlowNoise>();

/** As `createSlowNoise`, keeping the last few, so that a dragged handle does not make them anew. */
export function slowNoise(seed: number, wavelengthMm: number): SlowNoise {
  const key = `${seed} ${wavelengthMm}`;
  const known = keptNoises.get(key);
  if (known !== undefined) return known;
  if (keptNoises.size >= 6) keptNoises.clear();
  const made = createSlowNoise(seed, wavelengthMm);
  keptNoises.set(key, made);
  return made;
}
