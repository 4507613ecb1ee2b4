const STRAIGHT = 1;
const DIAGONAL = Math.SQRT2;

/**
 * Distance of every cell from the nearest that is set, in cells, row by row; Infinity where none is set. Two passes over
 * the eight neighbours (Rosenfeld and Pfaltz 1968): up to 8 % too long between the directions of the grid.
 */
export function chamferDistance(isSet: Uint8Array, columns: number, rows: number): Float32Array {
  const away = Float32Array.from(isSet, (set) => (set === 1 ? 0 : Infinity));
  const from = (column: number, row: number, cost: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows
      ? Infinity
      : (away[row * columns + column] as number) + cost;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      away[at] = Math.min(
        away[at] as number,
        from(column - 1, row, STRAIGHT),
        from(column - 1, row - 1, DIAGONAL),
        from(column, row - 1, STRAIGHT),
        from(column + 1, row - 1, DIAGONAL),
      );
    }
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * columns + column;
      away[at] = Math.min(
        away[at] as number,
        from(column + 1, row, STRAIGHT),
        from(column + 1, row + 1, DIAGONAL),
        from(column, row + 1, STRAIGHT),
        from(column - 1, row + 1, DIAGONAL),
      );
    }
  }
  return away;
}
