import { describe, expect, it } from 'vitest';
import type { PhotoPlaces } from '../../../../src/core/pigment/skin/skinReading';
import { placesUnder, squaresOf, squaresUnder } from '../../../../src/core/pigment/skin/squaresUnder';

const places = (points: readonly (readonly [number, number])[]): PhotoPlaces => ({
  count: points.length,
  x: Float32Array.from(points, ([x]) => x),
  y: Float32Array.from(points, ([, y]) => y),
});

/** In two parts. */
const squares = (of: PhotoPlaces): PhotoPlaces => {
  const middle = Math.floor(of.count / 3);
  const parts = [
    { places: of, from: 0, to: middle },
    { places: of, from: middle, to: of.count },
  ];
  const dots = new Map<number, number>();
  for (const part of parts) {
    const { squares, counts } = squaresOf(part, 100);
    squares.forEach((square, i) => dots.set(square, (dots.get(square) ?? 0) + (counts[i] ?? 0)));
  }
  return placesUnder(squaresUnder(dots), parts, 100);
};

const filled = (x0: number, y0: number, many: number): (readonly [number, number])[] =>
  Array.from({ length: many }, (_, i) => [x0 + (i % 10) * 9, y0 + Math.floor(i / 10) * 9] as const);

describe('the squares under dots', () => {
  it('are the same while dots move within them, and others where dots stand elsewhere', () => {
    const one = squares(places([...filled(105, 205, 60), ...filled(305, 205, 60)]));
    const other = squares(places([...filled(103, 201, 40), ...filled(302, 209, 75)]));
    expect(other).toEqual(one);
    expect(one.count).toBe(162);
    expect(squares(places(filled(105, 305, 60)))).not.toEqual(one);
  });

  it('leave strays out, and read under the dots themselves where there are but few', () => {
    const one = squares(places(filled(105, 205, 60)));
    expect(squares(places([...filled(105, 205, 60), [250, 250], [901, 7]]))).toEqual(one);
    const few = places([
      [1, 2],
      [250, 250],
    ]);
    expect(squares(few)).toEqual(few);
  });
});
