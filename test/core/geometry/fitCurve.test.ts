import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveCubics, curveLength, nearestOnCurve, pointOnCurve } from '../../../src/core/geometry/curve';
import { fitCurve } from '../../../src/core/geometry/fitCurve';
import type { PhotoPoint } from '../../../src/core/geometry/units';

const p = (x: number, y: number): PhotoPoint => ({ x, y });
const TOLERANCE = 2.5;

/** Small reproducible noise, evenly spread over ±size. */
function tremor(seed: number): (size: number) => number {
  let state = seed;
  return (size) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return size * ((2 * state) / 2 ** 32 - 1);
  };
}

const strokeOf = (line: (t: number) => PhotoPoint, samples = 400, noisePx = 0, seed = 5): PhotoPoint[] => {
  const shake = tremor(seed);
  return Array.from({ length: samples }, (_, i) => {
    const { x, y } = line(i / (samples - 1));
    return p(x + shake(noisePx), y + shake(noisePx));
  });
};

const strayFrom = (line: (t: number) => PhotoPoint, handles: readonly PhotoPoint[]): number =>
  Math.max(...strokeOf(line, 300).map((at) => nearestOnCurve(handles, at)?.distance ?? Infinity));

/** Sum of all turning along the curve, in radians: a line that trembles turns far more than one that does not. */
function turning(handles: readonly PhotoPoint[]): number {
  let sum = 0;
  let heading: number | null = null;
  for (const { a, b, c, d } of curveCubics(handles))
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, d],
    ] as const) {
      const now = Math.atan2(to.y - from.y, to.x - from.x);
      if (heading !== null) sum += Math.abs(Math.atan2(Math.sin(now - heading), Math.cos(now - heading)));
      heading = now;
    }
  return sum;
}

const ARC = (t: number): PhotoPoint => p(700 - 480 * Math.cos(Math.PI * t), 800 - 330 * Math.sin(Math.PI * t));
/** A mature hairline on a 2,400 px photo of a head, from temple to temple. */
const drawn = [
  p(627, 1065),
  p(658, 834),
  p(756, 622),
  p(962, 569),
  p(1197, 568),
  p(1431, 569),
  p(1638, 620),
  p(1731, 834),
  p(1762, 1065),
];
const HAIRLINE = (t: number): PhotoPoint => {
  const segment = Math.min(Math.floor(t * 8), 7);
  return pointOnCurve(drawn, { segment, t: 8 * t - segment });
};
const STRAIGHT = (t: number): PhotoPoint => p(200 + 900 * t, 500 + 40 * t);
const corners = [p(200, 900), p(330, 480), p(700, 600), p(1070, 480), p(1200, 900)];
const M_SHAPE = (t: number): PhotoPoint => {
  const at = Math.min(Math.floor(t * 4), 3);
  const [from, to] = [corners[at] ?? p(0, 0), corners[at + 1] ?? p(0, 0)];
  return p(from.x + (to.x - from.x) * (4 * t - at), from.y + (to.y - from.y) * (4 * t - at));
};

describe('fitting a curve to a stroke', () => {
  test('lays an arc through few handles, evenly', () => {
    const handles = fitCurve(strokeOf(ARC), TOLERANCE);
    expect(handles.length).toBeLessThanOrEqual(8);
    expect(strayFrom(ARC, handles)).toBeLessThanOrEqual(TOLERANCE);
  });

  test('needs five to nine handles for a hairline', () => {
    // 2.5 px on a screen that shows the photo at half its size.
    const handles = fitCurve(strokeOf(HAIRLINE, 500, 1.5), 5);
    expect(handles.length).toBeGreaterThanOrEqual(5);
    expect(handles.length).toBeLessThanOrEqual(9);
    expect(strayFrom(HAIRLINE, handles)).toBeLessThanOrEqual(5 + 1.5);
  });

  test('keeps the temples of an M and crowds its handles there', () => {
    const handles = fitCurve(strokeOf(M_SHAPE, 600), TOLERANCE);
    expect(handles.length).toBeLessThanOrEqual(18);
    // A sharp corner is rounded by less than one and a half tolerances before the fit, which then keeps its own.
    expect(strayFrom(M_SHAPE, handles)).toBeLessThanOrEqual(2.5 * TOLERANCE);
    const near = (corner: PhotoPoint): number =>
      handles.filter((handle) => Math.hypot(handle.x - corner.x, handle.y - corner.y) < 60).length;
    const midway = handles.filter((handle) => Math.abs(handle.x - 515) < 60).length;
    expect(near(p(330, 480))).toBeGreaterThan(midway);
    expect(near(p(1070, 480))).toBeGreaterThan(midway);
  });

  test('does not draw the tremor of the hand', () => {
    for (const seed of [1, 2, 3]) {
      const handles = fitCurve(strokeOf(ARC, 500, 1.5, seed), TOLERANCE);
      expect(handles.length).toBeLessThanOrEqual(9);
      expect(strayFrom(ARC, handles)).toBeLessThanOrEqual(TOLERANCE + 1.5);
      expect(turning(handles)).toBeLessThan(1.25 * Math.PI);
    }
  });

  test('averages a tremor out that is larger than the tolerance', () => {
    const handles = fitCurve(strokeOf(ARC, 700, 1.5), 1.5);
    expect(handles.length).toBeLessThanOrEqual(16);
    expect(turning(handles)).toBeLessThan(1.6 * Math.PI);
  });

  test('draws a straight stroke straight', () => {
    const handles = fitCurve(strokeOf(STRAIGHT, 300, 1.2), TOLERANCE);
    expect(handles.length).toBeLessThanOrEqual(3);
    expect(strayFrom(STRAIGHT, handles)).toBeLessThan(1.5);
  });

  test('cuts the hooks of pen-down and pen-up', () => {
    const stroke = strokeOf(STRAIGHT, 300);
    const hooked = [p(206, 512), p(203, 507), p(200, 503), ...stroke, p(1098, 536), p(1094, 531), p(1092, 526)];
    const handles = fitCurve(hooked, TOLERANCE);
    expect(handles.length).toBeLessThanOrEqual(4);
    expect(strayFrom(STRAIGHT, handles)).toBeLessThan(2 * TOLERANCE);
    expect(curveLength(handles)).toBeLessThan(910);
  });

  test('keeps the direction in which the hand drew', () => {
    expect(fitCurve(strokeOf(HAIRLINE).reverse(), TOLERANCE)[0]?.x).toBeGreaterThan(1700);
  });

  test('makes two handles of two samples and none of one', () => {
    expect(fitCurve([p(10, 10), p(200, 90)], TOLERANCE)).toHaveLength(2);
    expect(fitCurve([p(10, 10)], TOLERANCE)).toEqual([]);
    expect(fitCurve([p(10, 10), p(10, 10), p(10, 10)], TOLERANCE)).toEqual([]);
    expect(fitCurve([], TOLERANCE)).toEqual([]);
    expect(fitCurve([p(NaN, 1), p(4, Infinity)], TOLERANCE)).toEqual([]);
  });

  test('stays within the tolerance with a bounded count of handles for any gently waving line', () => {
    const wave = fc.record({
      size: fc.integer({ min: -80, max: 80 }),
      phase: fc.double({ min: 0, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(wave, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 30, max: 700 }),
        (waves, samples) => {
          const line = (t: number): PhotoPoint =>
            p(
              200 + 1100 * t,
              700 +
                waves.reduce(
                  (y, { size, phase }, i) => y + (size / (i + 1)) * Math.sin((i + 1) * Math.PI * t + phase),
                  0,
                ),
            );
          const handles = fitCurve(strokeOf(line, samples), TOLERANCE);
          expect(handles.length).toBeGreaterThanOrEqual(2);
          expect(handles.length).toBeLessThanOrEqual(12);
          expect(strayFrom(line, handles)).toBeLessThanOrEqual(TOLERANCE + 0.6);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  test('never gives more than forty handles nor anything that is not finite, whatever the hand does', () => {
    const sample = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }) });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 120 }), (scribble) => {
        const handles = fitCurve(scribble, TOLERANCE);
        expect(handles.length).toBeLessThanOrEqual(40);
        for (const { x, y } of handles) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }),
      { seed: 4, numRuns: 40 },
    );
  });
});
