import { scalpPerChartAt, TABLE_STEP_CM, type ScalpTable } from '../head/scalpTable';
import type { DensityField } from './field';

/** A field of dots per cm² of scalp as dots per cm² of chart, which is what a scattering in the chart asks for. */
export function perChart(field: DensityField, table: ScalpTable | null): DensityField {
  if (table === null) return field;
  const { columns, rows, step, originX, originY } = field;
  const perCm2 = new Float32Array(field.perCm2.length);
  // Along a row the factor is straight between places a table's step apart.
  const run = Math.max(1, Math.floor(TABLE_STEP_CM / step));
  for (let row = 0; row < rows; row++) {
    const y = originY + row * step;
    let from = scalpPerChartAt(table, originX, y);
    for (let first = 0; first < columns; first += run) {
      const to = scalpPerChartAt(table, originX + (first + run) * step, y);
      const end = Math.min(columns, first + run);
      for (let column = first; column < end; column++) {
        const node = row * columns + column;
        const value = field.perCm2[node] as number;
        if (value > 0) perCm2[node] = value * (from + ((to - from) * (column - first)) / run);
      }
      from = to;
    }
  }
  return { ...field, perCm2 };
}
