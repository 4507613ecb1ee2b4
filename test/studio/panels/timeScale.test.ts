import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, placeOfDay, TIME_STOPS } from '../../../src/studio/panels/timeScale';

describe('the time slider', () => {
  it('stands on every stop exactly', () => {
    TIME_STOPS.forEach((day, stop) => {
      expect(dayAt(stop)).toBe(day);
      expect(placeOfDay(day)).toBeCloseTo(stop, 9);
    });
  });

  it('moves forward in time as it moves on, and stays within the first day and five years', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 12, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), (a, by) => {
        expect(dayAt(a + by)).toBeGreaterThanOrEqual(dayAt(a));
        expect(dayAt(a)).toBeGreaterThanOrEqual(0);
        expect(dayAt(a)).toBeLessThanOrEqual(1825);
      }),
    );
  });

  it('finds the place of a day again, to the day', () => {
    for (let day = 0; day <= 1825; day += 7) expect(dayAt(placeOfDay(day))).toBe(day);
  });
});
