import { mix32 } from '../density/hash';
import { DENSITY_CEILING, RANKS_PER_DENSITY, TILE_CM } from './tile/cellTile';
import { WARP_PER_CM } from './warp';

/** How a seed lays the plane of tiles under the chart. */
export interface Placement {
  /** Chart cm of the corner of tile (0, 0), before the shears. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Whether every tile is mirrored left to right, top to bottom. */
  readonly mirrorX: boolean;
  readonly mirrorY: boolean;
  /** Offsets into the shear tables, entries, large enough to keep every index positive. */
  readonly warpOffsetX: number;
  readonly warpOffsetY: number;
  /** Mixed into every dot's hash. */
  readonly salt: number;
}

const POSITIVE_ENTRIES = 2 * 32768;

/** Lays out the plane for a seed (uint32). */
export function placementOf(seed: number): Placement {
  const share = (purpose: number): number => mix32(mix32(seed) ^ Math.imul(purpose, 0x9e3779b1)) / 0x1_0000_0000;
  return {
    shiftX: share(1) * TILE_CM,
    shiftY: share(2) * TILE_CM,
    mirrorX: share(3) < 0.5,
    mirrorY: share(4) < 0.5,
    warpOffsetX: POSITIVE_ENTRIES + share(5) * 128 * WARP_PER_CM,
    warpOffsetY: POSITIVE_ENTRIES + share(6) * 128 * WARP_PER_CM,
    salt: mix32(seed ^ 0x5bd1e995) | 0,
  };
}

/** Ranks that share one jitter reach: 64 ranks are one dot/cm². */
export const RANKS_PER_REACH_SHIFT = 6;

/** Jitter reach at irregularity 1 as a share of the mean spacing 1/√density at which the dot appears (our choice). */
const REACH_OF_SPACING = 0.56;
/** Dots that appear below this density stray no farther than those that appear at it. */
const REACH_FLOOR_PER_CM2 = 40;

/**
 * How far a dot may stray along each axis, in cm, by (rank >> RANKS_PER_REACH_SHIFT). Early dots stray farther, as they
 * stand farther apart; since the reach is the dot's own and not that of the place, no edit moves a dot.
 */
export function jitterReach(irregularity: number): Float32Array {
  const reach = new Float32Array((DENSITY_CEILING * RANKS_PER_DENSITY) >> RANKS_PER_REACH_SHIFT);
  for (let i = 0; i < reach.length; i++) {
    const appearsAt = ((i + 0.5) * (1 << RANKS_PER_REACH_SHIFT)) / RANKS_PER_DENSITY;
    reach[i] = (irregularity * REACH_OF_SPACING) / Math.sqrt(Math.max(appearsAt, REACH_FLOOR_PER_CM2));
  }
  return reach;
}
