import type { Scene } from '../../design/scene';
import type { MmPerPx } from '../../geometry/units';
import { photoGridOf, type PhotoGrid } from '../../head/photoGrid';
import { sameMapOf } from '../../head/scalpTable';
import type { DepthGrid } from './depthGrid';

/** The haze is so smooth that a node every millimetre will do. */
const STEP_MM = 1;

/** A grid of the photo that spans all areas; on a flat photo its nodes are places of the chart as they are. */
export function gridUnder({ geometry }: Scene, depths: readonly DepthGrid[]): PhotoGrid {
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
