import { fromBase64, unpackPoints } from '../packTile';
import { RANKED_POINTS, STRAYS } from './rankedTile';
import { LATTICE_SIDE, TILE_CELLS, TILE_POINTS } from './tileShape';

/** The tile's points sorted by cell, by rank within each cell. */
export interface CellTile {
  /** Points of cell c are start[c] … start[c + 1] − 1; TILE_CELLS² + 1 entries. */
  readonly start: Int32Array;
  /**
   * Two entries a point: its place in lattice units with the natural stray's steps, (x << 20) | (y << 8) | (sx << 4) |
   * sy, and its rank, 0–65,535: the order in which points appear as density grows.
   */
  readonly points: Int32Array;
}

/** The memory of the shipped tile, zero until `cellTile` is first called: inner loops hold it as a constant. */
export const CELL_TILE: CellTile = {
  start: new Int32Array(TILE_CELLS * TILE_CELLS + 1),
  points: new Int32Array(2 * TILE_POINTS),
};

let isSorted = false;

/** The shipped tile; decoded on the first call (a few ms), then kept. */
export function cellTile(): CellTile {
  if (!isSorted) sortByCell(CELL_TILE);
  isSorted = true;
  return CELL_TILE;
}

function sortByCell({ start, points: sorted }: CellTile): void {
  const points = unpackPoints(fromBase64(RANKED_POINTS));
  const strays = fromBase64(STRAYS);
  const count = points.x.length;
  const perCell = LATTICE_SIDE / TILE_CELLS;
  const cellOf = (rank: number): number =>
    Math.floor((points.y[rank] as number) / perCell) * TILE_CELLS + Math.floor((points.x[rank] as number) / perCell);

  for (let rank = 0; rank < count; rank++) start[cellOf(rank) + 1] = (start[cellOf(rank) + 1] as number) + 1;
  for (let cell = 1; cell < start.length; cell++) start[cell] = (start[cell] as number) + (start[cell - 1] as number);

  const next = start.slice();
  for (let rank = 0; rank < count; rank++) {
    const cell = cellOf(rank);
    const at = next[cell] as number;
    next[cell] = at + 1;
    sorted[2 * at] = ((points.x[rank] as number) << 20) | ((points.y[rank] as number) << 8) | (strays[rank] as number);
    sorted[2 * at + 1] = rank;
  }
}
