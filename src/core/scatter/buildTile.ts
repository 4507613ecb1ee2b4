import { createEnergyHeap } from './energyHeap';
import { xorshift32 } from '../density/hash';

/** What a tile is built from. `points × candidatesPerPoint` must be a square whose root divides `latticeSide`. */
export interface TilePlan {
  /** Points in the finished tile. */
  readonly points: number;
  /** Places on offer for each point; 16 leaves no visible trace of the candidates. */
  readonly candidatesPerPoint: number;
  /** Width of the energy kernel as a share of 1/√n, n being the points placed so far. */
  readonly sigma: number;
  /** Seed of the candidates, a non-zero uint32. */
  readonly seed: number;
  /** The torus is this many lattice units wide and high. */
  readonly latticeSide: number;
}

/** Ranked places on the torus: the first n of them are evenly spread for every n. Coordinates in lattice units. */
export interface RankedPoints {
  readonly x: Uint16Array;
  readonly y: Uint16Array;
}

/** The plan of the tile that ships. Sigma 0.40 gave the lowest low-frequency power without visible order (measured). */
export const SHIPPED_TILE_PLAN: TilePlan = {
  points: 65536,
  candidatesPerPoint: 16,
  sigma: 0.4,
  seed: 11,
  latticeSide: 4096,
};

const FARTHEST_FIRST = 16; // our choice: while the kernel is wider than the torus, distances say more than energy
const LEVEL_GROWTH = 1.08; // the kernel is narrowed whenever the count has grown by this factor (our choice)
const KERNEL_CUT = 3.5; // in sigmas, where the Gaussian is 0.002
const KERNEL_STEPS = 4096;

interface Candidates {
  readonly side: number;
  readonly x: Uint16Array;
  readonly y: Uint16Array;
}

/** One candidate at a random lattice place of each stratum, so that neighbours are found by index. */
function strew(plan: TilePlan): Candidates {
  const side = Math.sqrt(plan.points * plan.candidatesPerPoint);
  const pitch = plan.latticeSide / side;
  const x = new Uint16Array(side * side);
  const y = new Uint16Array(side * side);
  let state = plan.seed;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      state = xorshift32(state);
      x[row * side + column] = column * pitch + ((state >>> 8) % pitch);
      state = xorshift32(state);
      y[row * side + column] = row * pitch + ((state >>> 8) % pitch);
    }
  }
  return { side, x, y };
}

/** Adds one point's Gaussian to every candidate within the cut; `touched` is told of each. Lengths in lattice units. */
function splat(
  candidates: Candidates,
  energy: Float64Array,
  kernel: Float64Array,
  latticeSide: number,
  radius: number,
  point: number,
  touched: ((candidate: number) => void) | null,
): void {
  const { side, x, y } = candidates;
  const pitch = latticeSide / side;
  const half = latticeSide / 2;
  const px = x[point] as number;
  const py = y[point] as number;
  const column = point % side;
  const row = (point - column) / side;
  const reach = Math.min(Math.ceil(radius / pitch) + 1, side >> 1);
  const last = 2 * reach >= side ? reach - 1 : reach; // never visit a stratum twice around the torus
  const toStep = (KERNEL_STEPS - 1) / (radius * radius);
  for (let j = -reach; j <= last; j++) {
    const start = ((row + j + side) % side) * side;
    for (let i = -reach; i <= last; i++) {
      const c = start + ((column + i + side) % side);
      let dx = Math.abs((x[c] as number) - px);
      if (dx > half) dx = latticeSide - dx;
      let dy = Math.abs((y[c] as number) - py);
      if (dy > half) dy = latticeSide - dy;
      const step = ((dx * dx + dy * dy) * toStep) | 0;
      if (step >= KERNEL_STEPS) continue;
      energy[c] = (energy[c] as number) + (kernel[step] as number);
      if (touched !== null) touched(c);
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

/** The first points: each where the nearest of those before is farthest. */
function farthestFirst(candidates: Candidates, latticeSide: number, count: number): number[] {
  const total = candidates.x.length;
  const nearest = new Float64Array(total).fill(Infinity);
  const chosen = [0];
  while (chosen.length < count) {
    const from = chosen[chosen.length - 1] ?? 0;
    let best = 0;
    for (let c = 0; c < total; c++) {
      const dx = Math.abs((candidates.x[c] as number) - (candidates.x[from] as number));
      const dy = Math.abs((candidates.y[c] as number) - (candidates.y[from] as number));
      const wx = Math.min(dx, latticeSide - dx);
      const wy = Math.min(dy, latticeSide - dy);
      nearest[c] = Math.min(nearest[c] as number, wx * wx + wy * wy);
      if ((nearest[c] as number) > (nearest[best] as number)) best = c;
    }
    chosen.push(best);
  }
  return chosen;
}

/**
 * Builds a progressive blue-noise tile: at every step the free candidate of least Gaussian energy is taken, with a
 * kernel that narrows as the tile fills. After the ranked recursive tiles of Kopf et al. (2006), filled greedily as in
 * Wronski (2022). About ten seconds for 65,536 points; offline, its result ships as data.
 */
export function buildTile(plan: TilePlan): RankedPoints {
  const { points, latticeSide } = plan;
  const candidates = strew(plan);
  const kernel = gaussianTable();
  const energy = new Float64Array(candidates.x.length);
  const chosen = farthestFirst(candidates, latticeSide, Math.min(points, FARTHEST_FIRST));
  const taken = new Uint8Array(energy.length);
  for (const c of chosen) taken[c] = 1;

  while (chosen.length < points) {
    const levelEnd = Math.min(points, Math.ceil(chosen.length * LEVEL_GROWTH));
    const middle = (chosen.length + levelEnd) / 2;
    const radius = Math.min(latticeSide / 2, (KERNEL_CUT * plan.sigma * latticeSide) / Math.sqrt(middle));
    energy.fill(0);
    for (const c of chosen) splat(candidates, energy, kernel, latticeSide, radius, c, null);
    const heap = createEnergyHeap(energy, taken);
    while (chosen.length < levelEnd) {
      const c = heap.takeLeast();
      taken[c] = 1;
      chosen.push(c);
      splat(candidates, energy, kernel, latticeSide, radius, c, heap.grew);
    }
  }
  const order = Uint32Array.from(chosen);
  return {
    x: Uint16Array.from(order, (c) => candidates.x[c] as number),
    y: Uint16Array.from(order, (c) => candidates.y[c] as number),
  };
}
