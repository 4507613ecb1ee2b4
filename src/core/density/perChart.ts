import { scalpPerChartAt, TABLE_STEP_CM, type ScalpTable } from '../head/scalpTable';
import type { DensityField } from './field';

/** A field of dots per cm² of scalp as dots per cm² of chart, which is what a scattering in the chart asks for. */
export function perChart(field: DensityField, table: ScalpTable | null): DensityField {
  if (table === null) return field;
  const { columns, rows, step, originX, originY } = field;
  const perCm2 = new Float32Array(field.perCm2.length);
  // Along a row the factor is straight between places a table's step apart, counted from the chart's origin.
  const run = Math.max(1, Math.floor(TABLE_STEP_CM / step));
  const first = Math.round(originX / step);
  for (let row = 0; row < rows; row++) {
    const y = originY + row * step;
    let at = Math.floor(first / run);
    let from = scalpPerChartAt(table, at * run * step, y);
    for (let column = 0; column < columns; at++) {
      const to = scalpPerChartAt(table, (at + 1) * run * step, y);
      const end = Math.min(columns, (at + 1) * run - first);
      for (; column < end; column++) {
        const node = row * columns + column;
        const value = field.perCm2[node] as number;
        if (value > 0) perCm2[node] = value * (from + ((to - from) * (first + column - at * run)) / run);
      }
      from = to;
    }
  }
  return { ...field, perCm2 };
}
