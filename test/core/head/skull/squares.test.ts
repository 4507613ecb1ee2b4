import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRows, squaresOf } from '../../../../src/core/head/skull/squares';

test('squares of rows are the sums of their products, of any number of rows', () => {
  const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
    fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 11,
    }),
  );
  fc.assert(
    fc.property(table, (values) => {
      const width = values[0]?.length ?? 0;
      const rows = newRows(values.length, width);
      rows.set(values.flat());
      const squares = squaresOf(rows, width);
      for (let i = 0; i < width; i++)
        for (let j = 0; j <= i; j++)
          expect(squares[i * width + j]).toBeCloseTo(
            values.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
            9,
          );
    }),
  );
});
