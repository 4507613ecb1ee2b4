import { exactExp } from '../density/exactMath';

/** Entries of the size table: twelve random bits choose one. */
export const SIZE_ENTRIES = 4096;
const WALK_STEP = 1 / 1024;
const DENSITY_AT_ZERO = 0.3989422804014327; // 1/√(2π)

let quantiles: Float64Array | null = null;

/** Standard normal quantiles at (i + ½)/SIZE_ENTRIES, by walking along the integral of the bell curve. */
function normalQuantiles(): Float64Array {
  const table = new Float64Array(SIZE_ENTRIES);
  const half = SIZE_ENTRIES / 2;
  let z = 0;
  let below = 0.5;
  for (let i = 0; i < half; i++) {
    const wanted = (half + i + 0.5) / SIZE_ENTRIES;
    for (;;) {
      const middle = z + WALK_STEP / 2;
      const slice = DENSITY_AT_ZERO * exactExp(-0.5 * middle * middle) * WALK_STEP;
      if (below + slice >= wanted) {
        table[half + i] = z + (WALK_STEP * (wanted - below)) / slice;
        table[half - 1 - i] = -(table[half + i] as number);
        break;
      }
      below += slice;
      z += WALK_STEP;
    }
  }
  return table;
}

let cached: { sigma: number; sizes: Float32Array } | null = null;

/** Dot size factors, log-normal with median 1 and the given sigma of the logarithm; read only. */
export function sizeTable(sigma: number): Float32Array {
  if (cached?.sigma === sigma) return cached.sizes;
  quantiles ??= normalQuantiles();
  const sizes = Float32Array.from(quantiles, (z) => exactExp(sigma * z));
  cached = { sigma, sizes };
  return sizes;
}
