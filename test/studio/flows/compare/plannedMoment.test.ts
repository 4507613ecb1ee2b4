import { describe, expect, it } from 'vitest';
import { DEFAULT_TREATMENT } from '../../../../src/core/design/treatment';
import { HEALED_DAY } from '../../../../src/core/pigment/time/healingCurves';
import { momentOn } from '../../../../src/studio/flows/compare/plannedMoment';

const plan = { ...DEFAULT_TREATMENT.plan, firstDate: '2026-01-01' };

describe('the moment of a plan on a date', () => {
  it.each([
    ['2025-12-31', 0, 0],
    ['2026-01-01', 1, 0],
    ['2026-01-14', 1, 13],
    ['2026-01-15', 2, 0],
    ['2026-02-28', 3, 30],
  ])('on %s is step %i and %i days', (date, step, days) => {
    expect(momentOn(plan, date)).toEqual({ step, days });
  });

  it('is the healed end where a date is missing', () => {
    const end = { step: plan.sessions.length, days: HEALED_DAY };
    expect(momentOn(plan, null)).toEqual(end);
    expect(momentOn({ ...plan, firstDate: null }, '2026-02-01')).toEqual(end);
  });
});
