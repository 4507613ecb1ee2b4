import { describe, expect, it } from 'vitest';
import { grainAt, layGrain } from '../../../../src/core/pigment/light/grain';
import { SPLAT_STEPS } from '../../../../src/core/pigment/marks/splat';

const SIDE = 240;
const PX_PER_MM = 10;

/** A sum of marks that is even but for a corner without any, under the grain. */
function grained(scale: number, originX = 0, originY = 0, density = 1): Int32Array {
  const sum = new Int32Array(SIDE * SIDE).fill(density * SPLAT_STEPS);
  sum.fill(0, 0, SIDE);
  layGrain(sum, { width: SIDE, height: SIDE, scale, originX, originY }, PX_PER_MM);
  return sum;
}

const inside = (sum: Int32Array): readonly number[] => [...sum.subarray(SIDE)].map((each) => each / SPLAT_STEPS);
const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

describe('the grain of marks', () => {
  it('leaves marks as they are at the photo’s own size and smaller', () => {
    for (const scale of [0.125, 0.5, 1]) for (const each of inside(grained(scale))) expect(each).toBe(1);
  });

  it('mottles enlarged marks by about as much as it says, and lays nothing where none are', () => {
    const sum = grained(8);
    const values = inside(sum);
    const middle = mean(values);
    const sd = Math.sqrt(mean(values.map((each) => (each - middle) ** 2)));
    expect(sd).toBeGreaterThan(0.8 * grainAt(8));
    expect(sd).toBeLessThan(1.2 * grainAt(8));
    expect(sum.subarray(0, SIDE).every((each) => each === 0)).toBe(true);
  });

  it('takes as much light as without', () => {
    for (const density of [0.3, 0.9, 1.5]) {
      const light = mean(inside(grained(4, 0, 0, density)).map((each) => Math.exp(-each)));
      expect(Math.abs(light / Math.exp(-density) - 1)).toBeLessThan(0.06);
    }
  });

  it('stays with the skin when the picture moves', () => {
    const still = grained(4, -40, -80);
    const moved = grained(4, -52, -80);
    for (let y = 1; y < SIDE; y += 7) {
      for (let x = 12; x < SIDE; x += 5) expect(moved[y * SIDE + x - 12]).toBe(still[y * SIDE + x]);
    }
  });
});
