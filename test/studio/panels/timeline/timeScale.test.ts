import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, placeOfDay, snapped, TIME_STOPS, timeStops } from '../../../../src/studio/panels/timeline/timeScale';

const anyTouchUp = fc.option(fc.integer({ min: 90, max: 3650 }), { nil: null });

describe('the time slider', () => {
  it('stands on every stop exactly, wherever a touch-up lies', () => {
    fc.assert(
      fc.property(anyTouchUp, (touchUpDay) => {
        const stops = timeStops(touchUpDay);
        stops.forEach((day, stop) => {
          expect(dayAt(stop, stops)).toBe(day);
          expect(placeOfDay(day, stops)).toBeCloseTo(stop, 9);
        });
      }),
    );
  });

  it('moves forward in time as it moves on, and stays within the first day and the last stop', () => {
    const place = fc.double({ min: -2, max: 14, noNaN: true });
    fc.assert(
      fc.property(anyTouchUp, place, fc.double({ min: 0, max: 3, noNaN: true }), (touchUpDay, a, by) => {
        const stops = timeStops(touchUpDay);
        expect(dayAt(a + by, stops)).toBeGreaterThanOrEqual(dayAt(a, stops));
        expect(dayAt(a, stops)).toBeGreaterThanOrEqual(0);
        expect(dayAt(a, stops)).toBeLessThanOrEqual(stops.at(-1) ?? 0);
      }),
    );
  });

  it('finds the place of a day again, to the day', () => {
    for (let day = 0; day <= 1825; day += 7) expect(dayAt(placeOfDay(day))).toBe(day);
  });

  it('stops at the touch-up and once it has healed, in order', () => {
    expect(timeStops(null)).toBe(TIME_STOPS);
    expect(timeStops(730)).toEqual([0, 3, 7, 10, 30, 182, 365, 730, 760, 1095, 1825]);
    expect(timeStops(1825)).toEqual([0, 3, 7, 10, 30, 182, 365, 1095, 1825, 1855, 2190]);
    fc.assert(
      fc.property(anyTouchUp, (touchUpDay) => {
        const stops = timeStops(touchUpDay);
        expect(stops.every((stop, at) => at === 0 || stop > (stops[at - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('takes a hand that is near a stop to mean it', () => {
    expect([4.1, 3.9, 4.3].map(snapped)).toEqual([4, 4, 4.3]);
  });
});
