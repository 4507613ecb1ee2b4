import { seededRandom } from '../density/noise';
import type { RankedPoints } from './buildTile';
import { RANKS_PER_REACH_SHIFT, STRAY_STEPS, strayReachCm } from './strayReach';
import { LATTICE_SIDE, TILE_CM } from './tile/tileShape';

/** How natural strays are chosen. */
export interface StrayPlan {
  /** Width of the kernel that keeps the count even over several dots, as a share of 1/√n. */
  readonly wide: number;
  /** Width and weight of the kernel that keeps two dots from touching. */
  readonly core: number;
  readonly coreWeight: number;
  /** Width of that kernel for dots that are still even. */
  readonly even: number;
  /** Places tried for each dot, and the random energy added to each. */
  readonly tries: number;
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
  tries: 80,
  unrest: 0.05,
  seed: 23,
};

/** Buckets of points on the unit torus, made anew as the points grow denser. */
class TorusBuckets {
  private across = 1;
  private buckets: number[][] = [[]];
  constructor(
    private readonly x: Float64Array,
    private readonly y: Float64Array,
  ) {}

  rebuild(count: number, across: number): void {
    this.across = across;
    this.buckets = Array.from({ length: across * across }, () => []);
    for (let i = 0; i < count; i++) this.add(i);
  }

  add(point: number): void {
    this.bucket(this.cell(this.x[point] as number), this.cell(this.y[point] as number)).push(point);
  }

  /** All points in the buckets within `radius` of a place. */
  around(x: number, y: number, radius: number): number[] {
    const reach = Math.min(Math.ceil(radius * this.across), (this.across - 1) >> 1);
    const found: number[] = [];
    for (let j = -reach; j <= reach; j++) {
      for (let i = -reach; i <= reach; i++) found.push(...this.bucket(this.cell(x) + i, this.cell(y) + j));
    }
    return found;
  }

  private cell(at: number): number {
    return Math.min(Math.floor(at * this.across), this.across - 1);
  }

  private bucket(column: number, row: number): number[] {
    const { across } = this;
    return this.buckets[((row + across) % across) * across + ((column + across) % across)] ?? [];
  }
}

const WIDE_CUT = 3; // sigmas

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
 * a few tried, summed over the waypoints. Returns one byte a point, (stepX << 4) | stepY.
 */
export function buildStrays(points: RankedPoints, plan: StrayPlan): Uint8Array {
  const count = points.x.length;
  const random = seededRandom(plan.seed);
  const reachCm = strayReachCm();
  const waypoints = WAYPOINTS.map(({ share, weight }) => createWaypoint(share, weight, count));
  const strays = new Uint8Array(count);
  let rebuildAt = 0;
  for (let rank = 0; rank < count; rank++) {
    if (rank >= rebuildAt) {
      rebuildAt = Math.ceil(rank * 1.5) + 8;
      const across = Math.max(1, Math.floor(Math.sqrt(rebuildAt) / 1.2));
      for (const { buckets } of waypoints) buckets.rebuild(rank, across);
    }
    const homeX = ((points.x[rank] as number) + 0.5) / LATTICE_SIDE;
    const homeY = ((points.y[rank] as number) + 0.5) / LATTICE_SIDE;
    const reach = (reachCm[rank >> RANKS_PER_REACH_SHIFT] as number) / TILE_CM;
    const scale = Math.max(rank, 2);
    const cut = Math.min(0.5, (WIDE_CUT * plan.wide) / Math.sqrt(scale));
    const near = waypoints.map(({ buckets, share }) => buckets.around(homeX, homeY, cut + share * reach));
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
      least = energy;
      strays[rank] = stray;
    }
    const stray = strays[rank] as number;
    for (const { share, x, y, buckets } of waypoints) {
      x[rank] = wrapped(homeX + share * strayShare(stray >> 4) * reach);
      y[rank] = wrapped(homeY + share * strayShare(stray & 15) * reach);
      buckets.add(rank);
    }
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
