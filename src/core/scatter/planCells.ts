import { mix32 } from '../density/hash';
import type { ChartBounds } from '../geometry/rings';
import type { ClipIndex } from './clipIndex';
import { clipVerdict } from './clipIndex';
import type { DensityBlocks, DensityRange } from './densityBlocks';
import { boundsIn } from './densityBlocks';
import type { Placement, StrayScale } from './placement';
import type { CellTile } from './tile/cellTile';
import { CELL_CM, DENSITY_CEILING, LATTICE_SIDE, RANKS_PER_DENSITY, TILE_CELLS, TILE_CM } from './tile/tileShape';
import { UNITS_PER_CM, WARP_MASK, WARP_REACH_CM, WARP_SHIFT, WARP_SLACK_CM, WARP_Y } from './warp';

/** What decides which cells of the plane of tiles hold dots, and how many at most. */
export interface CellSearch {
  readonly tile: CellTile;
  readonly warp: Int32Array;
  readonly placement: Placement;
  readonly stray: StrayScale;
  readonly blocks: DensityBlocks;
  readonly clip: ClipIndex | null;
  /** Window, field and clip's bounds together, chart cm: no dot stands outside. */
  readonly extent: ChartBounds;
}

/** The cells that may hold dots, in the order of their dots. */
export interface CellPlan {
  /**
   * CELL_NUMBERS entries a cell: the tile's points from START to SURE_END all stand, those from there to END are asked,
   * in the clip too if CLIPPED; then the copy of the tile at hand: its corner in lattice units, its salt, its part of ids.
   */
  cells: Int32Array;
  /** How many cells, and how many points they have from START to END. */
  count: number;
  points: number;
}

export const CELL_NUMBERS = 8;
export const START = 0;
export const SURE_END = 1;
export const END = 2;
export const CLIPPED = 3;
export const BASE_X = 4;
export const BASE_Y = 5;
export const SALT = 6;
export const ID_BASE = 7;

const LATTICE_PER_CM = LATTICE_SIDE / TILE_CM;
/** Ranks from one point of a cell to its next, on average: there are this many cells. */
const RANKS_PER_POINT = TILE_CELLS * TILE_CELLS;

/** Plans the cells that the extent meets, row by row. */
export function planCells(search: CellSearch): CellPlan {
  const { extent, placement, warp, stray } = search;
  const margin = stray.farthestCm + WARP_SLACK_CM;
  const offsetX = placement.shiftX / LATTICE_PER_CM;
  const offsetY = placement.shiftY / LATTICE_PER_CM;
  const firstRow = Math.floor((extent.y0 - offsetY - WARP_REACH_CM - margin) / CELL_CM);
  const lastRow = Math.floor((extent.y1 - offsetY + WARP_REACH_CM + margin) / CELL_CM);
  const plan: CellPlan = { cells: new Int32Array(0), count: 0, points: 0 };
  for (let row = firstRow; row <= lastRow; row++) {
    const top = row * CELL_CM + offsetY;
    const shiftTop = shiftCm(warp, 0, top, placement.warpOffsetX);
    const shiftBottom = shiftCm(warp, 0, top + CELL_CM, placement.warpOffsetX);
    const low = Math.min(shiftTop, shiftBottom) - margin;
    const high = Math.max(shiftTop, shiftBottom) + margin;
    const first = Math.floor((extent.x0 - high - offsetX) / CELL_CM);
    const last = Math.floor((extent.x1 - low - offsetX) / CELL_CM);
    makeRoom(plan, last - first + 1, lastRow - row + 1);
    planRow(search, plan, row, top, first, last, offsetX + low, offsetX + CELL_CM + high);
  }
  return plan;
}

const range: DensityRange = { least: 0, greatest: 0 };

/** The cells of one row; cell c spans left + c · CELL_CM … right + c · CELL_CM, jitter and shear included. */
function planRow(
  search: CellSearch,
  plan: CellPlan,
  row: number,
  top: number,
  first: number,
  last: number,
  left: number,
  right: number,
): void {
  const { extent, clip, blocks, placement, warp, tile, stray } = search;
  const { cells } = plan;
  const margin = stray.farthestCm + WARP_SLACK_CM;
  const tileRow = Math.floor(row / TILE_CELLS);
  const sourceRow = (row - tileRow * TILE_CELLS) ^ (placement.mirrorY === 0 ? 0 : TILE_CELLS - 1);
  const mirrorColumn = placement.mirrorX === 0 ? 0 : TILE_CELLS - 1;
  for (let column = first; column <= last; column++) {
    const x0 = left + column * CELL_CM;
    const x1 = right + column * CELL_CM;
    const shiftLeft = shiftCm(warp, WARP_Y, x0 + stray.farthestCm, placement.warpOffsetY);
    const shiftRight = shiftCm(warp, WARP_Y, x1 - stray.farthestCm, placement.warpOffsetY);
    const y0 = top + Math.min(shiftLeft, shiftRight) - margin;
    const y1 = top + CELL_CM + Math.max(shiftLeft, shiftRight) + margin;
    if (y1 < extent.y0 || y0 > extent.y1) continue;
    boundsIn(blocks, x0, y0, x1, y1, range);
    if (range.greatest === 0) continue;
    const verdict = clip === null ? 1 : clipVerdict(clip, x0, y0, x1, y1);
    if (verdict === 0) continue;

    const copy = Math.floor(column / TILE_CELLS);
    const source = sourceRow * TILE_CELLS + ((column - copy * TILE_CELLS) ^ mirrorColumn);
    // Nothing is asked of a dot in a cell that lies whole in the extent and the clip, up to the least density there.
    const whole = verdict === 1 && x0 >= extent.x0 && y0 >= extent.y0 && x1 < extent.x1 && y1 < extent.y1;
    const start = tile.start[source] as number;
    const end = pointsBelow(tile, source, range.greatest);
    const sureEnd = !whole ? start : range.least === range.greatest ? end : pointsBelow(tile, source, range.least);
    if (end === start) continue;
    const at = plan.count * CELL_NUMBERS;
    cells[at + START] = start;
    cells[at + SURE_END] = sureEnd;
    cells[at + END] = end;
    cells[at + CLIPPED] = verdict === 1 ? 0 : 1;
    cells[at + BASE_X] = placement.shiftX + copy * LATTICE_SIDE;
    cells[at + BASE_Y] = placement.shiftY + tileRow * LATTICE_SIDE;
    cells[at + SALT] = mix32(placement.salt ^ Math.imul(copy, 0x9e3779b1) ^ Math.imul(tileRow, 0x85ebca6b));
    cells[at + ID_BASE] = ((copy & 255) << 24) | ((tileRow & 255) << 16);
    plan.count++;
    plan.points += end - start;
  }
}

/** Makes room for another row of cells, and for as many rows like it as are to come. */
function makeRoom(plan: CellPlan, more: number, rows: number): void {
  if ((plan.count + more) * CELL_NUMBERS <= plan.cells.length) return;
  const larger = new Int32Array((plan.count + more * rows) * CELL_NUMBERS);
  larger.set(plan.cells.subarray(0, plan.count * CELL_NUMBERS));
  plan.cells = larger;
}

/** Index of the cell's first point that does not come up below a density: rank r appears at (r + ½) / RANKS_PER_DENSITY. */
function pointsBelow(tile: CellTile, cell: number, perCm2: number): number {
  const { points } = tile;
  const start = tile.start[cell] as number;
  const end = tile.start[cell + 1] as number;
  const ranks = Math.ceil(Math.min(perCm2, DENSITY_CEILING) * RANKS_PER_DENSITY - 0.5);
  // Every cell has about as many points below a rank as any other: guess, then walk.
  let k = Math.min(start + Math.floor(ranks / RANKS_PER_POINT), end);
  while (k > start && (points[2 * k - 1] as number) >= ranks) k--;
  while (k < end && (points[2 * k + 1] as number) < ranks) k++;
  return k;
}

const shiftCm = (table: Int32Array, from: number, cm: number, offset: number): number => {
  const entry = ((Math.floor(cm * UNITS_PER_CM) >> WARP_SHIFT) + offset) & WARP_MASK;
  return (table[from + entry] as number) / UNITS_PER_CM;
};
