import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODES, modePolynomial, modeSlopes, modeValues } from '../../../../src/core/head/skull/modes';
import { skullBreadthMm } from '../../../../src/core/head/skull/breadth';
import { shapeBreadthMm, skullForm, skullShape } from '../../../../src/core/head/skull/shape';
import { unit3 } from '../../../../src/core/head/skull/vec3';

const share = fc.double({ min: -1, max: 1, noNaN: true });
/** As large as heads may have them and more. */
const amplitudes = fc
  .array(share, { minLength: MODES.length, maxLength: MODES.length })
  .map((shares) => shares.map((each, k) => 0.06 * Math.min(1, (3 / (MODES[k]?.degree ?? 3)) ** 2) * each));
const direction = fc
  .tuple(share, share, share)
  .filter(([x, y, z]) => x * x + y * y + z * z > 0.01)
  .map(unit3);

describe('the modes of a skull', () => {
  test('are all harmonics of the second to the eighth degree but the two that are its sizes', () => {
    for (let degree = 2; degree <= 8; degree++) {
      const own = MODES.filter((mode) => mode.degree === degree);
      expect(own).toHaveLength(2 * degree + 1 - (degree === 2 ? 2 : 0));
      expect(new Set(own.map(({ order, lopsided }) => (lopsided ? -order : order))).size).toBe(own.length);
    }
    expect(MODES).toHaveLength(75);
  });

  test('of one degree favour no direction: their covariance is Legendre’s polynomial in the cosine between two', () => {
    const [a, b] = [new Float64Array(MODES.length), new Float64Array(MODES.length)];
    fc.assert(
      fc.property(direction, direction, (p, q) => {
        modeValues(...p, a);
        modeValues(...q, b);
        const cosine = p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
        let [before, legendre] = [cosine, 1.5 * cosine ** 2 - 0.5];
        for (let degree = 3; degree <= 8; degree++) {
          [before, legendre] = [legendre, ((2 * degree - 1) * cosine * legendre - (degree - 1) * before) / degree];
          let sum = 0;
          for (const [k, mode] of MODES.entries()) if (mode.degree === degree) sum += (a[k] ?? 0) * (b[k] ?? 0);
          expect(sum).toBeCloseTo(legendre, 9);
        }
      }),
    );
  });

  test('are alike on both sides, or opposite where they are lopsided', () => {
    const [right, left] = [new Float64Array(MODES.length), new Float64Array(MODES.length)];
    fc.assert(
      fc.property(direction, ([u, v, w]) => {
        modeValues(u, v, w, right);
        modeValues(-u, v, w, left);
        for (const [k, { lopsided }] of MODES.entries())
          expect(left[k]).toBeCloseTo((right[k] ?? 0) * (lopsided ? -1 : 1), 12);
      }),
    );
  });

  test('have the slopes of their sum', () => {
    const found = new Float64Array(4);
    fc.assert(
      fc.property(amplitudes, direction, (values, [u, v, w]) => {
        const each = new Float64Array(MODES.length);
        const sumAt = (x: number, y: number, z: number): number => {
          modeValues(x, y, z, each);
          return values.reduce((sum, value, k) => sum + value * (each[k] ?? 0), 0);
        };
        modeSlopes(modePolynomial(values), u, v, w, found);
        const step = 1e-5;
        expect(found[0]).toBeCloseTo(sumAt(u, v, w), 12);
        const rise = (du: number, dv: number, dw: number): number =>
          (sumAt(u + du, v + dv, w + dw) - sumAt(u - du, v - dv, w - dw)) / (2 * step);
        expect(found[1]).toBeCloseTo(rise(step, 0, 0), 6);
        expect(found[2]).toBeCloseTo(rise(0, step, 0), 6);
        expect(found[3]).toBeCloseTo(rise(0, 0, step), 6);
      }),
    );
  });

  test('leave normals along the steepest rise, and crossings on the surface', () => {
    const found = new Float64Array(3);
    fc.assert(
      fc.property(amplitudes, direction, direction, (modes, u, aim) => {
        const form = skullForm({ ...skullShape(152, 197, 87), modes });
        const level = (x: number, y: number, z: number): number =>
          (x * x + y * y + z * z) / form.radiusSquared(...unit3([x, y, z]));
        const [x, y, z] = [u[0] * 80, u[1] * 80, u[2] * 80];
        form.gradient(x, y, z, found);
        const step = 1e-3;
        const size = Math.hypot(...found);
        expect(Math.abs((level(x + step, y, z) - level(x - step, y, z)) / (2 * step) - (found[0] ?? 0))).toBeLessThan(
          1e-4 * size,
        );
        expect(Math.abs((level(x, y + step, z) - level(x, y - step, z)) / (2 * step) - (found[1] ?? 0))).toBeLessThan(
          1e-4 * size,
        );
        const o = [u[0] * 1_500, u[1] * 1_500, u[2] * 1_500] as const;
        const d = [aim[0] * 40 - o[0], aim[1] * 40 - o[1], aim[2] * 40 - o[2]] as const;
        const t = form.crossing(o, ...d);
        expect(level(o[0] + d[0] * t, o[1] + d[1] * t, o[2] + d[2] * t)).toBeCloseTo(1, 5);
      }),
      { numRuns: 60 },
    );
  });
});

test('a skull is as broad as from its widest place on one side to that on the other', () => {
  const mean = skullShape(152, 197, 87);
  expect(skullBreadthMm(mean)).toBe(shapeBreadthMm(mean));
  expect(Math.abs(skullBreadthMm({ ...mean, modes: MODES.map(() => 0) }) - 152)).toBeLessThan(0.1);
  const atSides = new Float64Array(MODES.length);
  modeValues(1, 0, 0, atSides);
  const wider = MODES.map(({ degree, order, lopsided }, k) =>
    degree === 4 && order === 4 && !lopsided ? -0.04 / (atSides[k] ?? 1) : 0,
  );
  expect(Math.abs(skullBreadthMm({ ...mean, modes: wider }) / (152 / Math.sqrt(0.96)) - 1)).toBeLessThan(0.004);
});
