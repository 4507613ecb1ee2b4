import { describe, expect, it } from 'vitest';
import { NODE_STEP_MM } from '../../../src/core/density/field';
import { slowNoise, type SlowNoise } from '../../../src/core/density/noise';
import { NATURAL_VARIATION, variationFactor, variationNoise } from '../../../src/core/density/variation';

const SIDE = 400;
const STEP_CM = NODE_STEP_MM / 10;
const GRID = { originX: -200 * STEP_CM, originY: -200 * STEP_CM, step: STEP_CM, columns: SIDE, rows: SIDE };

function valuesOf(noise: SlowNoise): Float32Array {
  const values = new Float32Array(SIDE * SIDE);
  noise.fill(GRID, new Uint8Array(values.length).fill(1), values);
  return values;
}

const seeds = [1, 2, 3, 4, 5, 6];
const natural = seeds.map((seed) => valuesOf(variationNoise(seed)));
const meanOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const overAll = (of: (value: number) => number): number =>
  meanOf(natural.map((values) => values.reduce((sum, each) => sum + of(each), 0) / values.length));

describe('the factor of natural variation', () => {
  it.each([0.3, 0.6])('has the spread that is asked for and the mean 1 (%f)', (lnSd) => {
    const factor = variationFactor(lnSd);
    expect(Math.abs(overAll(factor) - 1)).toBeLessThan(0.01);
    const middle = overAll((value) => Math.log(factor(value)));
    expect(Math.sqrt(overAll((value) => (Math.log(factor(value)) - middle) ** 2))).toBeCloseTo(lnSd, 1);
  });

  it('rises with the noise, and falls farther in gaps than it rises in clusters', () => {
    const factor = variationFactor(NATURAL_VARIATION.lnSd);
    for (let noise = -3; noise < 2.9; noise += 0.1) expect(factor(noise + 0.1)).toBeGreaterThan(factor(noise));
    expect(Math.log(factor(0) / factor(-2))).toBeGreaterThan(1.5 * Math.log(factor(2) / factor(0)));
  });
});

describe('the noise of natural variation', () => {
  /** Mean correlation of places so many nodes apart, along and across. */
  const correlation = (values: Float32Array, nodes: number): number => {
    let sum = 0;
    let count = 0;
    for (let row = 0; row + nodes < SIDE; row++) {
      for (let column = 0; column + nodes < SIDE; column++) {
        const at = row * SIDE + column;
        const here = values[at] as number;
        sum += here * (values[at + nodes] as number) + here * (values[at + nodes * SIDE] as number);
        count += 2;
      }
    }
    return sum / count;
  };
  const least = (all: readonly Float32Array[]): number =>
    Math.min(...[4, 5, 6, 7, 8, 9, 10, 12].map((nodes) => meanOf(all.map((each) => correlation(each, nodes)))));

  it('has no spacing of its own: clusters of all sizes lie at all distances, not like spots', () => {
    expect(least(natural)).toBeGreaterThan(-0.06);
    expect(least(seeds.map((seed) => valuesOf(slowNoise(seed, NATURAL_VARIATION.wavelengthMm))))).toBeLessThan(-0.08);
  });

  it('is the same at a place as at its node, and linear between', () => {
    const noise = variationNoise(3);
    const values = valuesOf(noise);
    const node = (column: number, row: number): number => values[row * SIDE + column] ?? NaN;
    for (const [column, row] of [
      [13, 7],
      [136, 199],
      [263, 328],
    ] as const) {
      const [x, y] = [GRID.originX + column * GRID.step, GRID.originY + row * GRID.step];
      expect(noise.at(x, y)).toBeCloseTo(node(column, row), 4);
      const between = (node(column, row) + node(column + 1, row)) / 2;
      expect(noise.at(x + GRID.step / 2, y)).toBeCloseTo(between, 4);
    }
  });
});
