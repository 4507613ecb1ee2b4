import { seededRandom } from '../density/noise';
import { createEnergyHeap } from './energyHeap';
import { LATTICE_SIDE, TILE_POINTS } from './tile/tileShape';

/** What a tile is built from. */
export interface TilePlan {
  /** Points in the finished tile. */
  readonly points: number;
  /** Places on offer for each point. */
  readonly candidatesPerPoint: number;
  /** Width of the energy kernel as a share of 1/√n, n being the points placed so far. */
  readonly sigma: number;
  /** Random energy added to each candidate, as a share of one point's own; it keeps points from falling into rows. */
  readonly unrest: number;
  /** Seed of the candidates and the unrest, uint32. */
  readonly seed: number;
  /** The torus is this many lattice units wide and high, at most 4096. */
  readonly latticeSide: number;
}

/** Ranked places on the torus: the first n of them are evenly spread for every n. Coordinates in lattice units. */
export interface RankedPoints {
  readonly x: Uint16Array;
  readonly y: Uint16Array;
}

/**
 * The plan of the tile that ships. Measured: sigma 0.40 has the fewest voids; candidates on a grid, farthest-point
 * beginnings or no unrest at all leave lattice order at some densities (spectral peaks of 2 to 6).
 */
export const SHIPPED_TILE_PLAN: TilePlan = {
  points: TILE_POINTS,
  candidatesPerPoint: 24,
  sigma: 0.4,
  unrest: 0.04,
  seed: 11,
  latticeSide: LATTICE_SIDE,
};

const LEVEL_GROWTH = 1.08; // the kernel is narrowed whenever the count has grown by this factor (our choice)
const KERNEL_CUT = 3.5; // in sigmas, where the Gaussian is 0.002
const KERNEL_STEPS = 4096;
const CANDIDATES_PER_BUCKET = 4;

/** Candidates sorted by square buckets, so that neighbours lie together: bucket b holds start[b] … start[b + 1] − 1. */
interface Candidates {
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  readonly across: number;
  readonly start: Int32Array;
  readonly latticeSide: number;
}

function strew(plan: TilePlan, random: () => number): Candidates {
  const { latticeSide } = plan;
  const total = plan.points * plan.candidatesPerPoint;
  const across = Math.max(1, Math.floor(Math.sqrt(total / CANDIDATES_PER_BUCKET)));
  const place = new Int32Array(total);
  for (let i = 0; i < total; i++) place[i] = Math.floor(random() * latticeSide * latticeSide);
  const xOf = (at: number): number => at % latticeSide;
  const yOf = (at: number): number => Math.floor(at / latticeSide);
  const bucketOf = (at: number): number =>
    Math.floor((yOf(at) * across) / latticeSide) * across + Math.floor((xOf(at) * across) / latticeSide);

  const start = new Int32Array(across * across + 1);
  for (const at of place) start[bucketOf(at) + 1] = (start[bucketOf(at) + 1] as number) + 1;
  for (let b = 1; b < start.length; b++) start[b] = (start[b] as number) + (start[b - 1] as number);
  const next = start.slice();
  const x = new Uint16Array(total);
  const y = new Uint16Array(total);
  for (const at of place) {
    const i = next[bucketOf(at)] as number;
    next[bucketOf(at)] = i + 1;
    x[i] = xOf(at);
    y[i] = yOf(at);
  }
  return { x, y, across, start, latticeSide };
}

/** Adds one point's Gaussian to every candidate within `radius` lattice units; `grew` is told of each. */
function splat(
  candidates: Candidates,
  energy: Float64Array,
  kernel: Float64Array,
  radius: number,
  point: number,
  grew: ((candidate: number) => void) | null,
): void {
  const { x, y, across, start, latticeSide } = candidates;
  const half = latticeSide / 2;
  const px = x[point] as number;
  const py = y[point] as number;
  const column = Math.floor((px * across) / latticeSide);
  const row = Math.floor((py * across) / latticeSide);
  const reach = Math.min(Math.ceil((radius * across) / latticeSide), across >> 1);
  const last = 2 * reach >= across ? across - 1 - reach : reach; // no bucket twice around the torus
  const toStep = (KERNEL_STEPS - 1) / (radius * radius);
  for (let j = -reach; j <= last; j++) {
    const buckets = ((row + j + across) % across) * across;
    for (let i = -reach; i <= last; i++) {
      const bucket = buckets + ((column + i + across) % across);
      for (let c = start[bucket] as number, end = start[bucket + 1] as number; c < end; c++) {
        let dx = Math.abs((x[c] as number) - px);
        if (dx > half) dx = latticeSide - dx;
        let dy = Math.abs((y[c] as number) - py);
        if (dy > half) dy = latticeSide - dy;
        const step = ((dx * dx + dy * dy) * toStep) | 0;
        if (step >= KERNEL_STEPS) continue;
        energy[c] = (energy[c] as number) + (kernel[step] as number);
        if (grew !== null) grew(c);
      }
    }
  }
}

/** Gaussian over the squared distance, from 0 to the cut. */
function gaussianTable(): Float64Array {
  const table = new Float64Array(KERNEL_STEPS);
  for (let i = 0; i < KERNEL_STEPS; i++) {
    table[i] = Math.exp((-0.5 * KERNEL_CUT * KERNEL_CUT * (i + 0.5)) / KERNEL_STEPS);
  }
  return table;
}

/**
 * Builds a progressive blue-noise tile: at every step the free candidate of least Gaussian energy is taken, with a
 * kernel that narrows as the tile fills. After the ranked recursive tiles of Kopf et al. (2006), filled greedily as in
 * Wronski (2022). Half a minute for 65,536 points; offline, its result ships as data.
 */
export function buildTile(plan: TilePlan): RankedPoints {
  const { points, latticeSide } = plan;
  const random = seededRandom(plan.seed);
  const candidates = strew(plan, random);
  const kernel = gaussianTable();
  const energy = new Float64Array(candidates.x.length);
  const taken = new Uint8Array(energy.length);
  const chosen = new Int32Array(points);
  chosen[0] = Math.floor(random() * energy.length);
  taken[chosen[0] as number] = 1;

  for (let count = 1; count < points;) {
    const levelEnd = Math.min(points, Math.ceil(count * LEVEL_GROWTH));
    const middle = Math.max(2, (count + levelEnd) / 2);
    const radius = Math.min(latticeSide / 2, (KERNEL_CUT * plan.sigma * latticeSide) / Math.sqrt(middle));
    for (let c = 0; c < energy.length; c++) energy[c] = plan.unrest * random();
    for (let n = 0; n < count; n++) splat(candidates, energy, kernel, radius, chosen[n] as number, null);
    const heap = createEnergyHeap(energy, taken);
    while (count < levelEnd) {
      const c = heap.takeLeast();
      taken[c] = 1;
      chosen[count++] = c;
      splat(candidates, energy, kernel, radius, c, heap.grew);
    }
  }
  return {
    x: Uint16Array.from(chosen, (c) => candidates.x[c] as number),
    y: Uint16Array.from(chosen, (c) => candidates.y[c] as number),
  };
}
