import type { IsoDate, Needle, PigmentChoice, SessionPlan, Treatment } from '../design/treatment';
import { DAYS_APART, dateOfSession } from '../pigment/time/sessions';
import type { Cm2, Mm } from '../geometry/units';
import { workingHours } from './hours';

/** What one area asks for: its size on the scalp and the dots that each session adds in it. */
export interface AreaFigures {
  readonly id: string;
  readonly cm2: Cm2;
  /** More entries than the plan has sessions: in those dots that stand are gone over once more. */
  readonly dotsBySession: readonly number[];
}

export interface SheetArea {
  readonly id: string;
  readonly cm2: Cm2;
  readonly dots: number;
}

export interface SheetSession {
  /** 1 for the first. */
  readonly number: number;
  /** Dots that it adds. */
  readonly dots: number;
  /** Estimated hours at the clinic's pace, without pauses. */
  readonly hours: number;
  /** Share of the final density that stands after it, 0–1. */
  readonly share: number;
  readonly needle: Needle;
  /** Parts of water to one of pigment. */
  readonly dilution: number;
  readonly depthMm: Mm;
  /** Null while the plan has no dates; then `dayOffset` says how long after the first. */
  readonly date: IsoDate | null;
  readonly dayOffset: number;
}

/** All that the plan says in figures. */
export interface PlanSheet {
  readonly areas: readonly SheetArea[];
  readonly sessions: readonly SheetSession[];
  readonly pigment: PigmentChoice;
  readonly cm2: Cm2;
  readonly dots: number;
  readonly hours: number;
}

/**
 * The plan of a treatment for its areas, at a pace in dots for three hours (hours.ts). Dots and hours are the sums of the
 * rows; `togetherCm2` is the scalp under all areas, each place once, and without it the sum of theirs.
 */
export function planSheet(
  areas: readonly AreaFigures[],
  { plan, pigment }: Pick<Treatment, 'plan' | 'pigment'>,
  paceDots?: number,
  togetherCm2?: Cm2,
): PlanSheet {
  const inOrder = withExtraSessions(plan, areas);
  const sessions = inOrder.sessions.map((planned, session): SheetSession => {
    const dots = sum(areas.map(({ dotsBySession }) => dotsBySession[session] ?? 0));
    const { share, needle, dilution, depthMm, dayOffset } = planned;
    return {
      number: session + 1,
      dots,
      hours: workingHours(dots, paceDots),
      share,
      needle,
      dilution,
      depthMm,
      date: dateOfSession(inOrder, session),
      dayOffset,
    };
  });
  return {
    areas: areas.map(({ id, cm2, dotsBySession }) => ({ id, cm2, dots: sum(dotsBySession) })),
    sessions,
    pigment,
    cm2: togetherCm2 ?? sum(areas.map(({ cm2 }) => cm2)),
    dots: sum(sessions.map(({ dots }) => dots)),
    hours: sum(sessions.map(({ hours }) => hours)),
  };
}

/** The plan with sessions like its last, as far apart as usual, for areas that are gone over again. */
function withExtraSessions(plan: SessionPlan, areas: readonly AreaFigures[]): SessionPlan {
  const last = plan.sessions.at(-1);
  const most = areas.reduce((count, { dotsBySession }) => Math.max(count, dotsBySession.length), 0);
  if (last === undefined || most <= plan.sessions.length) return plan;
  const extra = Array.from({ length: most - plan.sessions.length }, (_, i) => {
    return { ...last, dayOffset: last.dayOffset + (i + 1) * DAYS_APART };
  });
  return { ...plan, sessions: [...plan.sessions, ...extra] };
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
