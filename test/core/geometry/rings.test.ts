import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ring } from '../../../src/core/geometry/rings';
import { insideRings, nodesInside, ringCoordinates, ringsAreaCm2, ringsBounds } from '../../../src/core/geometry/rings';

const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

describe('rings', () => {
  it('come flat, as points or as pairs, all meaning the same', () => {
    const pairs: Ring = square(0, 0, 2);
    const points: Ring = square(0, 0, 2).map(([x, y]) => ({ x, y }));
    const flat: Ring = Float32Array.from(square(0, 0, 2).flat());
    expect(ringCoordinates(points)).toEqual(ringCoordinates(pairs));
    expect(ringCoordinates(flat)).toEqual(ringCoordinates(pairs));
  });

  it('area: shoelace for one, even-odd for several', () => {
    expect(ringsAreaCm2([square(1, 1, 3)])).toBeCloseTo(9, 10);
    expect(ringsAreaCm2([square(1, 1, 3).reverse()])).toBeCloseTo(9, 10);
    const triangle: Ring = [
      [0, 0],
      [4, 0],
      [0, 3],
    ];
    expect(ringsAreaCm2([triangle])).toBeCloseTo(6, 10);
    expect(ringsAreaCm2([square(0, 0, 4), square(1, 1, 2)])).toBeCloseTo(12, 2);
    expect(ringsAreaCm2([square(0, 0, 2), square(1, 0, 2)])).toBeCloseTo(4, 2);
    expect(ringsAreaCm2([])).toBe(0);
  });

  it('bounds', () => {
    expect(ringsBounds([square(0, 0, 1), square(4, -2, 1)])).toEqual({ x0: 0, y0: -2, x1: 5, y1: 1 });
    expect(ringsBounds([])).toBeNull();
  });

  it('the nodes inside are those that the even-odd rule finds one by one', () => {
    const grid = { originX: -1, originY: -1, step: 0.11, columns: 60, rows: 50 };
    const ring = fc.array(
      fc.tuple(fc.double({ min: -2, max: 6, noNaN: true }), fc.double({ min: -2, max: 5, noNaN: true })),
      {
        minLength: 3,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(ring, ring, (a, b) => {
        const found = nodesInside(grid, [a, b]);
        const expected = found.map((_, node) => {
          const x = grid.originX + (node % grid.columns) * grid.step;
          const y = grid.originY + Math.floor(node / grid.columns) * grid.step;
          return insideRings([a, b], x, y) ? 1 : 0;
        });
        expect(found.filter((value, node) => value !== expected[node])).toHaveLength(0);
      }),
      { seed: 8, numRuns: 60 },
    );
  });
});
