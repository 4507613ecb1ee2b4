import type { SessionPlan } from '../design/treatment';
import { workingHours } from './hours';

/** What one session adds, as an estimate. */
export interface SessionWork {
  readonly dots: number;
  readonly hours: number;
}

/** Dots and hours of each session when all sessions together lay `allDots`, at a pace of `paceDots` in PACE_HOURS. */
export function sessionWork(plan: SessionPlan, allDots: number, paceDots?: number): readonly SessionWork[] {
  const standing = plan.sessions.map(({ share }) => Math.round(share * allDots));
  return standing.map((after, session) => {
    const dots = after - (standing[session - 1] ?? 0);
    return { dots, hours: workingHours(dots, paceDots) };
  });
}
