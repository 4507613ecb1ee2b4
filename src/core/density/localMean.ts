import type { DensityField } from './field';

/** Sums of whole steps of this density are exact, so that a mean is the same on whatever part of the field it is taken. */
const STEPS_PER_DENSITY = 1024;

/** Mean density around each node, over those of the (2 · radius + 1)² nodes about it that are not zero; 0 where none is. */
export function localMean(field: DensityField, radius: number): Float32Array {
  const { columns, rows, perCm2 } = field;
  const sum = new Float64Array(perCm2.length);
  const count = new Float64Array(perCm2.length);
  for (let node = 0; node < perCm2.length; node++) {
    sum[node] = Math.round(STEPS_PER_DENSITY * (perCm2[node] as number));
    count[node] = perCm2[node] === 0 ? 0 : 1;
  }
  boxSums(sum, columns, rows, radius);
  boxSums(count, columns, rows, radius);
  const mean = new Float32Array(perCm2.length);
  for (let node = 0; node < mean.length; node++) {
    const of = count[node] as number;
    mean[node] = of === 0 ? 0 : (sum[node] as number) / (STEPS_PER_DENSITY * of);
  }
  return mean;
}

/** Replaces each value of a grid by the sum over the box of 2 · radius + 1 nodes a side about it. */
export function boxSums(values: Float64Array, columns: number, rows: number, radius: number): void {
  const line = new Float64Array(Math.max(columns, rows));
  const along = (start: number, stride: number, length: number): void => {
    for (let i = 0; i < length; i++) line[i] = values[start + i * stride] as number;
    let sum = 0;
    for (let i = 0; i < Math.min(radius, length); i++) sum += line[i] as number;
    for (let i = 0; i < length; i++) {
      if (i + radius < length) sum += line[i + radius] as number;
      if (i - radius - 1 >= 0) sum -= line[i - radius - 1] as number;
      values[start + i * stride] = sum;
    }
  };
  for (let row = 0; row < rows; row++) along(row * columns, 1, columns);
  for (let column = 0; column < columns; column++) along(column, columns, rows);
}
