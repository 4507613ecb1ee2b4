import type { PhotoPx } from '../geometry/units';
import type { ScalpGeometry, ScalpMap } from './scalpMap';

/**
 * The chart under a regular grid of a photo that spans the head: node (column, row) lies at the photo px
 * step × (column0 + column, row0 + row).
 */
export interface PhotoGrid {
  readonly stepPx: PhotoPx;
  readonly column0: number;
  readonly row0: number;
  readonly columns: number;
  readonly rows: number;
  /** Places in the chart, cm; NaN off the head. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

const made = new WeakMap<ScalpMap, PhotoGrid>();

/** So many steps lie between the nodes that are worked out; between them the chart runs straight, but near the rim. */
const COARSE = 4;
/** Chart cm per photo step, relative to the head's middle, beyond which a cell lies near the rim: our choice. */
const RIM_STEEPNESS = 2.7;
const DIRECTIONS = 16;
const FAR_PX = 1e6;

/** The grid of a head, `stepMm` apart at its middle; made once for each map. */
export function photoGridOf(
  { fit }: Extract<ScalpGeometry, { kind: 'skull' }>,
  map: ScalpMap,
  stepMm: number,
): PhotoGrid {
  const known = made.get(map);
  if (known !== undefined) return known;
  const stepPx = (stepMm * fit.focalPx) / fit.distanceMm;
  const box = boxOf(map, fit.centre);
  const column0 = COARSE * Math.floor(box.left / stepPx / COARSE);
  const row0 = COARSE * Math.floor(box.top / stepPx / COARSE);
  const columns = COARSE * Math.ceil((box.right / stepPx - column0) / COARSE) + 1;
  const rows = COARSE * Math.ceil((box.bottom / stepPx - row0) / COARSE) + 1;
  const x = new Float32Array(columns * rows).fill(NaN);
  const y = new Float32Array(columns * rows).fill(NaN);
  const grid = { stepPx, column0, row0, columns, rows, x, y };
  const lay = (column: number, row: number): void => {
    const c = map.toChart({ x: (column0 + column) * stepPx, y: (row0 + row) * stepPx });
    if (c === null) return;
    x[row * columns + column] = c.x;
    y[row * columns + column] = c.y;
  };
  for (let row = 0; row < rows; row += COARSE)
    for (let column = 0; column < columns; column += COARSE) lay(column, row);
  const steep = (RIM_STEEPNESS * COARSE * stepMm) / 10;
  for (let row = 0; row + 1 < rows; row += COARSE) {
    for (let column = 0; column + 1 < columns; column += COARSE) {
      if (!fillCell(grid, column, row, steep)) layCell(column, row, lay);
    }
  }
  made.set(map, grid);
  return grid;
}

function boxOf(map: ScalpMap, centre: { readonly x: number; readonly y: number }) {
  let [left, right, top, bottom] = [centre.x, centre.x, centre.y, centre.y];
  for (let i = 0; i < DIRECTIONS; i++) {
    const angle = (i / DIRECTIONS) * 2 * Math.PI;
    const rim = map.snapToRim({ x: centre.x + FAR_PX * Math.cos(angle), y: centre.y + FAR_PX * Math.sin(angle) });
    left = Math.min(left, rim.x);
    right = Math.max(right, rim.x);
    top = Math.min(top, rim.y);
    bottom = Math.max(bottom, rim.y);
  }
  // Between two directions the rim may bulge a little farther.
  const [w, h] = [0.03 * (right - left), 0.03 * (bottom - top)];
  return { left: left - w, right: right + w, top: top - h, bottom: bottom + h };
}

/** Bilinear between the cell's corners; false where they lie too far apart or one of them off the head. */
function fillCell({ columns, x, y }: PhotoGrid, column: number, row: number, steep: number): boolean {
  const node = row * columns + column;
  const corners = [node, node + COARSE, node + COARSE * columns, node + COARSE * columns + COARSE] as const;
  for (const values of [x, y]) {
    const [a, b, c, d] = corners.map((corner) => values[corner] as number) as [number, number, number, number];
    const spread = Math.max(a, b, c, d) - Math.min(a, b, c, d);
    if (!(spread <= steep)) return false;
  }
  for (const values of [x, y]) {
    const [a, b, c, d] = corners.map((corner) => values[corner] as number) as [number, number, number, number];
    for (let r = 0; r <= COARSE; r++) {
      for (let k = 0; k <= COARSE; k++) {
        const [s, t] = [k / COARSE, r / COARSE];
        values[node + r * columns + k] = (a * (1 - s) + b * s) * (1 - t) + (c * (1 - s) + d * s) * t;
      }
    }
  }
  return true;
}

function layCell(column: number, row: number, lay: (column: number, row: number) => void): void {
  for (let r = 0; r <= COARSE; r++) for (let k = 0; k <= COARSE; k++) lay(column + k, row + r);
}
