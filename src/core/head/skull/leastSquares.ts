/**
 * Gauss–Newton with Marquardt's damping on a few parameters, derivatives by differences. `residuals` fills `out`; gives
 * the parameters where the sum of their squares is least near the start, and never one where it is larger.
 */
export function leastSquares(
  start: readonly number[],
  steps: readonly number[],
  count: number,
  residuals: (at: Float64Array, out: Float64Array) => void,
  rounds: number,
): Float64Array {
  const size = start.length;
  let at = Float64Array.from(start);
  let now = new Float64Array(count);
  const moved = new Float64Array(count);
  const jacobian = steps.map(() => new Float64Array(count));
  let damping = 1e-4;
  residuals(at, now);
  let cost = squares(now);
  for (let round = 0; round < rounds; round++) {
    for (const [k, column] of jacobian.entries()) {
      const step = steps[k] ?? 1e-3;
      const shifted = Float64Array.from(at);
      shifted[k] = (at[k] as number) + step;
      residuals(shifted, moved);
      for (let i = 0; i < count; i++) column[i] = ((moved[i] as number) - (now[i] as number)) / step;
    }
    const tried = Float64Array.from(at);
    const way = solveNormal(jacobian, now, damping);
    for (let k = 0; k < size; k++) tried[k] = (at[k] as number) - (way[k] as number);
    const then = new Float64Array(count);
    residuals(tried, then);
    const tally = squares(then);
    if (tally < cost) {
      const little = cost - tally < 1e-10 * cost;
      at = tried;
      now = then;
      cost = tally;
      damping /= 5;
      if (little) break;
    } else {
      damping *= 10;
      if (damping > 1e6) break;
    }
  }
  return at;
}

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** (JᵀJ with its diagonal raised by the damping)⁻¹ Jᵀ r, by Cholesky. */
function solveNormal(jacobian: readonly Float64Array[], r: Float64Array, damping: number): Float64Array {
  const n = jacobian.length;
  const lower = new Float64Array(n * n);
  const way = new Float64Array(n);
  const inner = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
    return sum;
  };
  for (const [i, a] of jacobian.entries()) {
    way[i] = inner(a, r);
    for (const [j, b] of jacobian.entries()) {
      if (j > i) break;
      let sum = inner(a, b);
      if (i === j) sum = sum * (1 + damping) + 1e-12;
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * n + j] as number);
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) way[i] = (way[i] as number) - (lower[i * n + k] as number) * (way[k] as number);
    way[i] = (way[i] as number) / (lower[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) way[i] = (way[i] as number) - (lower[k * n + i] as number) * (way[k] as number);
    way[i] = (way[i] as number) / (lower[i * n + i] as number);
  }
  return way;
}
