import { seededRandom } from '../density/noise';
import type { RankedPoints } from './buildTile';
import { RANKS_PER_REACH_SHIFT, STRAY_STEPS, strayReachCm } from './strayReach';
import { closestPass, createWays } from './strayWays';
import { LATTICE_SIDE, TILE_CM } from './tile/tileShape';
import { TorusBuckets } from './torusBuckets';

/** How natural strays are chosen. */
export interface StrayPlan {
  /** Width of the kernel that keeps the count even over several dots, as a share of 1/√n. */
  readonly wide: number;
  /** Width and weight of the kernel that keeps two dots from touching. */
  readonly core: number;
  readonly coreWeight: number;
  /** Width of that kernel for dots that are still even. */
  readonly even: number;
  /** Places tried for each dot. */
  readonly tries: number;
  /** Two dots come no closer than this on their whole way from even to natural where it can be had, share of 1/√n. */
  readonly apart: number;
  /** Random energy added to each place. */
  readonly unrest: number;
  readonly seed: number;
}

/**
 * The plan that ships. A kernel wider than the tile's own lets neighbours come close while the count stays even: it
 * gives the spread measured on real fills (.20–.30) with half of the low-frequency power of independent jitter.
 */
export const SHIPPED_STRAY_PLAN: StrayPlan = {
  wide: 0.66,
  core: 0.12,
  coreWeight: 1.5,
  even: 0.25,
  tries: 256,
  apart: 0.38,
  unrest: 0.05,
  seed: 23,
};

const WIDE_CUT = 3; // sigmas
const TOO_CLOSE = 40; // energy of two dots that meet on their way: above all that the kernels give (our choice)

/** Shares of the stray at which the set must be good: dots on their way from even to natural pass one another. */
const WAYPOINTS = [
  { share: 0.25, weight: 0.15 },
  { share: 0.5, weight: 0.35 },
  { share: 0.75, weight: 0.2 },
  { share: 1, weight: 1 },
] as const;

/** The points of one waypoint that already have their strays. */
interface Waypoint {
  readonly share: number;
  readonly weight: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly buckets: TorusBuckets;
}

function createWaypoint(share: number, weight: number, count: number): Waypoint {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  return { share, weight, x, y, buckets: new TorusBuckets(x, y) };
}

/**
 * Chooses for each ranked point, in order, where within its reach it naturally strays: the place of least energy among
 * those tried, summed over the waypoints, where it passes no other dot too close. Returns one byte a point, (stepX << 4) | stepY.
 */
export function buildStrays(points: RankedPoints, plan: StrayPlan): Uint8Array {
  const count = points.x.length;
  const random = seededRandom(plan.seed);
  const reachCm = strayReachCm();
  const waypoints = WAYPOINTS.map(({ share, weight }) => createWaypoint(share, weight, count));
  const ways = createWays(count);
  const strays = new Uint8Array(count);
  let rebuildAt = 0;
  for (let rank = 0; rank < count; rank++) {
    if (rank >= rebuildAt) {
      rebuildAt = Math.ceil(rank * 1.5) + 8;
      const across = Math.max(1, Math.floor(Math.sqrt(rebuildAt) / 1.2));
      for (const { buckets } of [...waypoints, ways]) buckets.rebuild(rank, across);
    }
    const homeX = ((points.x[rank] as number) + 0.5) / LATTICE_SIDE;
    const homeY = ((points.y[rank] as number) + 0.5) / LATTICE_SIDE;
    const reach = (reachCm[rank >> RANKS_PER_REACH_SHIFT] as number) / TILE_CM;
    const scale = Math.max(rank, 2);
    const cut = Math.min(0.5, (WIDE_CUT * plan.wide) / Math.sqrt(scale));
    const near = waypoints.map(({ buckets, share }) => buckets.around(homeX, homeY, cut + share * reach));
    const apart = plan.apart / Math.sqrt(scale);
    const farthest = Math.SQRT2 * (reach + (reachCm[0] as number) / TILE_CM);
    const passing = ways.buckets.around(homeX, homeY, Math.min(0.5, apart + farthest));
    let least = Infinity;
    for (let tried = 0; tried < plan.tries; tried++) {
      const stray = Math.floor(random() * STRAY_STEPS * STRAY_STEPS);
      let energy = plan.unrest * random();
      waypoints.forEach((waypoint, w) => {
        const atX = homeX + waypoint.share * strayShare(stray >> 4) * reach;
        const atY = homeY + waypoint.share * strayShare(stray & 15) * reach;
        energy += waypoint.weight * energyAt(waypoint, near[w] ?? [], atX, atY, plan, scale, cut);
      });
      if (energy >= least) continue;
      const strayX = strayShare(stray >> 4) * reach;
      const strayY = strayShare(stray & 15) * reach;
      const closest = closestPass(ways, passing, homeX, homeY, strayX, strayY);
      if (closest < apart) energy += TOO_CLOSE * (1 - closest / apart);
      if (energy >= least) continue;
      least = energy;
      strays[rank] = stray;
    }
    const stray = strays[rank] as number;
    for (const { share, x, y, buckets } of waypoints) {
      x[rank] = wrapped(homeX + share * strayShare(stray >> 4) * reach);
      y[rank] = wrapped(homeY + share * strayShare(stray & 15) * reach);
      buckets.add(rank);
    }
    ways.x[rank] = homeX;
    ways.y[rank] = homeY;
    ways.strayX[rank] = strayShare(stray >> 4) * reach;
    ways.strayY[rank] = strayShare(stray & 15) * reach;
    ways.buckets.add(rank);
  }
  return strays;
}

const wrapped = (at: number): number => at - Math.floor(at);

/** A step 0–15 as a share of the reach, −1 to 1. */
const strayShare = (step: number): number => (2 * step - (STRAY_STEPS - 1)) / (STRAY_STEPS - 1);

function energyAt(
  { x, y, share }: Waypoint,
  near: readonly number[],
  atX: number,
  atY: number,
  plan: StrayPlan,
  scale: number,
  cut: number,
): number {
  const wide = -scale / (2 * plan.wide * plan.wide);
  const width = plan.even + (plan.core - plan.even) * share;
  const core = -scale / (2 * width * width);
  let energy = 0;
  for (const i of near) {
    const dx = Math.abs((x[i] as number) - atX);
    const dy = Math.abs((y[i] as number) - atY);
    const wx = Math.min(dx, Math.abs(1 - dx));
    const wy = Math.min(dy, Math.abs(1 - dy));
    const squared = wx * wx + wy * wy;
    if (squared > cut * cut) continue;
    energy += Math.exp(squared * wide) + plan.coreWeight * Math.exp(squared * core);
  }
  return energy;
}
