import { describe, expect, it } from 'vitest';
import { CLOUD_LN_SD } from '../../../../src/core/pigment/marks/markFigures';
import { NATURAL_VARIATION, variationFactor, variationNoise } from '../../../../src/core/density/variation';
import { slowVariation } from '../../../../src/core/pigment/haze/slowVariation';

const values = (at: (x: number, y: number) => number): readonly number[] =>
  Array.from({ length: 40_000 }, (_, i) => at((i % 200) * 0.21, Math.floor(i / 200) * 0.21));

const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;

describe('the slow variation', () => {
  it('keeps the mean and has the spread asked for', () => {
    const { cloudAt, rednessAt } = slowVariation(7);
    expect(Math.abs(mean(values(cloudAt)) - 1)).toBeLessThan(0.03);
    expect(Math.abs(mean(values(rednessAt)) - 1)).toBeLessThan(0.02);
    const logs = values(cloudAt).map(Math.log);
    const middle = mean(logs);
    expect(Math.sqrt(mean(logs.map((each) => (each - middle) ** 2)))).toBeGreaterThan(0.85 * CLOUD_LN_SD);
  });

  it('keeps the mean of the marks, which stand where they are strong', () => {
    const factor = variationFactor(NATURAL_VARIATION.lnSd);
    for (const seed of [7, 8]) {
      const noise = variationNoise(seed);
      const { strengthAt } = slowVariation(seed);
      const dots = values((x, y) => factor(noise.at(x, y)));
      const strengths = values(strengthAt);
      const strong = mean(dots.map((each, i) => each * (strengths[i] ?? 0)));
      expect(Math.abs(strong / mean(dots) - 1)).toBeLessThan(0.02);
    }
  });

  it('is smooth over a millimetre, also from block to block and left of the origin', () => {
    const { cloudAt } = slowVariation(7);
    for (let x = -7; x < 7; x += 0.01) {
      expect(Math.abs(Math.log(cloudAt(x + 0.01, -3.2) / cloudAt(x, -3.2)))).toBeLessThan(0.25);
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect(slowVariation(7).cloudAt(1.23, 4.5)).toBe(slowVariation(7).cloudAt(1.23, 4.5));
    expect(slowVariation(8).cloudAt(1.23, 4.5)).not.toBe(slowVariation(7).cloudAt(1.23, 4.5));
  });
});
