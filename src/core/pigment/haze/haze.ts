import type { Scene } from '../../design/scene';
import type { MmPerPx } from '../../geometry/units';
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
    const here = depthsOver(grid, depth);
    raise(haze.share, here, grid, HAZE_BY_DEPTH, Math.min(SHARE_MAX, perCm2 / FULL_PER_CM2));
    if (haze.redness !== null && perCm2 > 0) raise(haze.redness, here, grid, REDNESS_BY_DEPTH, 1);
  });
  if (scene.geometry.kind === 'skull') {
    runOutOverRim(haze.share, grid);
    if (redness !== null) runOutOverRim(redness, grid);
  }
  const slow = slowVariationOver(grid, scene.seed);
  for (let node = 0; node < haze.share.length; node++) {
    haze.cloud[node] = (haze.share[node] as number) * (slow.cloud[node] as number);
    if (redness !== null) redness[node] = (redness[node] as number) * (slow.redness[node] as number);
  }
  return haze;
}

/** Factors on the cloud and the redness at a grid's nodes: they vary over the chart, so they turn with the head. */
interface GridVariation {
  readonly seed: number;
  readonly cloud: Float32Array;
  readonly redness: Float32Array;
}

const variations = new WeakMap<PhotoGrid, GridVariation>();

function slowVariationOver(grid: PhotoGrid, seed: number): GridVariation {
  const known = variations.get(grid);
  if (known?.seed === seed) return known;
  const { x, y } = grid;
  const { cloudAt, rednessAt } = slowVariation(seed);
  // Off the head nothing varies.
  const over = (at: (xCm: number, yCm: number) => number): Float32Array =>
    x.map((cx, node) => (Number.isNaN(cx) ? 1 : at(cx, y[node] as number)));
  const made = { seed, cloud: over(cloudAt), redness: over(rednessAt) };
  variations.set(grid, made);
  return made;
}

/** A grid of the photo that spans all areas; on a flat photo its nodes are places of the chart as they are. */
function gridUnder({ geometry }: Scene, depths: readonly DepthGrid[]): PhotoGrid {
  if (geometry.kind === 'skull') return photoGridOf(geometry, sameMapOf(geometry), STEP_MM);
  const stepCm = STEP_MM / 10;
  // In whole squares, so that it stays the same grid while an edge is moved.
  const least = (low: (grid: DepthGrid) => number): number =>
    SQUARE * depths.reduce((least, grid) => Math.min(least, Math.floor(low(grid) / stepCm / SQUARE)), Infinity);
  const most = (high: (grid: DepthGrid) => number): number =>
    SQUARE * depths.reduce((most, grid) => Math.max(most, Math.ceil(high(grid) / stepCm / SQUARE)), -Infinity);
  if (depths.length === 0) return flatGrid(geometry.mmPerPx, 0, 0, 0, 0);
  const column0 = least((grid) => grid.originX);
  const row0 = least((grid) => grid.originY);
  const columns = most((grid) => grid.originX + (grid.columns - 1) * grid.step) - column0 + 1;
  const rows = most((grid) => grid.originY + (grid.rows - 1) * grid.step) - row0 + 1;
  return flatGrid(geometry.mmPerPx, column0, row0, columns, rows);
}

/** Nodes of a side; our choice. */
const SQUARE = 16;

let lastFlat: PhotoGrid | null = null;

function flatGrid(mmPerPx: MmPerPx, column0: number, row0: number, columns: number, rows: number): PhotoGrid {
  const stepPx = STEP_MM / mmPerPx;
  const known = lastFlat;
  if (
    known?.stepPx === stepPx &&
    known.column0 === column0 &&
    known.row0 === row0 &&
    known.columns === columns &&
    known.rows === rows
  ) {
    return known;
  }
  const x = new Float32Array(columns * rows);
  const y = new Float32Array(columns * rows);
  for (let row = 0, node = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, node++) {
      x[node] = (column0 + column) * (STEP_MM / 10);
      y[node] = (row0 + row) * (STEP_MM / 10);
    }
  }
  lastFlat = { stepPx, column0, row0, columns, rows, x, y };
  return lastFlat;
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

/** Raises the values at every node to at least `full` times what the table has for its depth. */
function raise(values: Float32Array, depths: Float32Array, grid: PhotoGrid, table: DepthTable, full: number): void {
  for (let row = 1; row < grid.rows - 1; row++) {
    for (let column = 1; column < grid.columns - 1; column++) {
      const node = row * grid.columns + column;
      const depth = depthWithin(depths, grid.columns, node);
      if (!(depth > 0)) continue;
      const at = depth * TABLE_PER_MM;
      const entry = Math.floor(at);
      const low = table[entry] ?? 1;
      const value = full * (low + ((table[entry + 1] ?? 1) - low) * (at - entry));
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

/** A share by depth, straight between entries TABLE_PER_MM to the mm; 1 beyond the last. */
type DepthTable = Float64Array;

const TABLE_PER_MM = 64;

const tableTo = (fullMm: number, ofDepth: (depthMm: number) => number): DepthTable =>
  Float64Array.from({ length: fullMm * TABLE_PER_MM + 1 }, (_, i) => ofDepth(i / TABLE_PER_MM));

/** Level at both ends, and half at a third of the way (measured: the middle lies 3–5 mm inside). */
const HAZE_BY_DEPTH = tableTo(HAZE_FULL_MM, (mm) =>
  mm <= BEGINS_MM ? 0 : smooth(((mm - BEGINS_MM) / (HAZE_FULL_MM - BEGINS_MM)) ** 0.6),
);

const REDNESS_BY_DEPTH = tableTo(REDNESS_FULL_MM, (mm) => smooth(mm / REDNESS_FULL_MM));
