import { describe, expect, it } from 'vitest';
import { dayOfIsoDate, isoDateOfDay } from '../../../../src/core/pigment/time/isoDate';

describe('a date', () => {
  it('counts the days that the calendar counts, over leap years and centuries', () => {
    for (const date of ['1970-01-01', '1969-12-31', '2000-02-29', '2024-12-31', '2026-03-31', '2100-03-01']) {
      const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
      expect(dayOfIsoDate(date)).toBe(day);
      expect(isoDateOfDay(day)).toBe(date);
    }
    for (let day = -800; day < 30_000; day += 97) expect(dayOfIsoDate(isoDateOfDay(day))).toBe(day);
  });

  it('is none where the calendar has no such day', () => {
    for (const text of ['', '2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', 'today']) {
      expect(dayOfIsoDate(text)).toBeNull();
    }
  });
});
