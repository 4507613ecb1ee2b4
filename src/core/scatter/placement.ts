import { mix32 } from '../density/hash';
import { NATURAL_IRREGULARITY } from './dots';
import { STRAY_STEPS, strayReachCm } from './strayReach';
import { LATTICE_SIDE } from './tile/tileShape';
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
  const lattice = LATTICE_SIDE - 1;
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

/** The lower bits of a stray scale are the jitter's reach, the upper ones a step of the natural stray. */
export const JITTER_BITS = 15;

/** How far dots are moved off the even tile. */
export interface StrayScale {
  /**
   * By (rank >> RANKS_PER_REACH_SHIFT), in units of 2⁻¹⁷ cm: one step of the tile's natural stray, shifted left by
   * JITTER_BITS, and the reach of independent jitter: a quarter of a step's width, and more beyond natural.
   */
  readonly scale: Int32Array;
  /** No dot is moved farther along an axis, cm. */
  readonly farthestCm: number;
}

const WILD_JITTER = 0.9; // of the natural reach, added at irregularity 1 (our choice)

let cached: { readonly irregularity: number; readonly scale: StrayScale } | null = null;

/** From even at 0 through natural at NATURAL_IRREGULARITY to wild at 1; read only. */
export function strayScale(irregularity: number): StrayScale {
  if (cached?.irregularity !== irregularity) cached = { irregularity, scale: makeStrayScale(irregularity) };
  return cached.scale;
}

function makeStrayScale(irregularity: number): StrayScale {
  const natural = Math.min(irregularity / NATURAL_IRREGULARITY, 1);
  const wild = Math.max((irregularity - NATURAL_IRREGULARITY) / (1 - NATURAL_IRREGULARITY), 0);
  const stepShare = natural / (STRAY_STEPS - 1);
  const jitterShare = stepShare / 4 + wild * WILD_JITTER;
  const reach = strayReachCm();
  return {
    scale: Int32Array.from(reach, (cm) => {
      const step = Math.round(stepShare * cm * UNITS_PER_CM);
      return (step << JITTER_BITS) | Math.round(jitterShare * cm * UNITS_PER_CM);
    }),
    farthestCm: (natural + jitterShare) * (reach[0] as number) + 1e-4,
  };
}
