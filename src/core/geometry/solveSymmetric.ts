/**
 * Solves a x = b for a symmetric positive definite matrix given by its lower half, row by row, by Cholesky's factors; the
 * matrix becomes these, and each right side becomes its x.
 */
export function solveSymmetric(a: Float64Array, ...rightSides: readonly Float64Array[]): void {
  const n = Math.round(Math.sqrt(a.length));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] as number) * (a[j * n + k] as number);
      a[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (a[j * n + j] as number);
    }
  for (const b of rightSides) {
    for (let i = 0; i < n; i++) {
      let sum = b[i] as number;
      for (let k = 0; k < i; k++) sum -= (a[i * n + k] as number) * (b[k] as number);
      b[i] = sum / (a[i * n + i] as number);
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = b[i] as number;
      for (let k = i + 1; k < n; k++) sum -= (a[k * n + i] as number) * (b[k] as number);
      b[i] = sum / (a[i * n + i] as number);
    }
  }
}
