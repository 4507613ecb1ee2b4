import { describe, expect, it } from 'vitest';
import type { PlannedSession, SessionPlan } from '../../../../src/core/design/treatment';
import {
  checkPlan,
  dateOfSession,
  defaultPlan,
  momentOn,
  sessionAges,
  sharesOf,
  shownShare,
  withSessionDate,
} from '../../../../src/core/pigment/time/sessions';

const THREE = defaultPlan(3);

/** The plan with session `session` changed. */
function changed(session: number, change: Partial<PlannedSession>): SessionPlan {
  return { ...THREE, sessions: THREE.sessions.map((each, i) => (i === session ? { ...each, ...change } : each)) };
}

describe('a plan of sessions', () => {
  it('reaches 30, 70 and 100 per cent by default', () => {
    expect(sharesOf(THREE)).toEqual([0.3, 0.7, 1]);
    for (const count of [1, 2, 3, 4]) {
      expect(defaultPlan(count).sessions).toHaveLength(count);
      expect(checkPlan(defaultPlan(count)).ok).toBe(true);
    }
  });

  it('shows nothing before and what each session leaves behind', () => {
    expect([0, 1, 2, 3, 4].map((step) => shownShare(THREE, step))).toEqual([0, 0.3, 0.7, 1, 1]);
  });

  it('has sessions one to four weeks apart', () => {
    THREE.sessions.slice(1).forEach(({ dayOffset }, i) => {
      const apart = dayOffset - (THREE.sessions[i]?.dayOffset ?? 0);
      expect(apart).toBeGreaterThanOrEqual(7);
      expect(apart).toBeLessThanOrEqual(28);
    });
  });

  it('is refused where shares or days do not rise, or do not end whole', () => {
    expect(checkPlan(changed(1, { share: 0.3 }))).toEqual({
      ok: false,
      error: { kind: 'sharesNotRising', session: 1, above: 0.3 },
    });
    expect(checkPlan(changed(2, { share: 0.9 }))).toMatchObject({ error: { kind: 'lastShareNotWhole', share: 0.9 } });
    expect(checkPlan(changed(2, { dayOffset: 14 }))).toMatchObject({ error: { kind: 'daysNotRising', session: 2 } });
  });

  it('is refused with session, field and range where a figure is out of range', () => {
    const error = (plan: SessionPlan): unknown => checkPlan(plan);
    expect(error(changed(1, { dilution: 40 }))).toMatchObject({
      error: { kind: 'outOfRange', session: 1, field: 'dilution', value: 40, min: 6, max: 30 },
    });
    expect(error(changed(0, { depthMm: 3 }))).toMatchObject({ error: { session: 0, field: 'depthMm' } });
    expect(error(changed(0, { share: -0.1 }))).toMatchObject({ error: { session: 0, field: 'share' } });
    expect(error(changed(0, { needle: { kind: '1RL', diameterMm: 1 } }))).toMatchObject({
      error: { field: 'needleMm' },
    });
    expect(error(changed(0, { dayOffset: 3 }))).toMatchObject({ error: { field: 'dayOffset', max: 0 } });
    expect(error(changed(1, { dayOffset: 10.5 }))).toMatchObject({ error: { kind: 'notWholeDays', session: 1 } });
    expect(error({ ...THREE, sessions: [] })).toMatchObject({ error: { field: 'count', min: 1, max: 4 } });
    expect(error({ ...THREE, touchUpDay: 3 })).toMatchObject({ error: { field: 'touchUpDay', min: 90 } });
    expect(error({ ...THREE, firstDate: '2026-02-30' })).toMatchObject({ error: { kind: 'noSuchDate' } });
  });
});

describe('the age of a session', () => {
  it('is counted from its own day, and none before it', () => {
    expect(sessionAges(THREE, 0, 10)).toEqual([null, null, null]);
    expect(sessionAges(THREE, 1, 3)).toEqual([3, null, null]);
    expect(sessionAges(THREE, 3, 30)).toEqual([58, 44, 30]);
  });

  it('starts anew at a touch-up, for all sessions', () => {
    const plan = { ...THREE, touchUpDay: 1000 };
    expect(sessionAges(plan, 3, 999)).toEqual([1027, 1013, 999]);
    expect(sessionAges(plan, 3, 1005)).toEqual([5, 5, 5]);
    expect(sessionAges(plan, 2, 1005)).toEqual([1019, 1005, null]);
  });
});

describe('dates', () => {
  const dated: SessionPlan = { ...THREE, firstDate: '2026-02-20' };

  it('follow from the first session', () => {
    expect([0, 1, 2].map((session) => dateOfSession(dated, session))).toEqual([
      '2026-02-20',
      '2026-03-06',
      '2026-03-20',
    ]);
    expect(dateOfSession(THREE, 0)).toBeNull();
    expect(dateOfSession(dated, 3)).toBeNull();
  });

  it('can be given: the first moves all, a later one only itself', () => {
    expect(withSessionDate(dated, 0, '2026-03-01')).toEqual({ ok: true, value: { ...dated, firstDate: '2026-03-01' } });
    const later = withSessionDate(dated, 2, '2026-04-20');
    expect(later.ok && later.value.sessions.map(({ dayOffset }) => dayOffset)).toEqual([0, 14, 59]);
    expect(withSessionDate(THREE, 1, '2026-03-06')).toEqual({ ok: true, value: dated });
    expect(withSessionDate(dated, 2, '2026-03-01')).toMatchObject({ error: { kind: 'daysNotRising' } });
    expect(withSessionDate(dated, 1, 'soon')).toMatchObject({ error: { kind: 'noSuchDate', date: 'soon' } });
  });

  it('tell the step and the days since', () => {
    expect(momentOn(dated, '2026-02-19')).toEqual({ step: 0, days: 0 });
    expect(momentOn(dated, '2026-03-08')).toEqual({ step: 2, days: 2 });
    expect(momentOn(THREE, '2026-03-08')).toBeNull();
  });
});
