import type { Scene } from '../design/scene';
import type { DepthGrid } from './depthGrid';
import type { Haze } from './hazeGrid';
import { FULL_PER_CM2, HAZE_FULL_MM, REDNESS_FULL_MM } from './markFigures';
import { smooth } from './smooth';

/** More dots than this share of a full fill add no more haze: neighbouring marks already meet (our choice). */
const SHARE_MAX = 1.4;

/** The haze is so smooth that every second node of the depth will do: 1 mm. */
const EVERY = 2;

/** The haze begins this deep, so that nothing of it lies on the line itself (our choice). */
const BEGINS_MM = 1;

/**
 * The haze of all areas when all dots stand, and where the skin is `red` their redness; where areas overlap the stronger
 * one stands, so that no seam shows.
 */
export function hazeOf(scene: Scene, depths: readonly DepthGrid[], red = false): Haze {
  const haze = emptyHaze(scene, depths, red);
  depths.forEach((grid, index) => {
    const perCm2 = scene.areas[index]?.perCm2 ?? 0;
    const full = Math.min(SHARE_MAX, perCm2 / FULL_PER_CM2);
    raise(haze, haze.share, grid, HAZE_FULL_MM, (depth) => full * hazeAt(depth));
    if (haze.redness !== null && perCm2 > 0) raise(haze, haze.redness, grid, REDNESS_FULL_MM, rednessAt);
  });
  return haze;
}

function emptyHaze(scene: Scene, depths: readonly DepthGrid[], red: boolean): Haze {
  const stepCm = EVERY * (depths[0]?.step ?? 1);
  const least = (low: (grid: DepthGrid) => number): number =>
    depths.reduce((least, grid) => Math.min(least, Math.ceil(low(grid) / stepCm - 1e-6)), Infinity);
  const most = (high: (grid: DepthGrid) => number): number =>
    depths.reduce((most, grid) => Math.max(most, Math.floor(high(grid) / stepCm + 1e-6)), -Infinity);
  const column0 = least((grid) => grid.originX);
  const row0 = least((grid) => grid.originY);
  const columns = Math.max(0, most((grid) => grid.originX + (grid.columns - 1) * grid.step) - column0 + 1);
  const rows = Math.max(0, most((grid) => grid.originY + (grid.rows - 1) * grid.step) - row0 + 1);
  const stepPx = (stepCm * 10) / scene.mmPerPx;
  const nodes = (): Float32Array => new Float32Array(columns * rows);
  return { stepPx, column0, row0, columns, rows, share: nodes(), redness: red ? nodes() : null };
}

/** Raises the values to at least `ofDepth` at every node; that is full at `fullMm`. */
function raise(
  haze: Haze,
  values: Float32Array,
  grid: DepthGrid,
  fullMm: number,
  ofDepth: (depthMm: number) => number,
): void {
  const c0 = Math.round(grid.originX / grid.step) - EVERY * haze.column0;
  const r0 = Math.round(grid.originY / grid.step) - EVERY * haze.row0;
  for (let row = 0; row < haze.rows; row++) {
    for (let column = 0; column < haze.columns; column++) {
      const depth = depthWithin(grid, EVERY * column - c0, EVERY * row - r0, fullMm);
      if (depth <= 0) continue;
      const value = ofDepth(depth);
      const node = row * haze.columns + column;
      if (value > (values[node] as number)) values[node] = value;
    }
  }
}

/** A node counts only when its neighbours lie inside too: so what is laid here is nothing at all outside the area. */
function depthWithin(grid: DepthGrid, column: number, row: number, fullMm: number): number {
  const { columns, rows, depthMm } = grid;
  if (column < EVERY || row < EVERY || column >= columns - EVERY || row >= rows - EVERY) return 0;
  const depth = depthMm[row * columns + column] as number;
  if (depth >= fullMm) return depth;
  for (let r = row - EVERY; r <= row + EVERY; r += EVERY) {
    for (let c = column - EVERY; c <= column + EVERY; c += EVERY) {
      if ((depthMm[r * columns + c] as number) <= 0) return 0;
    }
  }
  return depth;
}

/** Level at both ends, and half at a third of the way (measured: the middle lies 3–5 mm inside). */
const hazeAt = (depthMm: number): number =>
  depthMm <= BEGINS_MM ? 0 : smooth(((depthMm - BEGINS_MM) / (HAZE_FULL_MM - BEGINS_MM)) ** 0.6);

const rednessAt = (depthMm: number): number => smooth(depthMm / REDNESS_FULL_MM);
