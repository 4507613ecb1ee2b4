import type { DensityField } from '../density/field';
import type { ChartBounds } from '../geometry/rings';
import type { ClipIndex } from './clipIndex';
import { insideClip } from './clipIndex';
import type { DotBuffer } from './dotBuffer';
import { flushScratch, SCRATCH } from './dotBuffer';
import type { Placement, StrayScale } from './placement';
import { JITTER_BITS } from './placement';
import type { CellPlan } from './planCells';
import { BASE_X, BASE_Y, CELL_NUMBERS, CLIPPED, END, ID_BASE, SALT, START, SURE_END } from './planCells';
import { SIZE_ENTRIES } from './sizeTable';
import { RANKS_PER_REACH_SHIFT, REACHES } from './strayReach';
import { CELL_TILE } from './tile/cellTile';
import { RANKS_PER_DENSITY } from './tile/tileShape';
import { UNITS_PER_CM, WARP, WARP_MASK, WARP_SHIFT, WARP_Y } from './warp';

/** What dots are written from, and the buffer that they fill. */
export interface DotWriter {
  readonly placement: Placement;
  readonly field: DensityField;
  readonly clip: ClipIndex | null;
  /** Dots are wanted where x0 ≤ x < x1 and y0 ≤ y < y1, chart cm. */
  readonly window: ChartBounds;
  readonly stray: StrayScale;
  readonly sizes: Float32Array;
}

const strayScale = new Int32Array(REACHES);
const sizes = new Float32Array(SIZE_ENTRIES);
const { writeSure, writeAsked } = createLoops(strayScale, sizes);

/** Writes the dots of planned cells to the buffer; false when there are more than `most`. */
export function writeDots(writer: DotWriter, plan: CellPlan, out: DotBuffer, most: number): boolean {
  const { cells } = plan;
  const { placement, window, field } = writer;
  strayScale.set(writer.stray.scale);
  sizes.set(writer.sizes);
  let n = 0;
  for (let at = 0; at < plan.count * CELL_NUMBERS; at += CELL_NUMBERS) {
    const start = cells[at + START] as number;
    const sureEnd = cells[at + SURE_END] as number;
    const end = cells[at + END] as number;
    if (n + end - start > SCRATCH.capacity) {
      flushScratch(out, n);
      n = 0;
      if (out.count > most) return false;
    }
    const baseX = cells[at + BASE_X] as number;
    const baseY = cells[at + BASE_Y] as number;
    const salt = cells[at + SALT] as number;
    const idBase = cells[at + ID_BASE] as number;
    if (sureEnd > start) n = writeSure(placement, n, start, sureEnd, baseX, baseY, salt, idBase);
    if (end === sureEnd) continue;
    const clip = cells[at + CLIPPED] === 1 ? writer.clip : null;
    n = writeAsked(placement, field, window, clip, n, sureEnd, end, baseX, baseY, salt, idBase);
  }
  flushScratch(out, n);
  return out.count <= most;
}

/**
 * The two inner loops. What they read and write is constant memory, and every constant is their closure's own, not the
 * module's, which bundlers make variable: the engine then compiles addresses, lengths and numbers in, and a dot costs
 * 8 ns instead of 13 (measured).
 */
function createLoops(strayScale: Int32Array, sizes: Float32Array) {
  const { points } = CELL_TILE;
  const warp = WARP;
  const { x: xs, y: ys, appearsAt: appears, size: sizeOut, tone: tones, id: ids } = SCRATCH;

  const mask = WARP_MASK;
  const warpSecond = WARP_Y;
  const warpShift = WARP_SHIFT;
  const reachShift = RANKS_PER_REACH_SHIFT;
  const reachMask = REACHES - 1;
  const jitterBits = JITTER_BITS;
  const jitterMask = (1 << JITTER_BITS) - 1;
  const toCm = 1 / UNITS_PER_CM;
  const toDensity = 1 / RANKS_PER_DENSITY;
  const sizeMask = SIZE_ENTRIES - 1;
  const toneStep = 1 / (1 << 20);
  const latticeToUnits = 8; // a lattice unit is 2⁻⁹ cm
  const halfLattice = 1 << (latticeToUnits - 1); // points stand in the middle of their lattice squares
  const mixA = 0x21f0aaad;
  const mixC = 0x2c1b3c6d;

  /*
   * Both loops place a dot the same way: lattice place (mirrored, at the copy's corner) → units → shear → stray → jitter. All of it
   * is whole-number arithmetic.
   */

  /** Writes points start … end − 1 of the tile as dots `first` and on of the scratch, without a question; returns the next. */
  function writeSure(
    placement: Placement,
    first: number,
    start: number,
    end: number,
    baseX: number,
    baseY: number,
    salt: number,
    idBase: number,
  ): number {
    const { mirrorX, mirrorY, warpOffsetX, warpOffsetY } = placement;
    const mirrorStrayX = mirrorX & 15;
    const mirrorStrayY = mirrorY & 15;
    let n = first;
    for (let k = start; k < end; k++) {
      const rank = points[2 * k + 1] as number;
      const at = points[2 * k] as number;
      const planeX = ((((at >>> 20) ^ mirrorX) + baseX) << latticeToUnits) + halfLattice;
      const planeY = (((((at >>> 8) & 4095) ^ mirrorY) + baseY) << latticeToUnits) + halfLattice;
      const px = planeX + (warp[((planeY >> warpShift) + warpOffsetX) & mask] as number);
      const py = planeY + (warp[warpSecond + (((px >> warpShift) + warpOffsetY) & mask)] as number);
      let h = Math.imul(at ^ salt, mixA);
      h ^= h >>> 15;
      let g = Math.imul(h, mixC);
      g ^= g >>> 15;
      const scale = strayScale[(rank >> reachShift) & reachMask] as number;
      const step = scale >> jitterBits;
      const reach = scale & jitterMask;
      const strayX = (((at >>> 4) & 15) ^ mirrorStrayX) * 2 - 15;
      const strayY = ((at & 15) ^ mirrorStrayY) * 2 - 15;
      xs[n] = (px + Math.imul(strayX, step) + (Math.imul(h >> 16, reach) >> 15)) * toCm;
      ys[n] = (py + Math.imul(strayY, step) + (Math.imul((h << 16) >> 16, reach) >> 15)) * toCm;
      appears[n] = (rank + 0.5) * toDensity;
      sizeOut[n] = sizes[g & sizeMask] as number;
      tones[n] = (g >>> 12) * toneStep;
      ids[n] = idBase | rank;
      n++;
    }
    return n;
  }

  /** As `writeSure`, but asks of each dot whether the field, the window and the clip want it. */
  function writeAsked(
    placement: Placement,
    field: DensityField,
    window: ChartBounds,
    clip: ClipIndex | null,
    first: number,
    start: number,
    end: number,
    baseX: number,
    baseY: number,
    salt: number,
    idBase: number,
  ): number {
    const { mirrorX, mirrorY, warpOffsetX, warpOffsetY } = placement;
    const mirrorStrayX = mirrorX & 15;
    const mirrorStrayY = mirrorY & 15;
    const { originX, originY, columns, perCm2 } = field;
    const perStep = 1 / field.step;
    const lastColumn = columns - 1;
    const lastRow = field.rows - 1;
    let n = first;
    for (let k = start; k < end; k++) {
      const rank = points[2 * k + 1] as number;
      const at = points[2 * k] as number;
      const planeX = ((((at >>> 20) ^ mirrorX) + baseX) << latticeToUnits) + halfLattice;
      const planeY = (((((at >>> 8) & 4095) ^ mirrorY) + baseY) << latticeToUnits) + halfLattice;
      const px = planeX + (warp[((planeY >> warpShift) + warpOffsetX) & mask] as number);
      const py = planeY + (warp[warpSecond + (((px >> warpShift) + warpOffsetY) & mask)] as number);
      let h = Math.imul(at ^ salt, mixA);
      h ^= h >>> 15;
      const scale = strayScale[(rank >> reachShift) & reachMask] as number;
      const step = scale >> jitterBits;
      const reach = scale & jitterMask;
      const strayX = (((at >>> 4) & 15) ^ mirrorStrayX) * 2 - 15;
      const strayY = ((at & 15) ^ mirrorStrayY) * 2 - 15;
      // Rounded first, so that what is asked is what is stored.
      const sx = Math.fround((px + Math.imul(strayX, step) + (Math.imul(h >> 16, reach) >> 15)) * toCm);
      const sy = Math.fround((py + Math.imul(strayY, step) + (Math.imul((h << 16) >> 16, reach) >> 15)) * toCm);
      const fx = (sx - originX) * perStep;
      const fy = (sy - originY) * perStep;
      if (!(fx >= 0 && fy >= 0 && fx <= lastColumn && fy <= lastRow)) continue;
      const column = fx < lastColumn ? fx | 0 : lastColumn - 1;
      const row = fy < lastRow ? fy | 0 : lastRow - 1;
      const node = row * columns + column;
      const next = node + columns;
      const left = perCm2[node] as number;
      const leftBelow = perCm2[next] as number;
      const upper = left + ((perCm2[node + 1] as number) - left) * (fx - column);
      const lower = leftBelow + ((perCm2[next + 1] as number) - leftBelow) * (fx - column);
      const appearsAt = (rank + 0.5) * toDensity;
      if (appearsAt >= upper + (lower - upper) * (fy - row)) continue;
      if (sx < window.x0 || sy < window.y0 || sx >= window.x1 || sy >= window.y1) continue;
      if (clip !== null && !insideClip(clip, sx, sy)) continue;
      let g = Math.imul(h, mixC);
      g ^= g >>> 15;
      xs[n] = sx;
      ys[n] = sy;
      appears[n] = appearsAt;
      sizeOut[n] = sizes[g & sizeMask] as number;
      tones[n] = (g >>> 12) * toneStep;
      ids[n] = idBase | rank;
      n++;
    }
    return n;
  }

  return { writeSure, writeAsked };
}
