import type { Scene } from '../../design/scene';
import { photoGridOf, type PhotoGrid } from '../../head/photoGrid';
import { sameMapOf } from '../../head/scalpTable';
import { depthAt, type DepthGrid } from './depthGrid';
import type { Haze } from './hazeGrid';
import { runOutOverRim } from './hazeRim';
import { FULL_PER_CM2, HAZE_FULL_MM, REDNESS_FULL_MM } from '../marks/markFigures';
import { slowVariation } from './slowVariation';
import { smooth } from './smooth';

/** More dots than this share of a full fill add no more haze: neighbouring marks already meet (our choice). */
const SHARE_MAX = 1.4;

/** The haze is so smooth that a node every millimetre will do. */
const STEP_MM = 1;

/** The haze begins this deep, so that nothing of it lies on the line itself (our choice). */
const BEGINS_MM = 1;

/**
 * The haze of all areas when all dots stand, and where the skin is `red` their redness; where areas overlap the stronger
 * one stands, so that no seam shows.
 */
export function hazeOf(scene: Scene, depths: readonly DepthGrid[], red = false): Haze {
  const grid = gridUnder(scene, depths);
  const { stepPx, column0, row0, columns, rows } = grid;
  const nodes = (): Float32Array => new Float32Array(columns * rows);
  const redness = red ? nodes() : null;
  const haze = { stepPx, column0, row0, columns, rows, share: nodes(), cloud: nodes(), redness };
  depths.forEach((depth, index) => {
    const perCm2 = scene.areas[index]?.perCm2 ?? 0;
    const full = Math.min(SHARE_MAX, perCm2 / FULL_PER_CM2);
    const here = depthsOver(grid, depth);
    raise(haze.share, here, grid, (mm) => full * hazeAt(mm));
    if (haze.redness !== null && perCm2 > 0) raise(haze.redness, here, grid, rednessAt);
  });
  if (scene.geometry.kind === 'skull') {
    runOutOverRim(haze.share, grid);
    if (redness !== null) runOutOverRim(redness, grid);
  }
  vary(haze, grid, scene.seed);
  return haze;
}

/** Lays the cloud where there is haze, and mottles the redness; both vary over the chart, so they turn with the head. */
function vary({ share, cloud, redness }: Haze, { x, y }: PhotoGrid, seed: number): void {
  const { cloudAt, rednessAt } = slowVariation(seed);
  for (let node = 0; node < share.length; node++) {
    const cx = x[node] as number;
    const cy = y[node] as number;
    if (Number.isNaN(cx)) {
      // Off the head nothing varies.
      cloud[node] = share[node] as number;
      continue;
    }
    if (share[node] !== 0) cloud[node] = (share[node] as number) * cloudAt(cx, cy);
    if (redness !== null && redness[node] !== 0) redness[node] = (redness[node] as number) * rednessAt(cx, cy);
  }
}

/** A grid of the photo that spans all areas; on a flat photo its nodes are places of the chart as they are. */
function gridUnder(scene: Scene, depths: readonly DepthGrid[]): PhotoGrid {
  const { geometry } = scene;
  if (geometry.kind === 'skull') return photoGridOf(geometry, sameMapOf(geometry), STEP_MM);
  const stepCm = STEP_MM / 10;
  const least = (low: (grid: DepthGrid) => number): number =>
    depths.reduce((least, grid) => Math.min(least, Math.ceil(low(grid) / stepCm - 1e-6)), Infinity);
  const most = (high: (grid: DepthGrid) => number): number =>
    depths.reduce((most, grid) => Math.max(most, Math.floor(high(grid) / stepCm + 1e-6)), -Infinity);
  const column0 = least((grid) => grid.originX);
  const row0 = least((grid) => grid.originY);
  const columns = Math.max(0, most((grid) => grid.originX + (grid.columns - 1) * grid.step) - column0 + 1);
  const rows = Math.max(0, most((grid) => grid.originY + (grid.rows - 1) * grid.step) - row0 + 1);
  const x = new Float32Array(columns * rows);
  const y = new Float32Array(columns * rows);
  for (let row = 0, node = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, node++) {
      x[node] = (column0 + column) * stepCm;
      y[node] = (row0 + row) * stepCm;
    }
  }
  return {
    stepPx: STEP_MM / geometry.mmPerPx,
    column0,
    row0,
    columns,
    rows,
    x,
    y,
  };
}

/** How deep each node of the photo lies in an area; NaN off the head. */
function depthsOver({ x, y }: PhotoGrid, depth: DepthGrid): Float32Array {
  const here = new Float32Array(x.length).fill(NaN);
  for (let node = 0; node < here.length; node++) {
    const cx = x[node] as number;
    if (cx === cx) here[node] = depthAt(depth, cx, y[node] as number);
  }
  return here;
}

/** Raises the values to at least `ofDepth` at every node. */
function raise(
  values: Float32Array,
  depths: Float32Array,
  grid: PhotoGrid,
  ofDepth: (depthMm: number) => number,
): void {
  for (let row = 1; row < grid.rows - 1; row++) {
    for (let column = 1; column < grid.columns - 1; column++) {
      const node = row * grid.columns + column;
      const depth = depthWithin(depths, grid.columns, node);
      if (!(depth > 0)) continue;
      const value = ofDepth(depth);
      if (value > (values[node] as number)) values[node] = value;
    }
  }
}

/** A node counts only when its neighbours lie inside too: so what is laid here is nothing at all outside the area. */
function depthWithin(depths: Float32Array, columns: number, node: number): number {
  const depth = depths[node] as number;
  if (!(depth > 0)) return 0;
  for (let next = node - columns - 1; next <= node + columns - 1; next += columns) {
    for (let c = next; c < next + 3; c++) if ((depths[c] as number) <= 0) return 0;
  }
  return depth;
}

/** Level at both ends, and half at a third of the way (measured: the middle lies 3–5 mm inside). */
const hazeAt = (depthMm: number): number =>
  depthMm <= BEGINS_MM ? 0 : smooth(((depthMm - BEGINS_MM) / (HAZE_FULL_MM - BEGINS_MM)) ** 0.6);

const rednessAt = (depthMm: number): number => smooth(depthMm / REDNESS_FULL_MM);
