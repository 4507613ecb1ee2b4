import { describe, expect, it } from 'vitest';
import { checkNeedle, DEFAULT_NEEDLE, freshSizeFactor } from '../../../../src/core/pigment/colour/needle';

describe('a needle', () => {
  it('leaves a fresh mark 1.7 to 2 times as wide as the healed one, more with a thicker one and with three', () => {
    expect(freshSizeFactor({ kind: '1RL', diameterMm: 0.18 })).toBeCloseTo(1.7, 10);
    expect(freshSizeFactor({ kind: '3RL', diameterMm: 0.3 })).toBeCloseTo(2, 10);
    expect(freshSizeFactor({ kind: '1RL', diameterMm: 0.25 })).toBeGreaterThan(
      freshSizeFactor({ kind: '1RL', diameterMm: 0.2 }),
    );
    expect(freshSizeFactor(DEFAULT_NEEDLE)).toBeGreaterThan(freshSizeFactor({ ...DEFAULT_NEEDLE, kind: '1RL' }));
  });

  it('is refused outside 0.18 to 0.30 mm', () => {
    expect(checkNeedle(DEFAULT_NEEDLE).ok).toBe(true);
    expect(checkNeedle({ kind: '1RL', diameterMm: 0.4 })).toMatchObject({ error: { min: 0.18, max: 0.3, value: 0.4 } });
  });
});
