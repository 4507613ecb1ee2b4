import type { ChartGrid } from '../geometry/distance';
import { distanceOnScalp, type ScalpTable } from '../head/scalpTable';

/**
 * Distances measured in the chart (cm, exact below `bandCm`) as they are on the scalp: each divided by the steepness that
 * its gradient has on the scalp, which holds while the head's curvature changes little over the distance. Without a
 * table they stay. A new array, unless they stay.
 */
export function onScalp(grid: ChartGrid, cm: Float32Array, bandCm: number, table: ScalpTable | null): Float32Array {
  if (table === null) return cm;
  const { columns, rows } = grid;
  const scalp = cm.slice();
  for (let row = 0; row < rows; row++) {
    const up = row > 0 ? -columns : 0;
    const down = row < rows - 1 ? columns : 0;
    for (let column = 0; column < columns; column++) {
      const node = row * columns + column;
      const value = cm[node] as number;
      if (value >= bandCm) continue;
      const left = column > 0 ? -1 : 0;
      const right = column < columns - 1 ? 1 : 0;
      const gx = (cm[node + right] as number) - (cm[node + left] as number);
      const gy = (cm[node + down] as number) - (cm[node + up] as number);
      const steepness = Math.sqrt(gx * gx + gy * gy);
      // On the line itself the gradient has no direction, and nothing is to be stretched.
      if (steepness < grid.step * FLAT) continue;
      const x = grid.originX + column * grid.step;
      const y = grid.originY + row * grid.step;
      scalp[node] = value * distanceOnScalp(table, x, y, gx / steepness, gy / steepness);
    }
  }
  return scalp;
}

/** A gradient is 2 per step but where two ways to the line are as short. */
const FLAT = 0.2;
