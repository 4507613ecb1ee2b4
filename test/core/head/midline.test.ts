import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointOnCurve } from '../../../src/core/geometry/curve';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { distance } from '../../../src/core/geometry/vec';
import { defaultMidline, flatMirror, mirrorHairline, mirrorPoint } from '../../../src/core/head/midline';

const p = (x: number, y: number): PhotoPoint => ({ x, y });
const TILTED = { top: p(980, 200), bottom: p(1040, 1700) };
const UPRIGHT = { top: p(1000, 200), bottom: p(1000, 1700) };
const HAIRLINE = [p(480, 1000), p(560, 720), p(760, 640), p(1100, 660), p(1240, 650), p(1440, 720), p(1500, 990)];

const isSymmetric = (points: readonly PhotoPoint[], midline = TILTED): boolean =>
  points.every(
    (point, i) => distance(mirrorPoint(point, midline), points[points.length - 1 - i] ?? p(NaN, NaN)) < 1e-6,
  );

describe('the midline', () => {
  test("begins on the outline's axis, from its top to about the chin", () => {
    const outline = { cx: 1200, cy: 1000, rx: 600, ry: 700, angleDeg: 0, placed: false };
    const { top, bottom } = defaultMidline(outline, 'front');
    expect(top.x).toBeCloseTo(1200, 9);
    expect(top.y).toBeCloseTo(300, 9);
    expect(bottom.y).toBeGreaterThan(1700);
    expect(defaultMidline(outline, 'top').bottom.y).toBeCloseTo(1700, 9);
  });

  test('mirrors a point to the same distance on the other side', () => {
    expect(mirrorPoint(p(900, 500), UPRIGHT)).toEqual(p(1100, 500));
    const there = mirrorPoint(p(412, 733), TILTED);
    expect(distance(mirrorPoint(there, TILTED), p(412, 733))).toBeLessThan(1e-9);
    expect(distance(mirrorPoint(TILTED.top, TILTED), TILTED.top)).toBeLessThan(1e-9);
    expect(mirrorPoint(p(900, 500), { top: p(1000, 3), bottom: p(1000, 3) })).toEqual(p(1100, 500));
  });
});

describe('mirroring a hairline', () => {
  test('is exactly symmetric, keeps the half it is made from, and has a handle on the midline', () => {
    for (const from of ['left', 'right'] as const) {
      const mirrored = mirrorHairline(HAIRLINE, flatMirror(TILTED), from);
      expect(isSymmetric(mirrored)).toBe(true);
      expect(mirrored.length % 2).toBe(1);
      const kept = from === 'left' ? HAIRLINE.slice(0, 3) : HAIRLINE.slice(4);
      for (const handle of kept) expect(mirrored).toContainEqual(handle);
    }
  });

  test('keeps the direction in which the line was drawn', () => {
    for (const from of ['left', 'right'] as const) {
      const toTheRight = mirrorHairline(HAIRLINE, flatMirror(TILTED), from);
      const toTheLeft = mirrorHairline(HAIRLINE.toReversed(), flatMirror(TILTED), from);
      expect(toTheRight.map((q) => q.x)).toEqual(toTheRight.map((q) => q.x).toSorted((a, b) => a - b));
      expect(toTheLeft.length).toBe(toTheRight.length);
      for (const [i, handle] of toTheLeft.toReversed().entries())
        expect(distance(handle, toTheRight[i] ?? p(NaN, NaN))).toBeLessThan(1e-6);
    }
  });

  test('crosses the midline where the line did', () => {
    const middle = mirrorHairline(HAIRLINE, flatMirror(UPRIGHT), 'left')[3] ?? p(0, 0);
    expect(middle.x).toBeCloseTo(1000, 9);
    let crossing = p(0, 0);
    for (let t = 0; t <= 1; t += 0.001) {
      const on = pointOnCurve(HAIRLINE, { segment: 2, t });
      if (Math.abs(on.x - 1000) < Math.abs(crossing.x - 1000)) crossing = on;
    }
    expect(middle.y).toBeCloseTo(crossing.y, 0);
  });

  test('mirrors a line that lies on one side whole, whichever side is asked for', () => {
    const oneSide = HAIRLINE.slice(0, 3);
    for (const from of ['left', 'right'] as const) {
      const mirrored = mirrorHairline(oneSide, flatMirror(UPRIGHT), from);
      expect(mirrored).toHaveLength(6);
      expect(isSymmetric(mirrored, UPRIGHT)).toBe(true);
      expect(mirrored.slice(0, 3)).toEqual(oneSide);
    }
  });

  test('lets a line that all but reaches the midline reach it', () => {
    const mirrored = mirrorHairline([...HAIRLINE.slice(0, 3), p(994, 655)], flatMirror(UPRIGHT), 'left');
    expect(mirrored).toHaveLength(7);
    expect(mirrored[3]?.x).toBeCloseTo(1000, 9);
  });

  test('takes the first crossing of a line that crosses often', () => {
    const often = [p(480, 1000), p(900, 640), p(1080, 600), p(940, 560), p(1100, 520), p(1500, 900)];
    const mirrored = mirrorHairline(often, flatMirror(UPRIGHT), 'left');
    expect(mirrored).toHaveLength(5);
    expect(isSymmetric(mirrored, UPRIGHT)).toBe(true);
  });

  test('leaves alone what is no line', () => {
    expect(mirrorHairline([], flatMirror(UPRIGHT), 'left')).toEqual([]);
    expect(mirrorHairline([p(1, 2)], flatMirror(UPRIGHT), 'left')).toEqual([p(1, 2)]);
  });

  test('changes a symmetric line no further', () => {
    const once = mirrorHairline(HAIRLINE, flatMirror(TILTED), 'left');
    const again = mirrorHairline(once, flatMirror(TILTED), 'right');
    expect(again).toHaveLength(once.length);
    for (const [i, handle] of again.entries()) expect(distance(handle, once[i] ?? p(NaN, NaN))).toBeLessThan(1e-6);
  });

  test('is symmetric, finite and of two handles at least for any line', () => {
    const somewhere = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 2000 }) });
    fc.assert(
      fc.property(
        fc.array(somewhere, { minLength: 2, maxLength: 7 }),
        fc.constantFrom('left' as const, 'right' as const),
        (points, from) => {
          const mirrored = mirrorHairline(points, flatMirror(TILTED), from);
          expect(mirrored.length).toBeGreaterThanOrEqual(2);
          expect(mirrored.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
          expect(isSymmetric(mirrored)).toBe(true);
        },
      ),
      { seed: 21, numRuns: 200 },
    );
  });
});
