import { DEPTH_BAND_MM } from '../../density/hairlineField';
import type { ChartGrid } from '../../geometry/distance';

/** How deep each place of an area lies behind its edges, mm; see HairlineField.depthMm. */
export interface DepthGrid extends ChartGrid {
  readonly depthMm: Float32Array;
}

/** Depth in mm at a place of the chart in cm, bilinear; far outside off the grid. */
export function depthAt(grid: DepthGrid, x: number, y: number): number {
  const { columns, rows, depthMm } = grid;
  const perCm = 1 / grid.step;
  const fx = (x - grid.originX) * perCm;
  const fy = (y - grid.originY) * perCm;
  if (!(fx >= 0 && fy >= 0 && fx < columns - 1 && fy < rows - 1)) return -DEPTH_BAND_MM;
  const column = Math.floor(fx);
  const row = Math.floor(fy);
  const node = row * columns + column;
  const a = fx - column;
  const top = (depthMm[node] as number) * (1 - a) + (depthMm[node + 1] as number) * a;
  const bottom = (depthMm[node + columns] as number) * (1 - a) + (depthMm[node + columns + 1] as number) * a;
  return top + (bottom - top) * (fy - row);
}
