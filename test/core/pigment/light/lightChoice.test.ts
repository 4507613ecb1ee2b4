import { describe, expect, it } from 'vitest';
import { DEFAULT_LIGHT, LIGHT_CHOICES, lightOnMarks } from '../../../../src/core/pigment/light/lightChoice';

describe('the light on the marks', () => {
  it('is the photo’s by default and changes nothing', () => {
    expect(lightOnMarks(DEFAULT_LIGHT)).toEqual({ shineOfMarks: 1, contrast: 1, haze: 1, gloss: 1 });
  });

  it('is harsher in flash than overhead than in the photo, and softer in daylight and low light', () => {
    const contrasts = (['flash', 'overhead', 'asInPhoto', 'softDaylight', 'lowLight'] as const).map(
      (choice) => lightOnMarks(choice).contrast,
    );
    expect(contrasts).toEqual([...contrasts].sort((a, b) => b - a));
    expect(new Set(contrasts).size).toBe(5);
  });

  it('stays honest: marks within a third of the photo’s own, and shine never made', () => {
    for (const choice of LIGHT_CHOICES) {
      const { contrast, shineOfMarks } = lightOnMarks(choice);
      expect(Math.abs(contrast - 1)).toBeLessThan(0.33);
      expect(shineOfMarks).toBeGreaterThan(0.3);
      expect(shineOfMarks).toBeLessThanOrEqual(1);
    }
  });

  it('flattens the haze in flash, leaves most gloss there and takes most under a matt product', () => {
    for (const choice of LIGHT_CHOICES) {
      expect(lightOnMarks(choice).haze).toBeGreaterThanOrEqual(lightOnMarks('flash').haze);
      expect(lightOnMarks(choice).gloss).toBeGreaterThanOrEqual(lightOnMarks('flash').gloss);
      expect(lightOnMarks(choice).gloss).toBeLessThanOrEqual(lightOnMarks('matt').gloss);
    }
  });
});
