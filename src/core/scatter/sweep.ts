import type { DensityField } from '../density/field';
import type { ChartBounds } from '../geometry/rings';
import { mix32 } from '../density/hash';
import type { ClipIndex } from './clipIndex';
import { clipVerdict, insideClip } from './clipIndex';
import type { DensityBlocks, DensityRange } from './densityBlocks';
import { boundsIn } from './densityBlocks';
import type { DotBuffer } from './dotBuffer';
import { ensureRoom } from './dotBuffer';
import { MAX_DOTS } from './dots';
import { PACKED_LATTICE_SIDE } from './packTile';
import type { Placement } from './placement';
import { RANKS_PER_REACH_SHIFT } from './placement';
import { SIZE_ENTRIES } from './sizeTable';
import type { CellTile } from './tile/cellTile';
import { CELL_CM, RANKS_PER_DENSITY, TILE_CELLS, TILE_CM } from './tile/cellTile';
import type { Warp } from './warp';
import { WARP_MASK, WARP_PER_CM, WARP_REACH_CM, WARP_SLACK_CM } from './warp';

/** All that a sweep over the plane of tiles reads, and the buffer it writes. */
export interface Sweep {
  readonly tile: CellTile;
  readonly warp: Warp;
  readonly placement: Placement;
  readonly field: DensityField;
  readonly blocks: DensityBlocks;
  readonly clip: ClipIndex | null;
  /** Dots are wanted here: x0 ≤ x < x1, y0 ≤ y < y1, chart cm. */
  readonly window: ChartBounds;
  /** Window, field and clip's bounds together: no dot stands outside. */
  readonly extent: ChartBounds;
  readonly reach: Float32Array;
  readonly greatestReach: number;
  readonly sizes: Float32Array;
  readonly out: DotBuffer;
}

const LATTICE_CM = TILE_CM / PACKED_LATTICE_SIDE;
const TONE_STEP = 1 / 0x10_0000;
const HALF_RANGE = 1 / 32768;

/** One cell of one copy of the tile, as the loops over its points need it. */
interface Cell {
  start: number;
  end: number;
  /** Chart cm (before the shears) of the tile copy's corner, and cm per lattice unit, negative when mirrored. */
  baseX: number;
  baseY: number;
  unitX: number;
  unitY: number;
  salt: number;
  id: number;
}

/**
 * Visits the cells that the window meets, row by row, and writes their dots. Returns false when there are more than
 * MAX_DOTS.
 */
export function sweepCells(sweep: Sweep): boolean {
  const { extent, placement, warp, greatestReach } = sweep;
  const margin = greatestReach + WARP_SLACK_CM;
  const firstRow = Math.floor((extent.y0 - placement.shiftY - WARP_REACH_CM - margin) / CELL_CM);
  const lastRow = Math.floor((extent.y1 - placement.shiftY + WARP_REACH_CM + margin) / CELL_CM);
  for (let row = firstRow; row <= lastRow; row++) {
    const top = row * CELL_CM + placement.shiftY;
    const shiftTop = shiftAt(warp.x, top, placement.warpOffsetX);
    const shiftBottom = shiftAt(warp.x, top + CELL_CM, placement.warpOffsetX);
    const low = Math.min(shiftTop, shiftBottom) - margin;
    const high = Math.max(shiftTop, shiftBottom) + margin;
    const first = Math.floor((extent.x0 - high - placement.shiftX) / CELL_CM);
    const last = Math.floor((extent.x1 - low - placement.shiftX) / CELL_CM);
    for (let column = first; column <= last; column++) {
      const left = column * CELL_CM + placement.shiftX;
      sweepCell(sweep, column, row, left + low, left + CELL_CM + high, top);
    }
    if (sweep.out.count > MAX_DOTS) return false;
  }
  return true;
}

const shiftAt = (table: Float32Array, cm: number, offset: number): number =>
  table[(cm * WARP_PER_CM + offset) & WARP_MASK] as number;

const range: DensityRange = { least: 0, greatest: 0 };
const cell: Cell = { start: 0, end: 0, baseX: 0, baseY: 0, unitX: 0, unitY: 0, salt: 0, id: 0 };

/** Decides how much of a cell needs asking, dot by dot: nothing where it is empty, little where all is even. */
function sweepCell(sweep: Sweep, column: number, row: number, x0: number, x1: number, top: number): void {
  const { extent, placement, clip, greatestReach, warp } = sweep;
  const shiftLeft = shiftAt(warp.y, x0 + greatestReach, placement.warpOffsetY);
  const shiftRight = shiftAt(warp.y, x1 - greatestReach, placement.warpOffsetY);
  const margin = greatestReach + WARP_SLACK_CM;
  const y0 = top + Math.min(shiftLeft, shiftRight) - margin;
  const y1 = top + CELL_CM + Math.max(shiftLeft, shiftRight) + margin;
  if (y1 < extent.y0 || y0 > extent.y1) return;
  boundsIn(sweep.blocks, x0, y0, x1, y1, range);
  if (range.greatest === 0) return;
  let clipped = false;
  if (clip !== null) {
    const verdict = clipVerdict(clip, x0, y0, x1, y1);
    if (verdict === 0) return;
    clipped = verdict === 2;
  }
  const whole = !clipped && x0 >= extent.x0 && y0 >= extent.y0 && x1 < extent.x1 && y1 < extent.y1;
  const tileColumn = Math.floor(column / TILE_CELLS);
  const tileRow = Math.floor(row / TILE_CELLS);
  placeCell(sweep, column - tileColumn * TILE_CELLS, row - tileRow * TILE_CELLS, tileColumn, tileRow);
  ensureRoom(sweep.out, cell.end - cell.start);
  // A rank appears at (rank + ½) / RANKS_PER_DENSITY dots/cm².
  const sureRanks = whole ? range.least * RANKS_PER_DENSITY - 0.5 : -1;
  const anyRanks = range.greatest * RANKS_PER_DENSITY - 0.5;
  const next = sureRanks > 0 ? takeSure(sweep, cell, sureRanks) : cell.start;
  if (next < cell.end && anyRanks > sureRanks) takeAsked(sweep, cell, next, anyRanks, clipped ? clip : null);
}

/** Fills `cell` for a column and row within one copy of the tile. */
function placeCell(sweep: Sweep, column: number, row: number, tileColumn: number, tileRow: number): void {
  const { placement, tile } = sweep;
  const { mirrorX, mirrorY } = placement;
  const sourceColumn = mirrorX ? TILE_CELLS - 1 - column : column;
  const sourceRow = mirrorY ? TILE_CELLS - 1 - row : row;
  const index = sourceRow * TILE_CELLS + sourceColumn;
  cell.start = tile.start[index] as number;
  cell.end = tile.start[index + 1] as number;
  // Points stand in the middle of their lattice squares, which also makes mirroring exact.
  cell.unitX = mirrorX ? -LATTICE_CM : LATTICE_CM;
  cell.unitY = mirrorY ? -LATTICE_CM : LATTICE_CM;
  cell.baseX = placement.shiftX + (mirrorX ? tileColumn + 1 : tileColumn) * TILE_CM + cell.unitX / 2;
  cell.baseY = placement.shiftY + (mirrorY ? tileRow + 1 : tileRow) * TILE_CM + cell.unitY / 2;
  cell.salt = mix32(placement.salt ^ Math.imul(tileColumn, 0x9e3779b1) ^ Math.imul(tileRow, 0x85ebca6b)) | 0;
  cell.id = ((tileColumn & 255) << 24) | ((tileRow & 255) << 16);
}

/** Writes the dots whose rank lies below `sureRanks`, without a question; returns where it stopped. */
function takeSure(sweep: Sweep, from: Cell, sureRanks: number): number {
  const { out, reach, sizes } = sweep;
  const { x: tileX, y: tileY, rank: ranks, salt: salts } = sweep.tile;
  const { x: warpX, y: warpY } = sweep.warp;
  const { warpOffsetX, warpOffsetY } = sweep.placement;
  const { x, y, appearsAt, size, tone, id } = out;
  const { end, baseX, baseY, unitX, unitY, salt, id: cellId } = from;
  let n = out.count;
  let k = from.start;
  for (; k < end; k++) {
    const rank = ranks[k] as number;
    if (rank >= sureRanks) break;
    const planeY = baseY + unitY * (tileY[k] as number);
    const px =
      baseX + unitX * (tileX[k] as number) + (warpX[(planeY * WARP_PER_CM + warpOffsetX) & WARP_MASK] as number);
    const py = planeY + (warpY[(px * WARP_PER_CM + warpOffsetY) & WARP_MASK] as number);
    let h = Math.imul((salts[k] as number) ^ salt, 0x21f0aaad);
    h ^= h >>> 15;
    let g = Math.imul(h, 0x735a2d97);
    g ^= g >>> 15;
    const stray = (reach[rank >>> RANKS_PER_REACH_SHIFT] as number) * HALF_RANGE;
    x[n] = px + (h >> 16) * stray;
    y[n] = py + ((h << 16) >> 16) * stray;
    appearsAt[n] = (rank + 0.5) / RANKS_PER_DENSITY;
    size[n] = sizes[g & (SIZE_ENTRIES - 1)] as number;
    tone[n] = (g >>> 12) * TONE_STEP;
    id[n] = cellId | rank;
    n++;
  }
  out.count = n;
  return k;
}

/** Writes the dots from `k` on that stand where the field is dense enough, in the window and in the clip. */
function takeAsked(sweep: Sweep, from: Cell, k: number, anyRanks: number, clip: ClipIndex | null): void {
  const { out, reach, sizes, window, field } = sweep;
  const { x: tileX, y: tileY, rank: ranks, salt: salts } = sweep.tile;
  const { x: warpX, y: warpY } = sweep.warp;
  const { warpOffsetX, warpOffsetY } = sweep.placement;
  const { x, y, appearsAt, size, tone, id } = out;
  const { end, baseX, baseY, unitX, unitY, salt, id: cellId } = from;
  const { originX, originY, columns, perCm2 } = field;
  const perStep = 1 / field.step;
  const lastColumn = columns - 1;
  const lastRow = field.rows - 1;
  let n = out.count;
  for (; k < end; k++) {
    const rank = ranks[k] as number;
    if (rank >= anyRanks) break;
    const planeY = baseY + unitY * (tileY[k] as number);
    const px =
      baseX + unitX * (tileX[k] as number) + (warpX[(planeY * WARP_PER_CM + warpOffsetX) & WARP_MASK] as number);
    const py = planeY + (warpY[(px * WARP_PER_CM + warpOffsetY) & WARP_MASK] as number);
    let h = Math.imul((salts[k] as number) ^ salt, 0x21f0aaad);
    h ^= h >>> 15;
    const stray = (reach[rank >>> RANKS_PER_REACH_SHIFT] as number) * HALF_RANGE;
    // Rounded first, so that what is asked is what is stored.
    const sx = Math.fround(px + (h >> 16) * stray);
    const sy = Math.fround(py + ((h << 16) >> 16) * stray);
    if (sx < window.x0 || sy < window.y0 || sx >= window.x1 || sy >= window.y1) continue;
    const fx = (sx - originX) * perStep;
    const fy = (sy - originY) * perStep;
    if (!(fx >= 0 && fy >= 0 && fx <= lastColumn && fy <= lastRow)) continue;
    const column = fx < lastColumn ? fx | 0 : lastColumn - 1;
    const row = fy < lastRow ? fy | 0 : lastRow - 1;
    const a = fx - column;
    const node = row * columns + column;
    const next = node + columns;
    const above = (perCm2[node] as number) + ((perCm2[node + 1] as number) - (perCm2[node] as number)) * a;
    const below = (perCm2[next] as number) + ((perCm2[next + 1] as number) - (perCm2[next] as number)) * a;
    const appears = (rank + 0.5) / RANKS_PER_DENSITY;
    if (appears >= above + (below - above) * (fy - row)) continue;
    if (clip !== null && !insideClip(clip, sx, sy)) continue;
    let g = Math.imul(h, 0x735a2d97);
    g ^= g >>> 15;
    x[n] = sx;
    y[n] = sy;
    appearsAt[n] = appears;
    size[n] = sizes[g & (SIZE_ENTRIES - 1)] as number;
    tone[n] = (g >>> 12) * TONE_STEP;
    id[n] = cellId | rank;
    n++;
  }
  out.count = n;
}
