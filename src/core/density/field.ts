import type { ChartGrid } from '../geometry/distance';

/** More dots/cm² than this no field can have: the dot engine's tile is exhausted there. */
export const CEILING_PER_CM2 = 1024;

/**
 * Distance of a field's nodes, 13/256 cm: places of nodes are then exact in binary, so that a window of a field has the
 * same nodes as the whole to the bit. About half a millimetre is our choice.
 */
export const NODE_STEP_MM = 0.5078125;

/**
 * Dots per cm² of scalp on a regular grid of the chart, at least two nodes each way; bilinear between nodes, zero
 * outside the outermost nodes.
 */
export interface DensityField extends ChartGrid {
  /** columns × rows values, row by row. */
  readonly perCm2: Float32Array;
}

/** Density in dots/cm² at a place of the chart (cm). */
export function densityAt(field: DensityField, x: number, y: number): number {
  const { columns, rows, perCm2 } = field;
  const fx = (x - field.originX) * (1 / field.step);
  const fy = (y - field.originY) * (1 / field.step);
  if (!(fx >= 0 && fy >= 0 && fx <= columns - 1 && fy <= rows - 1)) return 0;
  const column = Math.min(Math.floor(fx), columns - 2);
  const row = Math.min(Math.floor(fy), rows - 2);
  const a = fx - column;
  const b = fy - row;
  const node = row * columns + column;
  const top = (perCm2[node] as number) + ((perCm2[node + 1] as number) - (perCm2[node] as number)) * a;
  const next = node + columns;
  const bottom = (perCm2[next] as number) + ((perCm2[next + 1] as number) - (perCm2[next] as number)) * a;
  return top + (bottom - top) * b;
}
