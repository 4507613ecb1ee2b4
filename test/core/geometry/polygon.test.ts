import { describe, expect, test } from 'vitest';
import { crossesItself, polylinePoints, ringArea } from '../../../src/core/geometry/polygon';

const p = (x: number, y: number) => ({ x, y });

describe('a polygon', () => {
  test('has the area of its rectangle, whichever way round it is given', () => {
    expect(ringArea(Float64Array.of(10, 10, 40, 10, 40, 30, 10, 30))).toBe(600);
    expect(ringArea(Float64Array.of(10, 30, 40, 30, 40, 10, 10, 10))).toBe(600);
    expect(ringArea(new Float64Array(0))).toBe(0);
  });

  test('crosses itself when a later part runs through an earlier one', () => {
    expect(crossesItself([p(0, 0), p(10, 0), p(10, 10), p(5, -5)])).toBe(true);
    expect(crossesItself([p(0, 0), p(10, 0), p(10, 10), p(5, 5)])).toBe(false);
  });

  test('does not cross itself by touching, by running straight on, or by repeating a place', () => {
    expect(crossesItself([p(0, 0), p(10, 0), p(10, 10), p(5, 0)])).toBe(false);
    const third = 1 / 3;
    expect(crossesItself([p(0, 0), p(third, third), p(third + 1e-16, third), p(0.7, 0.7), p(1, 1)])).toBe(false);
    expect(crossesItself([p(0, 0), p(5, 0), p(5, 0), p(9, 0)])).toBe(false);
    expect(crossesItself([])).toBe(false);
  });

  test('leaves out places that repeat the one before', () => {
    expect(polylinePoints(Float64Array.of(1, 2, 1, 2, 3, 4, 1, 2))).toEqual([p(1, 2), p(3, 4), p(1, 2)]);
  });
});
