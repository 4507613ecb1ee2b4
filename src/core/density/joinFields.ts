import type { DensityField } from './field';
import { densityAt } from './field';

/**
 * Fields joined by their maximum, so that overlapping areas show no seam. The grid spans all of them, with the smallest
 * step; fields whose nodes coincide with it (all that `hairlineField` makes with one step) are joined node by node.
 * Null for no fields.
 */
export function joinFields(fields: readonly DensityField[]): DensityField | null {
  const first = fields[0];
  if (first === undefined) return null;
  if (fields.length === 1) return first;
  const step = Math.min(...fields.map((field) => field.step));
  const originX = Math.min(...fields.map((field) => field.originX));
  const originY = Math.min(...fields.map((field) => field.originY));
  const right = Math.max(...fields.map((field) => field.originX + (field.columns - 1) * field.step));
  const bottom = Math.max(...fields.map((field) => field.originY + (field.rows - 1) * field.step));
  const columns = Math.ceil((right - originX) / step - 1e-6) + 1;
  const rows = Math.ceil((bottom - originY) / step - 1e-6) + 1;
  const joined = { originX, originY, step, columns, rows, perCm2: new Float32Array(columns * rows) };
  for (const field of fields) raise(joined, field);
  return joined;
}

/** Raises the joined field to at least the other's density. */
function raise(joined: DensityField, field: DensityField): void {
  const { originX, originY, step, columns, rows, perCm2 } = joined;
  const shiftColumns = (field.originX - originX) / step;
  const shiftRows = (field.originY - originY) / step;
  const c0 = Math.round(shiftColumns);
  const r0 = Math.round(shiftRows);
  const aligned = field.step === step && Math.abs(shiftColumns - c0) < 1e-6 && Math.abs(shiftRows - r0) < 1e-6;
  if (aligned) {
    for (let r = 0; r < field.rows; r++) {
      for (let c = 0; c < field.columns; c++) {
        const node = (r + r0) * columns + c + c0;
        const value = field.perCm2[r * field.columns + c] as number;
        if (value > (perCm2[node] as number)) perCm2[node] = value;
      }
    }
    return;
  }
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const value = densityAt(field, originX + c * step, originY + r * step);
      if (value > (perCm2[r * columns + c] as number)) perCm2[r * columns + c] = value;
    }
  }
}
