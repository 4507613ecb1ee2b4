import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combineOutlines,
  offsetOutlines,
  outlinesArea,
  simplifyOutlines,
  untangled,
  type Outlines,
} from '../../../src/core/geometry/outlines';

const coordinate = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 100);
const loop = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 3, maxLength: 12 });
const area = loop.map(untangled);
const box = (x0: number, y0: number, x1: number, y1: number): Outlines => [
  [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ],
];
/** Coordinates keep four decimals; so much an area of this size may be off. */
const NEAR = 0.005;

describe('outlines combined', () => {
  it('add up: union and intersection hold what both hold, a difference what it leaves', () => {
    fc.assert(
      fc.property(area, area, (a, b) => {
        const of = (operation: Parameters<typeof combineOutlines>[0]): number =>
          outlinesArea(combineOutlines(operation, a, b));
        expect(Math.abs(of('union') + of('intersect') - outlinesArea(a) - outlinesArea(b))).toBeLessThan(NEAR);
        expect(Math.abs(of('subtract') + of('intersect') - outlinesArea(a))).toBeLessThan(NEAR);
      }),
      { seed: 61, numRuns: 150 },
    );
  });

  it('of areas that do not meet share nothing, and a cut-out leaves a hole', () => {
    expect(combineOutlines('intersect', box(0, 0, 1, 1), box(2, 2, 3, 3))).toEqual([]);
    const holed = combineOutlines('subtract', box(0, 0, 4, 4), box(1, 1, 2, 2));
    expect(holed).toHaveLength(2);
    expect(outlinesArea(holed)).toBeCloseTo(15, 6);
  });
});

describe('outlines grown and shrunk', () => {
  it('grow with every step, shrink with every step, and what has grown holds what was there', () => {
    fc.assert(
      fc.property(area, fc.double({ min: 0.05, max: 2, noNaN: true }), (rings, by) => {
        const [less, same, more, most] = [-by, 0, by, 2 * by].map((each) => outlinesArea(offsetOutlines(rings, each)));
        expect(less).toBeLessThanOrEqual((same ?? 0) + NEAR);
        expect(same).toBeLessThanOrEqual((more ?? 0) + NEAR);
        expect(more).toBeLessThanOrEqual((most ?? 0) + NEAR);
        const lost = combineOutlines('subtract', rings, offsetOutlines(rings, by));
        expect(outlinesArea(lost)).toBeLessThan(NEAR);
      }),
      { seed: 62, numRuns: 120 },
    );
  });

  it('by the way asked for, corners round, holes the other way', () => {
    expect(outlinesArea(offsetOutlines(box(0, 0, 4, 4), 1))).toBeCloseTo(16 + 16 + Math.PI, 1);
    expect(outlinesArea(offsetOutlines(box(0, 0, 4, 4), -1))).toBeCloseTo(4, 6);
    expect(offsetOutlines(box(0, 0, 4, 4), -2.1)).toEqual([]);
    const holed = combineOutlines('subtract', box(0, 0, 9, 9), box(3, 3, 6, 6));
    expect(outlinesArea(offsetOutlines(holed, 0.5))).toBeCloseTo(100 - 4 - (4 - Math.PI) * 0.25, 1);
  });
});

describe('a lasso', () => {
  it('that crosses itself becomes outlines that do not, and filled ones stay filled', () => {
    const eight = untangled([
      { x: 0, y: 0 },
      { x: 2, y: 2 },
      { x: 2, y: 0 },
      { x: 0, y: 2 },
    ]);
    expect(eight).toHaveLength(2);
    expect(outlinesArea(eight)).toBeCloseTo(2, 6);
    fc.assert(
      fc.property(loop, (drawn) => {
        const rings = untangled(drawn);
        // Once untangled, even-odd and non-zero filling agree.
        expect(Math.abs(outlinesArea(rings) - rings.reduce((sum, ring) => sum + signed(ring), 0))).toBeLessThan(NEAR);
      }),
      { seed: 63, numRuns: 100 },
    );
  });

  it('is kept with fewer points near where it ran', () => {
    const circle = Array.from({ length: 400 }, (_, i) => ({ x: 5 * Math.cos(i / 63.66), y: 5 * Math.sin(i / 63.66) }));
    const [ring = []] = simplifyOutlines([circle], 0.05);
    expect(ring.length).toBeLessThan(60);
    expect(ring.every(({ x, y }) => Math.abs(Math.hypot(x, y) - 5) < 0.01)).toBe(true);
    expect(Math.abs(outlinesArea([ring]) / (25 * Math.PI) - 1)).toBeLessThan(0.01);
  });
});

const signed = (ring: Outlines[number]): number =>
  ring.reduce((sum, { x, y }, i) => {
    const before = ring.at(i - 1) ?? { x, y };
    return sum + (before.x * y - x * before.y) / 2;
  }, 0);
