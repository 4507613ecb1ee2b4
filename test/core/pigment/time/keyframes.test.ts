import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../src/core/design/treatment';
import { checkKeyframes, MOST_DAYS, valueAt } from '../../../../src/core/pigment/time/keyframes';

const FRAMES: readonly Keyframe[] = [
  [0, 2],
  [3, 1.9],
  [10, 1],
  [30, 1],
  [365, 1.5],
];
const DAYS = Array.from({ length: 800 }, (_, i) => i / 2);

describe('a curve through keyframes', () => {
  it('goes exactly through each and stays level beyond the ends', () => {
    for (const [days, value] of FRAMES) expect(valueAt(FRAMES, days)).toBe(value);
    expect(valueAt(FRAMES, 5000)).toBe(1.5);
    expect(valueAt(FRAMES.slice(1), 0)).toBe(1.9);
  });

  it('falls and rises only where its keyframes do', () => {
    DAYS.slice(1).forEach((days, i) => {
      const step = valueAt(FRAMES, days) - valueAt(FRAMES, DAYS[i] ?? 0);
      if (days <= 10) expect(step).toBeLessThan(0);
      else if (days <= 30) expect(step).toBe(0);
      else if (days <= 365) expect(step).toBeGreaterThan(0);
    });
  });

  it('never passes a peak', () => {
    const peak: readonly Keyframe[] = [
      [0, 0],
      [10, 1],
      [20, 0.9],
      [300, 0],
    ];
    for (const days of DAYS) expect(valueAt(peak, days)).toBeLessThanOrEqual(1);
  });

  it('has no kink: its slope over log time is the same on both sides of a keyframe', () => {
    for (const [days] of FRAMES.slice(1, -1)) {
      const at = Math.log1p(days);
      const slope = (from: number, to: number): number =>
        (valueAt(FRAMES, Math.expm1(to)) - valueAt(FRAMES, Math.expm1(from))) / (to - from);
      expect(slope(at - 1e-5, at)).toBeCloseTo(slope(at, at + 1e-5), 3);
    }
  });
});

describe('edited keyframes', () => {
  const range = { min: 0, max: 2 };

  it('are taken in order and within their range', () => {
    expect(checkKeyframes(FRAMES, range)).toEqual({ ok: true, value: FRAMES });
  });

  it('are refused with the place and the range', () => {
    expect(checkKeyframes(FRAMES.slice(0, 1), range)).toMatchObject({ error: { kind: 'tooFew' } });
    const late: Keyframe = [MOST_DAYS + 1, 1];
    expect(checkKeyframes([...FRAMES, late], range)).toMatchObject({
      error: { kind: 'outOfRange', field: 'days', index: 5, max: MOST_DAYS },
    });
    expect(checkKeyframes([[0, 2.5], ...FRAMES.slice(1)], range)).toMatchObject({
      error: { kind: 'outOfRange', field: 'value', index: 0, value: 2.5, min: 0, max: 2 },
    });
    const swapped = [FRAMES[1], FRAMES[0]].flatMap((frame) => (frame === undefined ? [] : [frame]));
    expect(checkKeyframes(swapped, range)).toMatchObject({ error: { kind: 'daysNotRising', index: 1 } });
    expect(checkKeyframes([[NaN, 1], ...FRAMES], range).ok).toBe(false);
    expect(checkKeyframes([[0, NaN], ...FRAMES.slice(1)], range).ok).toBe(false);
  });
});
