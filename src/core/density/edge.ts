import type { ChartGrid } from '../geometry/distance';
import { mix32 } from './hash';
import { eachRun, STRIDE, type NodeBlocks } from './nodeBlocks';
import { slowNoise } from './noise';
import { smoothRise } from './smoothRise';

/** How an area begins at its hairline. Lengths in mm on the scalp. */
export interface EdgeStyle {
  /** Way from sparse to full count, 0–15; 0 is a hard line without wander, gaps or strays. */
  readonly softMm: number;
  /** Standard deviation of the line's wandering to and fro. */
  readonly wanderMm?: number | undefined;
  /** Length of one such wave along the line. */
  readonly wanderLengthMm?: number | undefined;
  /** Size of the small gaps and clusters within the soft edge; 0 for none. */
  readonly gapsMm?: number | undefined;
  /** How far single dots stand ahead of the line; 0 for none. */
  readonly straysMm?: number | undefined;
  /** Way from none to full count along the rest of the outline. */
  readonly outlineMm?: number | undefined;
}

/** An edge style with nothing left open. */
export interface ResolvedEdge {
  readonly softMm: number;
  readonly wanderMm: number;
  readonly wanderLengthMm: number;
  readonly gapsMm: number;
  readonly straysMm: number;
  readonly outlineMm: number;
  /** No dot of this edge stands farther ahead of the drawn line. */
  readonly aheadMm: number;
}

/** What the edge needs to know of each node. */
export interface EdgeNodes {
  /** Signed distances in mm, positive inside. */
  readonly hairlineMm: Float32Array;
  readonly outlineMm: Float32Array;
  readonly inside: Uint8Array;
  /** The hairline's ends as x, y, x, y in chart cm. */
  readonly lineEnds: readonly number[];
}

const WANDER_MM = 1; // real edges wander 0.6–2.1 mm sd (measured)
const WANDER_LENGTH_MM = 14; // our choice: some ten waves from temple to temple
const GAPS_MM = 3; // micro-irregularity of millimetres, as practitioners teach it
const STRAYS_MM = 2; // practitioners set a few strays 1–3 mm ahead
const OUTLINE_MM = 0.8; // our choice: the fill goes on behind the silhouette
const WANDER_LIMIT_SD = 2.2; // our choice: the rare farther excursions are cut
const GAP_STRENGTH = 0.7; // our choice, of the density at the very edge; none at the end of the ramp
const STRAY_SHARE = 0.06; // our choice: some forty dots over 15 cm of hairline at 220 dots/cm²
const END_FADE_CM = 0.5; // ahead of the line nothing stands beyond its ends

/** Fills in the field's defaults, and drops what a hard edge does not have. */
export function resolveEdge(style: EdgeStyle): ResolvedEdge {
  const softMm = Math.max(style.softMm, 0);
  const hard = softMm === 0;
  const wanderMm = hard ? 0 : (style.wanderMm ?? WANDER_MM);
  const straysMm = hard ? 0 : (style.straysMm ?? STRAYS_MM);
  return {
    softMm,
    wanderMm,
    straysMm,
    wanderLengthMm: style.wanderLengthMm ?? WANDER_LENGTH_MM,
    gapsMm: hard ? 0 : (style.gapsMm ?? GAPS_MM),
    outlineMm: style.outlineMm ?? OUTLINE_MM,
    aheadMm: straysMm + WANDER_LIMIT_SD * wanderMm,
  };
}

/**
 * Density of every node in dots/cm² from a soft edge: the count rises over softMm behind a line that wanders about the
 * drawn one, with small gaps and clusters, and a few strays ahead. The noises belong to places of the chart, so that
 * moving one end of a hairline leaves the other as it was.
 */
export function edgeDensity(
  grid: ChartGrid,
  nodes: EdgeNodes,
  edge: ResolvedEdge,
  perCm2: number,
  seed: number,
): Float32Array {
  const { hairlineMm, outlineMm, inside } = nodes;
  const density = new Float32Array(inside.length);
  // Where the soft edge, its wander or its strays can matter.
  const limit = WANDER_LIMIT_SD * edge.wanderMm;
  const deepest = edge.softMm + limit;
  const gapStrength = edge.gapsMm === 0 ? 0 : GAP_STRENGTH;
  const wanders = noiseBlocks(grid.step, edge.wanderMm, seed ^ 0x3c6ef372, edge.wanderLengthMm);
  const gaps = gapsOf(grid.step, edge, seed);
  const behind = Math.max(edge.softMm, 1e-6);
  const outlineWidth = Math.max(edge.outlineMm, 1e-6);
  eachRun(grid, (first, length, column, row, at) => {
    let wanderBlock: Float32Array | null = null;
    let gapBlock: Float32Array | null = null;
    for (let i = 0; i < length; i++) {
      const node = first + i;
      const mm = hairlineMm[node] as number;
      let share = inside[node] as number;
      if (mm >= -edge.aheadMm && mm <= deepest) {
        wanderBlock ??= wanders.at(column, row);
        gapBlock ??= gaps.at(column, row);
        const wander = Math.fround((wanderBlock[at + i] as number) * edge.wanderMm);
        const gap = Math.fround((gapBlock[at + i] as number) * gapStrength);
        const to = Math.min(Math.max(wander, -limit), limit);
        const depth = mm + to;
        const ramp = smoothRise(depth / behind);
        const clumped = ramp * Math.max(1 + gap * (1 - ramp), 0);
        share = Math.max(clumped, strayShare(depth, edge.straysMm) * Math.max(1 + gap, 0));
        if (inside[node] === 0) share *= endFade(grid, node, nodes.lineEnds);
      }
      if (share === 0) continue;
      if (inside[node] === 1) share *= smoothRise((outlineMm[node] as number) / outlineWidth);
      density[node] = perCm2 * share;
    }
  });
  return density;
}

/** The most that any such edge leaves at each node, wherever its line runs: deep behind it all, but in a cluster more. */
export function mostDensity(grid: ChartGrid, edge: ResolvedEdge, perCm2: number, seed: number): Float32Array {
  const density = new Float32Array(grid.columns * grid.rows).fill(perCm2);
  if (edge.gapsMm === 0) return density;
  const gaps = gapsOf(grid.step, edge, seed);
  eachRun(grid, (first, length, column, row, at) => {
    const block = gaps.at(column, row);
    for (let i = 0; i < length; i++) {
      const gap = GAP_STRENGTH * (block[at + i] as number);
      // The greatest of ramp · (1 + gap · (1 − ramp)).
      if (gap > 1) density[first + i] = (perCm2 * (1 + gap) ** 2) / (4 * gap);
    }
  });
  return density;
}

const gapsOf = (step: number, { gapsMm }: ResolvedEdge, seed: number): Pick<NodeBlocks, 'at'> =>
  noiseBlocks(step, gapsMm === 0 ? 0 : GAP_STRENGTH, seed ^ 0x1b873593, gapsMm);

const NO_NOISE: Pick<NodeBlocks, 'at'> = { at: () => NOTHING };
const NOTHING = new Float32Array(STRIDE * STRIDE);

/** Noise by blocks of nodes; nothing where it has no height. */
const noiseBlocks = (step: number, sd: number, seed: number, wavelengthMm: number): Pick<NodeBlocks, 'at'> =>
  sd === 0 ? NO_NOISE : slowNoise(mix32(seed), wavelengthMm).blocks(step);

const strayShare = (depthMm: number, straysMm: number): number =>
  straysMm > 0 && depthMm > -straysMm ? STRAY_SHARE * Math.min(1 + depthMm / straysMm, 1) : 0;

/** Fades what stands ahead of the line towards the line's ends, where the outline of the head goes on. */
function endFade(grid: ChartGrid, node: number, ends: readonly number[]): number {
  const x = grid.originX + (node % grid.columns) * grid.step;
  const y = grid.originY + Math.floor(node / grid.columns) * grid.step;
  let nearest = Infinity;
  for (let i = 0; i + 1 < ends.length; i += 2) {
    nearest = Math.min(nearest, (x - (ends[i] ?? 0)) ** 2 + (y - (ends[i + 1] ?? 0)) ** 2);
  }
  return smoothRise(Math.sqrt(nearest) / END_FADE_CM);
}
