import type { PlannedSession, SessionPlan } from '../../design/treatment';
import { dayOfIsoDate, isoDateOfDay } from './isoDate';
import { DAYS_APART, defaultPlan, SESSION_COUNT } from './sessions';

/**
 * Changes to a plan that keep it whole: shares rise to 1, the first session is day 0. Whether all figures are in their
 * ranges afterwards is checkPlan's to say.
 */

/** Cumulative shares that are offered at one tap: published 30–70–100, two halves, and all at once (our choice). */
export const PLAN_PRESETS: readonly (readonly number[])[] = [[0.3, 0.7, 1], [0.5, 1], [1]];

/** The plan with sessions that reach these shares: those known keep all else, new ones follow the one before. */
export function withShares(plan: SessionPlan, shares: readonly number[]): SessionPlan {
  const sessions: PlannedSession[] = [];
  for (const [session, share] of shares.entries()) {
    const known = plan.sessions[session];
    const before = sessions[session - 1];
    if (known !== undefined) sessions.push({ ...known, share });
    else if (before !== undefined) sessions.push({ ...before, share, dayOffset: before.dayOffset + DAYS_APART });
    else sessions.push(...defaultPlan(1).sessions);
  }
  return { ...plan, sessions };
}

/** One session more at the end; what was the last leaves it half of the dots that it added. */
export function withSessionAdded(plan: SessionPlan): SessionPlan {
  const shares = plan.sessions.map(({ share }) => share);
  const before = shares.at(-2) ?? 0;
  return withShares(plan, [...shares.slice(0, -1), toPercent((before + 1) / 2), 1]);
}

/** The plan without a session; the only one stays. Those that remain keep their dates, and the last reaches all. */
export function withoutSession(plan: SessionPlan, session: number): SessionPlan {
  const left = plan.sessions.filter((_, each) => each !== session);
  const first = left[0];
  if (first === undefined) return plan;
  const moved = first.dayOffset;
  const day = plan.firstDate === null ? null : dayOfIsoDate(plan.firstDate);
  return {
    ...plan,
    firstDate: day === null ? plan.firstDate : isoDateOfDay(day + moved),
    sessions: left.map((each, at) => ({
      ...each,
      dayOffset: each.dayOffset - moved,
      share: at === left.length - 1 ? 1 : each.share,
    })),
  };
}

/** The plan with one session changed. */
export const withSession = (plan: SessionPlan, session: number, change: Partial<PlannedSession>): SessionPlan => ({
  ...plan,
  sessions: plan.sessions.map((each, at) => (at === session ? { ...each, ...change } : each)),
});

/** Days between a session and the one before it; 0 for the first. */
export const daysBefore = (plan: SessionPlan, session: number): number =>
  (plan.sessions[session]?.dayOffset ?? 0) - (plan.sessions[session - 1]?.dayOffset ?? 0);

/** The plan with a session so many days after the one before it; all later ones move along. */
export function withDaysBefore(plan: SessionPlan, session: number, days: number): SessionPlan {
  const moved = days - daysBefore(plan, session);
  return {
    ...plan,
    sessions: plan.sessions.map((each, at) =>
      at >= session && session > 0 ? { ...each, dayOffset: each.dayOffset + moved } : each,
    ),
  };
}

/** What the cumulative share of a session may be between its neighbours, whole per cent; null for the last: it is all. */
export function sharePercentRange(plan: SessionPlan, session: number): { min: number; max: number } | null {
  const next = plan.sessions[session + 1];
  if (next === undefined) return null;
  const before = plan.sessions[session - 1];
  return { min: Math.floor((before?.share ?? 0) * 100 + 1), max: Math.ceil(next.share * 100 - 1) };
}

/** Whether a plan can take one more. */
export const canAddSession = (plan: SessionPlan): boolean => plan.sessions.length < SESSION_COUNT.max;

const toPercent = (share: number): number => Math.round(share * 100) / 100;
