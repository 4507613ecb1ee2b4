import type { DensityField } from '../density/field';
import type { ChartBounds } from '../geometry/rings';
import type { ClipIndex } from './clipIndex';
import { insideClip } from './clipIndex';
import type { DotBuffer } from './dotBuffer';
import type { Placement, StrayScale } from './placement';
import { JITTER_BITS } from './placement';
import { SIZE_ENTRIES } from './sizeTable';
import { RANKS_PER_REACH_SHIFT } from './strayReach';
import type { CellTile } from './tile/cellTile';
import { RANKS_PER_DENSITY } from './tile/tileShape';
import { UNITS_PER_CM, WARP_MASK, WARP_SHIFT, WARP_Y } from './warp';

/** What the two inner loops read, and the buffer that they fill. */
export interface DotWriter {
  readonly tile: CellTile;
  /** The two shear tables, see warpTable. */
  readonly warp: Int32Array;
  readonly placement: Placement;
  readonly field: DensityField;
  /** Dots are wanted where x0 ≤ x < x1 and y0 ≤ y < y1, chart cm. */
  readonly window: ChartBounds;
  readonly stray: StrayScale;
  readonly sizes: Float32Array;
  readonly out: DotBuffer;
  /** The copy of the tile at hand: its corner in lattice units, its salt, its part of the dots' ids. */
  baseX: number;
  baseY: number;
  salt: number;
  idBase: number;
}

/*
 * Both loops place a dot the same way: lattice place (mirrored, at the copy's corner) → units → shear → stray → jitter. Constants
 * are taken into locals, because test runners turn imports into property reads. All of it is whole-number arithmetic.
 */
const LATTICE_TO_UNITS = 8; // a lattice unit is 2⁻⁹ cm
const HALF_LATTICE = 1 << (LATTICE_TO_UNITS - 1); // points stand in the middle of their lattice squares
const TONE_STEP = 1 / (1 << 20);
const MIX_A = 0x21f0aaad;
const MIX_C = 0x2c1b3c6d;

/** Writes points start … end − 1 of the tile whose rank is below `ranks`, without a question; returns where it stopped. */
export function writeSure(writer: DotWriter, start: number, end: number, ranks: number): number {
  const { out, sizes, baseX, baseY, salt, idBase } = writer;
  const { points } = writer.tile;
  const { warp } = writer;
  const { mirrorX, mirrorY, warpOffsetX, warpOffsetY } = writer.placement;
  const strayScale = writer.stray.scale;
  const mirrorStrayX = mirrorX & 15;
  const mirrorStrayY = mirrorY & 15;
  const { floats, ids, capacity } = out;
  const jitterMask = (1 << JITTER_BITS) - 1;
  const mask = WARP_MASK;
  const warpSecond = WARP_Y;
  const warpShift = WARP_SHIFT;
  const reachShift = RANKS_PER_REACH_SHIFT;
  const toCm = 1 / UNITS_PER_CM;
  const toDensity = 1 / RANKS_PER_DENSITY;
  const sizeMask = SIZE_ENTRIES - 1;
  let n = out.count;
  let k = start;
  for (; k < end; k++) {
    const rank = points[2 * k + 1] as number;
    if (rank >= ranks) break;
    const at = points[2 * k] as number;
    const planeX = ((((at >>> 20) ^ mirrorX) + baseX) << LATTICE_TO_UNITS) + HALF_LATTICE;
    const planeY = (((((at >>> 8) & 4095) ^ mirrorY) + baseY) << LATTICE_TO_UNITS) + HALF_LATTICE;
    const px = planeX + (warp[((planeY >> warpShift) + warpOffsetX) & mask] as number);
    const py = planeY + (warp[warpSecond + (((px >> warpShift) + warpOffsetY) & mask)] as number);
    let h = Math.imul(at ^ salt, MIX_A);
    h ^= h >>> 15;
    let g = Math.imul(h, MIX_C);
    g ^= g >>> 15;
    const scale = strayScale[rank >> reachShift] as number;
    const step = scale >> JITTER_BITS;
    const reach = scale & jitterMask;
    const strayX = (((at >>> 4) & 15) ^ mirrorStrayX) * 2 - 15;
    const strayY = ((at & 15) ^ mirrorStrayY) * 2 - 15;
    floats[n] = (px + Math.imul(strayX, step) + (Math.imul(h >> 16, reach) >> 15)) * toCm;
    floats[n + capacity] = (py + Math.imul(strayY, step) + (Math.imul((h << 16) >> 16, reach) >> 15)) * toCm;
    floats[n + 2 * capacity] = (rank + 0.5) * toDensity;
    floats[n + 3 * capacity] = sizes[g & sizeMask] as number;
    floats[n + 4 * capacity] = (g >>> 12) * TONE_STEP;
    ids[n + 5 * capacity] = idBase | rank;
    n++;
  }
  out.count = n;
  return k;
}

/** As `writeSure`, but asks of each dot whether the field, the window and the clip want it. */
export function writeAsked(writer: DotWriter, start: number, end: number, ranks: number, clip: ClipIndex | null): void {
  const { out, sizes, baseX, baseY, salt, idBase, window } = writer;
  const { points } = writer.tile;
  const { warp } = writer;
  const { mirrorX, mirrorY, warpOffsetX, warpOffsetY } = writer.placement;
  const strayScale = writer.stray.scale;
  const mirrorStrayX = mirrorX & 15;
  const mirrorStrayY = mirrorY & 15;
  const { floats, ids, capacity } = out;
  const { originX, originY, columns, perCm2 } = writer.field;
  const perStep = 1 / writer.field.step;
  const lastColumn = columns - 1;
  const lastRow = writer.field.rows - 1;
  const jitterMask = (1 << JITTER_BITS) - 1;
  const mask = WARP_MASK;
  const warpSecond = WARP_Y;
  const warpShift = WARP_SHIFT;
  const reachShift = RANKS_PER_REACH_SHIFT;
  const toCm = 1 / UNITS_PER_CM;
  const toDensity = 1 / RANKS_PER_DENSITY;
  const sizeMask = SIZE_ENTRIES - 1;
  let n = out.count;
  for (let k = start; k < end; k++) {
    const rank = points[2 * k + 1] as number;
    if (rank >= ranks) break;
    const at = points[2 * k] as number;
    const planeX = ((((at >>> 20) ^ mirrorX) + baseX) << LATTICE_TO_UNITS) + HALF_LATTICE;
    const planeY = (((((at >>> 8) & 4095) ^ mirrorY) + baseY) << LATTICE_TO_UNITS) + HALF_LATTICE;
    const px = planeX + (warp[((planeY >> warpShift) + warpOffsetX) & mask] as number);
    const py = planeY + (warp[warpSecond + (((px >> warpShift) + warpOffsetY) & mask)] as number);
    let h = Math.imul(at ^ salt, MIX_A);
    h ^= h >>> 15;
    const scale = strayScale[rank >> reachShift] as number;
    const step = scale >> JITTER_BITS;
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
    const appears = (rank + 0.5) * toDensity;
    if (appears >= upper + (lower - upper) * (fy - row)) continue;
    if (sx < window.x0 || sy < window.y0 || sx >= window.x1 || sy >= window.y1) continue;
    if (clip !== null && !insideClip(clip, sx, sy)) continue;
    let g = Math.imul(h, MIX_C);
    g ^= g >>> 15;
    floats[n] = sx;
    floats[n + capacity] = sy;
    floats[n + 2 * capacity] = appears;
    floats[n + 3 * capacity] = sizes[g & sizeMask] as number;
    floats[n + 4 * capacity] = (g >>> 12) * TONE_STEP;
    ids[n + 5 * capacity] = idBase | rank;
    n++;
  }
  out.count = n;
}
