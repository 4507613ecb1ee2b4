/** Rows are taken so many at once: the sums are then read and written a fourth as often. */
const AT_ONCE = 4;

/** Room for so many rows that squaresOf can take them: those beyond stay 0. */
export const newRows = (count: number, width: number): Float64Array =>
  new Float64Array(Math.ceil(count / AT_ONCE) * AT_ONCE * width);

/** The lower half of RᵀR, row by row, for rows R of this width. */
export function squaresOf(rows: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    const row = i * width;
    for (let a = 0; a < rows.length; a += AT_ONCE * width) {
      const b = a + width;
      const c = b + width;
      const d = c + width;
      const byA = rows[a + i] as number;
      const byB = rows[b + i] as number;
      const byC = rows[c + i] as number;
      const byD = rows[d + i] as number;
      for (let j = 0; j <= i; j++)
        squares[row + j] =
          (squares[row + j] as number) +
          byA * (rows[a + j] as number) +
          byB * (rows[b + j] as number) +
          byC * (rows[c + j] as number) +
          byD * (rows[d + j] as number);
    }
  }
  return squares;
}
