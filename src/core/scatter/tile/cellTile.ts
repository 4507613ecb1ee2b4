import { PACKED_LATTICE_SIDE, unpackTile } from '../packTile';
import { RANKED_TILE, RANKED_TILE_HASH } from './rankedTile';

/** Side of the tile on the scalp, cm. Smaller tiles repeat more often, larger ones hold fewer dots/cm² (our choice). */
export const TILE_CM = 8;
/** Cells across the tile; a cell holds 64 points, a good measure between skipping finely and looping long (measured). */
export const TILE_CELLS = 32;
export const CELL_CM = TILE_CM / TILE_CELLS;
/** Ranks that come up per dot/cm² of density. */
export const RANKS_PER_DENSITY = TILE_CM * TILE_CM;
/** The tile is exhausted at this many dots/cm². */
export const DENSITY_CEILING = 65536 / RANKS_PER_DENSITY;
/** Part of every saved design: another engine would set other dots. */
export const ENGINE_VERSION = `1-${RANKED_TILE_HASH}`;

/** The tile's points sorted by cell, by rank within each cell. */
export interface CellTile {
  /** Points of cell c are start[c] … start[c + 1] − 1; TILE_CELLS² + 1 entries. */
  readonly start: Int32Array;
  /** Place within the tile in lattice units, (x << 12) | y. */
  readonly place: Int32Array;
  /** Order in which points appear as density grows, 0–65,535. */
  readonly rank: Uint16Array;
}

let cached: CellTile | null = null;

/** The shipped tile; decoded on the first call (about 5 ms), then kept. */
export function cellTile(): CellTile {
  cached ??= sortByCell();
  return cached;
}

function sortByCell(): CellTile {
  const ranked = unpackTile(RANKED_TILE);
  const count = ranked.x.length;
  const perCell = PACKED_LATTICE_SIDE / TILE_CELLS;
  const cellOf = (rank: number): number =>
    Math.floor((ranked.y[rank] as number) / perCell) * TILE_CELLS + Math.floor((ranked.x[rank] as number) / perCell);

  const start = new Int32Array(TILE_CELLS * TILE_CELLS + 1);
  for (let rank = 0; rank < count; rank++) start[cellOf(rank) + 1] = (start[cellOf(rank) + 1] as number) + 1;
  for (let cell = 1; cell < start.length; cell++) start[cell] = (start[cell] as number) + (start[cell - 1] as number);

  const next = start.slice();
  const place = new Int32Array(count);
  const rankOf = new Uint16Array(count);
  for (let rank = 0; rank < count; rank++) {
    const cell = cellOf(rank);
    const at = next[cell] as number;
    next[cell] = at + 1;
    place[at] = ((ranked.x[rank] as number) << 12) | (ranked.y[rank] as number);
    rankOf[at] = rank;
  }
  return { start, place, rank: rankOf };
}
