import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/core/pigment/time/sessions';
import { workingHours } from '../../../src/core/plan/hours';
import { sessionWork } from '../../../src/core/plan/sessionWork';

describe('the work of each session', () => {
  it('adds up to all dots, whatever their number', () => {
    for (const all of [0, 1, 9_999, 12_345]) {
      const work = sessionWork(defaultPlan(3), all);
      expect(work.reduce((sum, { dots }) => sum + dots, 0)).toBe(all);
    }
  });

  it('takes three hours for 14,000 dots, and follows the technician’s own pace', () => {
    expect(workingHours(14_000)).toBe(3);
    expect(sessionWork(defaultPlan(1), 14_000, 7_000)).toEqual([{ dots: 14_000, hours: 6 }]);
  });
});
