import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canAddSession,
  daysBefore,
  PLAN_PRESETS,
  sharePercentRange,
  withDaysBefore,
  withoutSession,
  withSession,
  withSessionAdded,
  withShares,
} from '../../../../src/core/pigment/time/planEdits';
import {
  checkPlan,
  dateOfSession,
  defaultPlan,
  sharesOf,
  withSessionDate,
} from '../../../../src/core/pigment/time/sessions';

const THREE = defaultPlan(3);

describe('changes to a plan', () => {
  it('never make a plan that would be refused, in whatever order sessions come and go', () => {
    const change = fc.record({ add: fc.boolean(), at: fc.nat(3), days: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let plan = THREE;
        for (const { add, at, days } of changes) {
          if (add && canAddSession(plan)) plan = withSessionAdded(plan);
          else if (!add) plan = withoutSession(plan, at);
          plan = withDaysBefore(plan, at, days);
          expect(checkPlan(plan)).toEqual({ ok: true, value: plan });
        }
      }),
    );
  });

  it('add a session that takes half of what the last one added, two weeks later', () => {
    const four = withSessionAdded(THREE);
    expect(sharesOf(four)).toEqual([0.3, 0.7, 0.85, 1]);
    expect(daysBefore(four, 3)).toBe(14);
    expect(sharesOf(withSessionAdded(defaultPlan(1)))).toEqual([0.5, 1]);
  });

  it('keep the dates of those that remain when the first session goes', () => {
    const dated = withSessionDate(THREE, 0, '2027-01-11');
    if (!dated.ok) throw new Error('refused');
    const left = withoutSession(dated.value, 0);
    expect([dateOfSession(left, 0), dateOfSession(left, 1)]).toEqual(['2027-01-25', '2027-02-08']);
    expect(left.sessions[0]?.dayOffset).toBe(0);
  });

  it('move later sessions along when one is put off', () => {
    const later = withDaysBefore(THREE, 1, 21);
    expect(later.sessions.map(({ dayOffset }) => dayOffset)).toEqual([0, 21, 35]);
  });

  it('take a preset and leave each session its needle, dilution and depth', () => {
    const plan = withSession(THREE, 1, { dilution: 10, depthMm: 0.6 });
    for (const shares of PLAN_PRESETS) expect(checkPlan(withShares(plan, shares)).ok).toBe(true);
    const two = withShares(plan, [0.5, 1]);
    expect(sharesOf(two)).toEqual([0.5, 1]);
    expect(two.sessions[1]).toMatchObject({ dilution: 10, depthMm: 0.6 });
  });

  it('leave a share no room beyond its neighbours', () => {
    expect(sharePercentRange(THREE, 0)).toEqual({ min: 1, max: 69 });
    expect(sharePercentRange(THREE, 1)).toEqual({ min: 31, max: 99 });
    expect(sharePercentRange(THREE, 2)).toBeNull();
  });

  it('leave a document with more sessions than are offered as many as it came with', () => {
    const six = withShares(THREE, [0.1, 0.3, 0.5, 0.7, 0.9, 1]);
    expect(checkPlan(six).ok).toBe(false);
    expect(checkPlan(six, 6).ok).toBe(true);
    expect(canAddSession(six)).toBe(false);
  });
});
