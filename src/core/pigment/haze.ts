import type { Scene } from '../design/scene';
import type { DepthGrid } from './depthGrid';
import type { Haze } from './hazeGrid';
import { FULL_PER_CM2, HAZE_FULL_MM } from './markFigures';
import { smooth } from './smooth';

/** More dots than this share of a full fill add no more haze: neighbouring marks already meet (our choice). */
const SHARE_MAX = 1.4;

/** The haze is so smooth that every second node of the depth will do: 1 mm. */
const EVERY = 2;

/** The haze begins this deep, so that nothing of it lies on the line itself (our choice). */
const BEGINS_MM = 1;

/** The haze of all areas; where they overlap the stronger one stands, so that no seam shows. */
export function hazeOf(scene: Scene, depths: readonly DepthGrid[]): Haze {
  const haze = emptyHaze(scene, depths);
  depths.forEach((grid, index) => {
    const perCm2 = scene.areas[index]?.perCm2 ?? 0;
    addArea(haze, grid, Math.min(SHARE_MAX, perCm2 / FULL_PER_CM2));
  });
  return haze;
}

function emptyHaze(scene: Scene, depths: readonly DepthGrid[]): Haze {
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
  return { stepPx, column0, row0, columns, rows, share: new Float32Array(columns * rows) };
}

function addArea(haze: Haze, grid: DepthGrid, full: number): void {
  const c0 = Math.round(grid.originX / grid.step) - EVERY * haze.column0;
  const r0 = Math.round(grid.originY / grid.step) - EVERY * haze.row0;
  for (let row = 0; row < haze.rows; row++) {
    for (let column = 0; column < haze.columns; column++) {
      const value = full * shareAt(grid, EVERY * column - c0, EVERY * row - r0);
      const node = row * haze.columns + column;
      if (value > (haze.share[node] as number)) haze.share[node] = value;
    }
  }
}

/** A node counts only when its neighbours lie inside too: so the haze is nothing at all outside the area. */
function shareAt(grid: DepthGrid, column: number, row: number): number {
  const { columns, rows, depthMm } = grid;
  if (column < EVERY || row < EVERY || column >= columns - EVERY || row >= rows - EVERY) return 0;
  const depth = depthMm[row * columns + column] as number;
  if (depth <= BEGINS_MM) return 0;
  if (depth < HAZE_FULL_MM) {
    for (let r = row - EVERY; r <= row + EVERY; r += EVERY) {
      for (let c = column - EVERY; c <= column + EVERY; c += EVERY) {
        if ((depthMm[r * columns + c] as number) <= 0) return 0;
      }
    }
  }
  // Level at both ends, and half at a third of the way (measured: the middle lies 3–5 mm inside).
  return smooth(((depth - BEGINS_MM) / (HAZE_FULL_MM - BEGINS_MM)) ** 0.6);
}
