import { describe, expect, it } from 'vitest';
import { checkDepth, DEPTH_RANGE, depthLook, depthWarning } from '../../../../src/core/pigment/colour/depth';

const DEPTHS = [0.75, 0.9, 1, 1.25, 1.5, 1.75, 2];

describe('a deeper mark', () => {
  it('is as designed at the default depth, exactly', () => {
    expect(depthLook(DEPTH_RANGE.default)).toEqual({ size: 1, softness: 1, seen: [1, 1, 1] });
  });

  it('is wider and softer, up to three times at 2 mm', () => {
    const looks = [0.25, 0.5, ...DEPTHS].map(depthLook);
    looks.slice(1).forEach((look, i) => {
      expect(look.size).toBeGreaterThan(looks[i]?.size ?? Infinity);
      expect(look.softness).toBeGreaterThan(looks[i]?.softness ?? Infinity);
    });
    expect(depthLook(2).size).toBeCloseTo(3, 10);
    expect(depthLook(1).size).toBeLessThan(1.15);
  });

  it('is paler in every colour and cooler: of blue least is still taken', () => {
    DEPTHS.slice(1).forEach((depth, i) => {
      const [red, green, blue] = depthLook(depth).seen;
      const above = depthLook(DEPTHS[i] ?? 0).seen;
      expect(red).toBeLessThan(above[0]);
      expect(green).toBeLessThan(red);
      expect(blue).toBeLessThan(green);
      expect(blue / red).toBeLessThan(above[2] / above[0]);
    });
  });
});

describe('the warning of depth', () => {
  it('speaks of blue on fair skin beyond 1 mm, and of skin that is not known', () => {
    for (const skin of [1, 2, 3, null] as const) {
      expect(depthWarning(1.2, skin)).toEqual({ kind: 'blueShift', depthMm: 1.2, limitMm: 1 });
      expect(depthWarning(1, skin)).toBeNull();
    }
  });

  it('speaks of the careful range on dark skin and where work is shallow', () => {
    expect(depthWarning(1.2, 4)).toEqual({ kind: 'notCareful', depthMm: 1.2, minMm: 0.5, maxMm: 1 });
    expect(depthWarning(0.3, 1)).toMatchObject({ kind: 'notCareful' });
  });

  it('is not for depths out of range, which are refused', () => {
    expect(checkDepth(2.1)).toMatchObject({ error: { field: 'depthMm', min: 0.25, max: 2 } });
    expect(checkDepth(0.25).ok).toBe(true);
  });
});
