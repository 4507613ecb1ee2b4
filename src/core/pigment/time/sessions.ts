import type { IsoDate, PlannedSession, SessionPlan } from '../../design/treatment';
import { err, ok, type Result } from '../../result';
import { DEPTH_RANGE, checkDepth } from '../colour/depth';
import { checkDilution, DILUTION_RANGE } from '../colour/dilution';
import { dayOfIsoDate, isoDateOfDay } from './isoDate';
import { checkNeedle, DEFAULT_NEEDLE } from '../colour/needle';
import { inRange, type OutOfRange } from '../rangeCheck';

export const SESSION_COUNT = { min: 1, max: 4 } as const;

/**
 * Share of the final density that stands after each session. Three reach 30, 70 and 100 % (published) and an optional
 * fourth refines; the shares for other counts are our choice.
 */
const DEFAULT_SHARES: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [0.5, 1],
  3: [0.3, 0.7, 1],
  4: [0.3, 0.65, 0.9, 1],
};

/** Sessions are 1–4 weeks apart (practitioners' pages); two weeks is our choice. */
export const DAYS_APART = 14;
/** A session adds at least a hundredth: our choice. */
const SHARE_RANGE = { min: 0.01, max: 1 } as const;
/** The last session of a plan lies within two years of the first: our choice, beyond that it is a touch-up. */
const LAST_DAY = 730;
/** Touch-ups are due at 2–5 years (practitioners' pages); the range is our choice. */
export const TOUCH_UP_DAYS = { min: 90, max: 3650, step: 1, default: 1095 } as const;

/** The plan for 1–4 sessions (other counts are taken to the nearest), without a date. */
export function defaultPlan(count: number): SessionPlan {
  const shares = DEFAULT_SHARES[Math.round(Math.min(SESSION_COUNT.max, Math.max(SESSION_COUNT.min, count)))] ?? [1];
  return {
    firstDate: null,
    touchUpDay: null,
    sessions: shares.map((share, session) => ({
      share,
      needle: DEFAULT_NEEDLE,
      dilution: DILUTION_RANGE.default,
      depthMm: DEPTH_RANGE.default,
      dayOffset: session * DAYS_APART,
    })),
  };
}

type SessionField = 'share' | 'dilution' | 'depthMm' | 'needleMm' | 'dayOffset';

export type SessionPlanProblem =
  | OutOfRange<'count' | 'touchUpDay'>
  /** In session `session`, 0 for the first. */
  | (OutOfRange<SessionField> & { readonly session: number })
  | { readonly kind: 'sharesNotRising'; readonly session: number; readonly above: number }
  | { readonly kind: 'lastShareNotWhole'; readonly share: number }
  | { readonly kind: 'notWholeDays'; readonly session: number; readonly dayOffset: number }
  | { readonly kind: 'daysNotRising'; readonly session: number; readonly above: number }
  | { readonly kind: 'noSuchDate'; readonly date: string };

/**
 * The plan, or the first thing that is wrong with it. A plan that came with more sessions than are offered may keep them:
 * `most` is how many it may have.
 */
export function checkPlan(
  plan: SessionPlan,
  most: number = SESSION_COUNT.max,
): Result<SessionPlan, SessionPlanProblem> {
  const { sessions, firstDate, touchUpDay } = plan;
  const count = inRange('count', sessions.length, { ...SESSION_COUNT, max: Math.max(SESSION_COUNT.max, most) });
  if (!count.ok) return count;
  for (const [session, planned] of sessions.entries()) {
    const checked = checkSession(planned, session, sessions[session - 1]);
    if (!checked.ok) return checked;
  }
  const last = sessions[sessions.length - 1];
  if (last?.share !== 1) return err({ kind: 'lastShareNotWhole', share: last?.share ?? 0 });
  if (firstDate !== null && dayOfIsoDate(firstDate) === null) return err({ kind: 'noSuchDate', date: firstDate });
  if (touchUpDay !== null) {
    const due = inRange('touchUpDay', touchUpDay, TOUCH_UP_DAYS);
    if (!due.ok) return due;
  }
  return ok(plan);
}

function checkSession(
  planned: PlannedSession,
  session: number,
  before: PlannedSession | undefined,
): Result<PlannedSession, SessionPlanProblem> {
  const checks = [
    inRange('share', planned.share, SHARE_RANGE),
    checkDilution(planned.dilution),
    checkDepth(planned.depthMm),
    checkNeedle(planned.needle),
    // The first session is day 0: the others are counted from it.
    inRange('dayOffset', planned.dayOffset, { min: 0, max: before === undefined ? 0 : LAST_DAY }),
  ];
  for (const check of checks) if (!check.ok) return err({ ...check.error, session });
  const { dayOffset } = planned;
  if (!Number.isInteger(dayOffset)) return err({ kind: 'notWholeDays', session, dayOffset });
  if (before !== undefined && planned.share <= before.share) {
    return err({ kind: 'sharesNotRising', session, above: before.share });
  }
  if (before !== undefined && dayOffset <= before.dayOffset) {
    return err({ kind: 'daysNotRising', session, above: before.dayOffset });
  }
  return ok(planned);
}

/** What the picture shows: 0 before the first session, k after the k-th. */
export type SessionStep = number;

/** Share of the final density that stands at a step: 0 before, and after session k its share; beyond the last all. */
export function shownShare(plan: SessionPlan, step: SessionStep): number {
  if (step <= 0) return 0;
  return plan.sessions[Math.floor(step) - 1]?.share ?? 1;
}

/** The cumulative shares as the scattering takes them. */
export const sharesOf = (plan: SessionPlan): readonly number[] => plan.sessions.map(({ share }) => share);

/**
 * Days since each session, `days` after the session of the step; null for those still to come. Once a touch-up after the
 * last session is due all dots are as fresh as it made them.
 */
export function sessionAges(plan: SessionPlan, step: SessionStep, days: number): readonly (number | null)[] {
  const { sessions, touchUpDay } = plan;
  const shown = Math.min(Math.floor(step), sessions.length);
  const now = sessions[shown - 1];
  const touchedUp = shown === sessions.length && touchUpDay !== null && days >= touchUpDay ? days - touchUpDay : null;
  return sessions.map((planned, session) =>
    now === undefined || session >= shown ? null : (touchedUp ?? now.dayOffset - planned.dayOffset + days),
  );
}

/** The date of a session, null while the plan has none. */
export function dateOfSession(plan: SessionPlan, session: number): IsoDate | null {
  const first = plan.firstDate === null ? null : dayOfIsoDate(plan.firstDate);
  const planned = plan.sessions[session];
  return first === null || planned === undefined ? null : isoDateOfDay(first + planned.dayOffset);
}

/**
 * The plan with a session on a date. Moving the first one moves the others with it; giving a later one its date in a plan
 * without dates dates the plan. Whether the order still holds is checkPlan's to say.
 */
export function withSessionDate(
  plan: SessionPlan,
  session: number,
  date: IsoDate,
): Result<SessionPlan, SessionPlanProblem> {
  const day = dayOfIsoDate(date);
  const planned = plan.sessions[session];
  if (day === null || planned === undefined) return err({ kind: 'noSuchDate', date });
  const first = plan.firstDate === null ? null : dayOfIsoDate(plan.firstDate);
  if (session === 0 || first === null) {
    return checkPlan({ ...plan, firstDate: isoDateOfDay(day - planned.dayOffset) }, plan.sessions.length);
  }
  const sessions = plan.sessions.map((each) => (each === planned ? { ...each, dayOffset: day - first } : each));
  return checkPlan({ ...plan, sessions }, sessions.length);
}

/** The step and the days after its session at a date; null while the plan has no dates. */
export function momentOn(plan: SessionPlan, date: IsoDate): { step: SessionStep; days: number } | null {
  const day = dayOfIsoDate(date);
  const first = plan.firstDate === null ? null : dayOfIsoDate(plan.firstDate);
  if (day === null || first === null) return null;
  const since = day - first;
  const step = plan.sessions.filter(({ dayOffset }) => dayOffset <= since).length;
  return { step, days: since - (plan.sessions[step - 1]?.dayOffset ?? since) };
}
