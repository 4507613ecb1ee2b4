import { mix32 } from '../density/hash';
import type { ChartBounds } from '../geometry/rings';
import type { ClipIndex } from './clipIndex';
import { clipVerdict } from './clipIndex';
import type { DensityBlocks, DensityRange } from './densityBlocks';
import { boundsIn } from './densityBlocks';
import { ensureRoom } from './dotBuffer';
import { MAX_DOTS } from './dots';
import { CELL_CM, LATTICE_SIDE, RANKS_PER_DENSITY, TILE_CELLS, TILE_CM } from './tile/tileShape';
import { UNITS_PER_CM, WARP_MASK, WARP_REACH_CM, WARP_SHIFT, WARP_SLACK_CM, WARP_Y } from './warp';
import type { DotWriter } from './writeDots';
import { writeAsked, writeSure } from './writeDots';

/** What decides which cells of the plane of tiles are visited, and how. */
export interface Sweep {
  readonly writer: DotWriter;
  readonly blocks: DensityBlocks;
  readonly clip: ClipIndex | null;
  /** Window, field and clip's bounds together, chart cm: no dot stands outside. */
  readonly extent: ChartBounds;
}

const LATTICE_PER_CM = LATTICE_SIDE / TILE_CM;

/**
 * Visits the cells that the extent meets, row by row, and writes their dots. Returns false when there are more than
 * MAX_DOTS.
 */
export function sweepCells(sweep: Sweep): boolean {
  const { extent, writer } = sweep;
  const { placement, warp } = writer;
  const margin = writer.stray.farthestCm + WARP_SLACK_CM;
  const offsetX = placement.shiftX / LATTICE_PER_CM;
  const offsetY = placement.shiftY / LATTICE_PER_CM;
  const firstRow = Math.floor((extent.y0 - offsetY - WARP_REACH_CM - margin) / CELL_CM);
  const lastRow = Math.floor((extent.y1 - offsetY + WARP_REACH_CM + margin) / CELL_CM);
  for (let row = firstRow; row <= lastRow; row++) {
    const top = row * CELL_CM + offsetY;
    const shiftTop = shiftCm(warp, 0, top, placement.warpOffsetX);
    const shiftBottom = shiftCm(warp, 0, top + CELL_CM, placement.warpOffsetX);
    const low = Math.min(shiftTop, shiftBottom) - margin;
    const high = Math.max(shiftTop, shiftBottom) + margin;
    const first = Math.floor((extent.x0 - high - offsetX) / CELL_CM);
    const last = Math.floor((extent.x1 - low - offsetX) / CELL_CM);
    sweepRow(sweep, row, top, first, last, offsetX + low, offsetX + CELL_CM + high);
    if (writer.out.count > MAX_DOTS) return false;
  }
  return true;
}

const range: DensityRange = { least: 0, greatest: 0 };

/** The cells of one row; cell c spans left + c · CELL_CM … right + c · CELL_CM, jitter and shear included. */
function sweepRow(
  sweep: Sweep,
  row: number,
  top: number,
  first: number,
  last: number,
  left: number,
  right: number,
): void {
  const { extent, clip, blocks, writer } = sweep;
  const { placement, warp, tile, out } = writer;
  const margin = writer.stray.farthestCm + WARP_SLACK_CM;
  const tileRow = Math.floor(row / TILE_CELLS);
  const sourceRow = (row - tileRow * TILE_CELLS) ^ (placement.mirrorY === 0 ? 0 : TILE_CELLS - 1);
  const mirrorColumn = placement.mirrorX === 0 ? 0 : TILE_CELLS - 1;
  writer.baseY = placement.shiftY + tileRow * LATTICE_SIDE;
  let tileColumn = NaN;
  for (let column = first; column <= last; column++) {
    const x0 = left + column * CELL_CM;
    const x1 = right + column * CELL_CM;
    const shiftLeft = shiftCm(warp, WARP_Y, x0 + writer.stray.farthestCm, placement.warpOffsetY);
    const shiftRight = shiftCm(warp, WARP_Y, x1 - writer.stray.farthestCm, placement.warpOffsetY);
    const y0 = top + Math.min(shiftLeft, shiftRight) - margin;
    const y1 = top + CELL_CM + Math.max(shiftLeft, shiftRight) + margin;
    if (y1 < extent.y0 || y0 > extent.y1) continue;
    boundsIn(blocks, x0, y0, x1, y1, range);
    if (range.greatest === 0) continue;
    const verdict = clip === null ? 1 : clipVerdict(clip, x0, y0, x1, y1);
    if (verdict === 0) continue;

    const copy = Math.floor(column / TILE_CELLS);
    if (copy !== tileColumn) {
      tileColumn = copy;
      writer.baseX = placement.shiftX + copy * LATTICE_SIDE;
      writer.salt = mix32(placement.salt ^ Math.imul(copy, 0x9e3779b1) ^ Math.imul(tileRow, 0x85ebca6b)) | 0;
      writer.idBase = ((copy & 255) << 24) | ((tileRow & 255) << 16);
    }
    const source = sourceRow * TILE_CELLS + ((column - copy * TILE_CELLS) ^ mirrorColumn);
    const start = tile.start[source] as number;
    const end = tile.start[source + 1] as number;
    ensureRoom(out, end - start);
    // Nothing is asked of a dot in a cell that lies whole in the extent and the clip, up to the least density there.
    const whole = verdict === 1 && x0 >= extent.x0 && y0 >= extent.y0 && x1 < extent.x1 && y1 < extent.y1;
    const least = whole ? range.least : 0;
    const next = least > 0 ? writeSure(writer, start, end, ranksBelow(least)) : start;
    if (range.greatest === least || next === end) continue;
    writeAsked(writer, next, end, ranksBelow(range.greatest), verdict === 1 ? null : clip);
  }
}

/** How many ranks appear below a density: rank r appears at (r + ½) / RANKS_PER_DENSITY. */
const ranksBelow = (perCm2: number): number => Math.ceil(Math.min(perCm2, 2048) * RANKS_PER_DENSITY - 0.5);

const shiftCm = (table: Int32Array, from: number, cm: number, offset: number): number => {
  const entry = ((Math.floor(cm * UNITS_PER_CM) >> WARP_SHIFT) + offset) & WARP_MASK;
  return (table[from + entry] as number) / UNITS_PER_CM;
};
