import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeBreadthMm, shapeLengthMm, shapeUpMm, skullForm, skullShape } from '../../../../src/core/head/skull/shape';
import type { Vec3 } from '../../../../src/core/head/skull/vec3';
import { unit3 } from '../../../../src/core/head/skull/vec3';

const mean = skullShape(152, 197, 87);
const sizes = fc.tuple(
  fc.integer({ min: 125, max: 175 }),
  fc.integer({ min: 165, max: 225 }),
  fc.integer({ min: 75, max: 100 }),
);
const away = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }))
  .filter(([x, y, z]) => x * x + y * y + z * z > 100);

/** The square of a place's distance over the surface's in its direction: 1 on the surface. */
const level = (form: ReturnType<typeof skullForm>, [x, y, z]: Vec3): number => {
  const square = x * x + y * y + z * z;
  const [ux, uy, uz] = unit3([x, y, z]);
  return square / form.radiusSquared(ux, uy, uz);
};

const outwards = (way: Vec3, mm: number): Vec3 => {
  const [x, y, z] = unit3(way);
  return [x * mm, y * mm, z * mm];
};

describe('the skull', () => {
  test('has the breadth, length and height that it was asked for', () => {
    fc.assert(
      fc.property(sizes, ([breadth, length, up]) => {
        const shape = skullShape(breadth, length, up);
        const form = skullForm(shape);
        let [x, y] = [0, 0];
        for (let azimuth = 0; azimuth < Math.PI; azimuth += 0.01)
          x = Math.max(x, Math.sqrt(form.radiusSquared(Math.sin(azimuth), 0, Math.cos(azimuth))) * Math.sin(azimuth));
        for (let elevation = 0.5; elevation < Math.PI - 0.5; elevation += 0.01)
          y = Math.max(
            y,
            Math.sqrt(form.radiusSquared(0, Math.sin(elevation), Math.cos(elevation))) * Math.sin(elevation),
          );
        expect(Math.abs(2 * x - breadth)).toBeLessThan(0.1);
        expect(Math.abs(y - up)).toBeLessThan(0.15);
        expect(Math.abs(shapeBreadthMm(shape) - breadth)).toBeLessThan(0.1);
        expect(Math.abs(shapeUpMm(shape) - up)).toBeLessThan(0.1);
        expect(shapeLengthMm(shape)).toBeCloseTo(length, 9);
      }),
      { numRuns: 20 },
    );
  });

  test('is crossed by a line through its very centre', () => {
    const form = skullForm(mean);
    for (const aside of [0, 5e-324, 1e-170]) {
      const t = form.crossing([-1_500, 0, 0], 1_500, 0, aside);
      expect(1_500 * (1 - t)).toBeCloseTo(Math.sqrt(form.radiusSquared(-1, 0, 0)), 6);
    }
  });

  test('has a normal along its own steepest rise, the same from both sides of every seam', () => {
    const form = skullForm(mean);
    const found = new Float64Array(3);
    fc.assert(
      fc.property(away, (at) => {
        const [x, y, z] = at;
        form.gradient(x, y, z, found);
        const step = 1e-4;
        const size = Math.hypot(...found);
        for (const axis of [0, 1, 2] as const) {
          const moved = (by: number): Vec3 => [
            x + (axis === 0 ? by : 0),
            y + (axis === 1 ? by : 0),
            z + (axis === 2 ? by : 0),
          ];
          const slope = (level(form, moved(step)) - level(form, moved(-step))) / (2 * step);
          expect(Math.abs(slope - (found[axis] as number))).toBeLessThan(1e-5 * size);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is met by a line where it is, and not beside it', () => {
    const form = skullForm(mean);
    fc.assert(
      fc.property(away, away, (from, target) => {
        const o = outwards(from, 1500);
        const inside = outwards(target, 60);
        const d: Vec3 = [inside[0] - o[0], inside[1] - o[1], inside[2] - o[2]];
        const t = form.crossing(o, ...d);
        expect(t).toBeLessThan(1);
        expect(level(form, [o[0] + d[0] * t, o[1] + d[1] * t, o[2] + d[2] * t])).toBeCloseTo(1, 6);
        const past = outwards(target, 260);
        // A line at right angles to the way out passes far beside the head.
        const across: Vec3 = [past[1], -past[0], 0];
        if (Math.hypot(...across) > 1) expect(form.crossing(past, ...across)).toBeNaN();
      }),
      { numRuns: 200 },
    );
  });
});
