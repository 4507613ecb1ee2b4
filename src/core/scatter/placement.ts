import { mix32 } from '../density/hash';
import { PACKED_LATTICE_SIDE } from './packTile';
import { DENSITY_CEILING, RANKS_PER_DENSITY } from './tile/cellTile';
import { UNITS_PER_CM, WARP_MASK } from './warp';

/** How a seed lays the plane of tiles under the chart. */
export interface Placement {
  /** Chart place of the corner of tile (0, 0) before the shears, lattice units. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** All ones where every tile is mirrored left to right, top to bottom; else zero. Lattice places are XORed with it. */
  readonly mirrorX: number;
  readonly mirrorY: number;
  /** Offsets into the shear tables. */
  readonly warpOffsetX: number;
  readonly warpOffsetY: number;
  /** Mixed into every dot's hash. */
  readonly salt: number;
}

/** Lays out the plane for a seed (uint32). */
export function placementOf(seed: number): Placement {
  const bits = (purpose: number): number => mix32(mix32(seed) ^ Math.imul(purpose, 0x9e3779b1));
  const lattice = PACKED_LATTICE_SIDE - 1;
  return {
    shiftX: bits(1) & lattice,
    shiftY: bits(2) & lattice,
    mirrorX: (bits(3) & 1) * lattice,
    mirrorY: (bits(4) & 1) * lattice,
    warpOffsetX: bits(5) & WARP_MASK,
    warpOffsetY: bits(6) & WARP_MASK,
    salt: bits(7) | 0,
  };
}

/** Ranks that share one jitter reach: 64 ranks are one dot/cm². */
export const RANKS_PER_REACH_SHIFT = 6;

/** Jitter reach at irregularity 1 as a share of the mean spacing 1/√density at which the dot appears (our choice). */
const REACH_OF_SPACING = 0.56;
/** Dots that appear below this density stray no farther than those that appear at it. */
const REACH_FLOOR_PER_CM2 = 40;

/**
 * How far a dot may stray along each axis, in units of 2⁻¹⁷ cm, by (rank >> RANKS_PER_REACH_SHIFT). Early dots stray
 * farther, as they stand farther apart; since the reach is the dot's own and not that of the place, no edit moves a dot.
 */
export function jitterReach(irregularity: number): Int32Array {
  const reach = new Int32Array((DENSITY_CEILING * RANKS_PER_DENSITY) >> RANKS_PER_REACH_SHIFT);
  for (let i = 0; i < reach.length; i++) {
    const appearsAt = ((i + 0.5) * (1 << RANKS_PER_REACH_SHIFT)) / RANKS_PER_DENSITY;
    const cm = (irregularity * REACH_OF_SPACING) / Math.sqrt(Math.max(appearsAt, REACH_FLOOR_PER_CM2));
    reach[i] = Math.round(cm * UNITS_PER_CM);
  }
  return reach;
}
