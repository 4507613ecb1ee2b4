import { describe, expect, it } from 'vitest';
import { DEFAULT_LIGHT, LIGHT_CHOICES, lightOnMarks } from '../../../src/core/pigment/lightChoice';

describe('the light on the marks', () => {
  it('is the photo’s by default and changes nothing', () => {
    expect(lightOnMarks(DEFAULT_LIGHT)).toEqual({ shineOfMarks: 1, contrast: 1 });
  });

  it('is harsher in flash than overhead than in the photo, and softer in daylight and low light', () => {
    const contrasts = (['flash', 'overhead', 'asInPhoto', 'softDaylight', 'lowLight'] as const).map(
      (choice) => lightOnMarks(choice).contrast,
    );
    expect(contrasts).toEqual([...contrasts].sort((a, b) => b - a));
    expect(new Set(contrasts).size).toBe(5);
  });

  it('stays modest', () => {
    for (const choice of LIGHT_CHOICES) {
      const { contrast, shineOfMarks } = lightOnMarks(choice);
      expect(Math.abs(contrast - 1)).toBeLessThan(0.2);
      expect(shineOfMarks).toBeGreaterThanOrEqual(0.7);
      expect(shineOfMarks).toBeLessThanOrEqual(1);
    }
  });
});
