import type { Scene } from '../design/scene';
import type { DepthGrid } from './depthGrid';
import { FULL_PER_CM2, HAZE_FULL_MM } from './markFigures';
import type { PictureRect } from './markIndex';

/**
 * The haze between the marks as a share of that of a full fill, bilinear between nodes and 0 off the grid. Node (column, row)
 * lies at the photo px stepPx × (column0 + column, row0 + row).
 */
export interface Haze {
  readonly stepPx: number;
  readonly column0: number;
  readonly row0: number;
  readonly columns: number;
  readonly rows: number;
  readonly share: Float32Array;
}

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

/** 0 … 1 with level ends (cubic Hermite). */
export function smooth(t: number): number {
  const s = Math.min(1, Math.max(0, t));
  return s * s * (3 - 2 * s);
}

/** Fills `out` with the haze's share at the picture's pixels, row by row. Where there is none returns false and leaves `out`. */
export function hazeInto(out: Float32Array, haze: Haze, picture: PictureRect): boolean {
  const perPixel = 1 / (picture.scale * haze.stepPx);
  const left = (0.5 - picture.originX) * perPixel - haze.column0;
  const top = (0.5 - picture.originY) * perPixel - haze.row0;
  if (!anyShare(haze, left, top, left + picture.width * perPixel, top + picture.height * perPixel)) return false;
  for (let y = 0; y < picture.height; y++) {
    hazeRow(out, y * picture.width, picture.width, haze, { left, top: top + y * perPixel, perPixel });
  }
  return true;
}

function anyShare(haze: Haze, left: number, top: number, right: number, bottom: number): boolean {
  const firstColumn = Math.max(0, Math.floor(left));
  const lastColumn = Math.min(haze.columns - 1, Math.ceil(right));
  for (let row = Math.max(0, Math.floor(top)); row <= Math.min(haze.rows - 1, Math.ceil(bottom)); row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      if ((haze.share[row * haze.columns + column] as number) > 0) return true;
    }
  }
  return false;
}

function hazeRow(
  out: Float32Array,
  start: number,
  width: number,
  haze: Haze,
  at: { left: number; top: number; perPixel: number },
): void {
  const { share, columns, rows } = haze;
  if (!(at.top >= 0 && at.top < rows - 1)) {
    out.fill(0, start, start + width);
    return;
  }
  const row = Math.floor(at.top);
  const b = at.top - row;
  for (let x = 0; x < width; x++) {
    const fx = at.left + x * at.perPixel;
    if (!(fx >= 0 && fx < columns - 1)) {
      out[start + x] = 0;
      continue;
    }
    const column = Math.floor(fx);
    const a = fx - column;
    const node = row * columns + column;
    const next = node + columns;
    const top = (share[node] as number) * (1 - a) + (share[node + 1] as number) * a;
    const bottom = (share[next] as number) * (1 - a) + (share[next + 1] as number) * a;
    out[start + x] = top + (bottom - top) * b;
  }
}
