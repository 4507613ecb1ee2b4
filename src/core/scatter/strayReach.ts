import { DENSITY_CEILING, RANKS_PER_DENSITY } from './tile/tileShape';

/** Ranks that share one reach: 64 ranks are one dot/cm². */
export const RANKS_PER_REACH_SHIFT = 6;

/** How many reaches there are. */
export const REACHES = (DENSITY_CEILING * RANKS_PER_DENSITY) >> RANKS_PER_REACH_SHIFT;

/** Stray steps along an axis: −15, −13 … 15 fifteenths of the reach. */
export const STRAY_STEPS = 16;

/** Farthest stray along an axis as a share of the mean spacing 1/√density at which the dot appears (measured). */
const REACH_OF_SPACING = 0.36;
/**
 * Dots that appear below this density stray no farther than those that appear at it: the greatest at which dots at
 * 33/cm² stay as even in count as at higher densities, and those at 60/cm² as irregular as real fills (measured).
 */
const REACH_FLOOR_PER_CM2 = 96;

/**
 * How far natural strays go along each axis, in cm, by (rank >> RANKS_PER_REACH_SHIFT). Early dots stray farther, as
 * they stand farther apart; since the reach is the dot's own and not that of the place, no edit moves a dot.
 */
export function strayReachCm(): Float64Array {
  const reach = new Float64Array(REACHES);
  for (let i = 0; i < reach.length; i++) {
    const appearsAt = ((i + 0.5) * (1 << RANKS_PER_REACH_SHIFT)) / RANKS_PER_DENSITY;
    reach[i] = REACH_OF_SPACING / Math.sqrt(Math.max(appearsAt, REACH_FLOOR_PER_CM2));
  }
  return reach;
}
