/** Side of the tile on the scalp, cm. Smaller tiles repeat more often, larger ones hold fewer dots/cm² (our choice). */
export const TILE_CM = 8;
/** The tile's coordinates are whole numbers of this many lattice units across: twelve bits. */
export const LATTICE_SIDE = 4096;
/** Cells across the tile; a cell holds 256 points, a good measure between skipping finely and looping long (measured). */
export const TILE_CELLS = 16;
export const CELL_CM = TILE_CM / TILE_CELLS;
/** Ranks that come up per dot/cm² of density. */
export const RANKS_PER_DENSITY = TILE_CM * TILE_CM;
export const TILE_POINTS = 65536;
/** The tile is exhausted at this many dots/cm². */
export const DENSITY_CEILING = TILE_POINTS / RANKS_PER_DENSITY;
