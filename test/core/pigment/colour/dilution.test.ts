import { describe, expect, it } from 'vitest';
import { checkDilution, concentrationOf, DILUTION_RANGE } from '../../../../src/core/pigment/colour/dilution';

describe('dilution', () => {
  it('lets through at 20:1 the cube root of what 6:1 does', () => {
    expect(concentrationOf(20) / concentrationOf(6)).toBeCloseTo(1 / 3, 15);
  });

  it('is refused outside its range, with the range', () => {
    expect(checkDilution(6)).toEqual({ ok: true, value: 6 });
    expect(checkDilution(30)).toEqual({ ok: true, value: 30 });
    for (const dilution of [5, 31, NaN]) {
      expect(checkDilution(dilution)).toEqual({
        ok: false,
        error: { kind: 'outOfRange', field: 'dilution', value: dilution, min: 6, max: 30 },
      });
    }
    expect(checkDilution(DILUTION_RANGE.default).ok).toBe(true);
  });
});
