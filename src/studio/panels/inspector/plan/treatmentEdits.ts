import { activeDesign } from '../../../../core/design/edits';
import type { PlannedSession, SessionPlan, Treatment } from '../../../../core/design/treatment';
import { checkPlan, type SessionPlanProblem } from '../../../../core/pigment/time/sessions';
import { commit } from '../../../state/caseStore';
import { sessionStore } from '../../../state/sessionStore';
import { useCaseWithDraft } from '../../../state/useStores';

export interface TreatmentProps {
  readonly treatment: Treatment;
}

/** The treatment on the desk as the picture shows it; undefined without a design. */
export const useTreatment = (): Treatment | undefined =>
  useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.treatment));

export const set = (treatment: Partial<Treatment>) => ({ type: 'setTreatment' as const, treatment });

/** The same for every session: what differs between them is edited with the plan. */
export const everySession = (treatment: Treatment, change: Partial<PlannedSession>) =>
  set({
    plan: { ...treatment.plan, sessions: treatment.plan.sessions.map((each) => ({ ...each, ...change })) },
  });

/** While a hand drags: for the picture only. */
export const draft = (edit: ReturnType<typeof set>): void => {
  sessionStore.setState({ draft: edit });
};

export const dropDraft = (): void => {
  sessionStore.setState({ draft: null });
};

/** One undo step. */
export const keep = (edit: ReturnType<typeof set>): void => {
  sessionStore.setState({ draft: null });
  commit(edit);
};

/** A plan that would be refused is not drafted either: the last good one stays in sight. */
export function draftPlan(before: SessionPlan, plan: SessionPlan): void {
  const checked = checkPlan(plan, before.sessions.length);
  if (checked.ok) draft(set({ plan: checked.value }));
}

/** One undo step, or what is wrong with the plan; then the last good one stays. */
export function keepPlan(before: SessionPlan, plan: SessionPlan): SessionPlanProblem | null {
  const checked = checkPlan(plan, before.sessions.length);
  if (!checked.ok) {
    dropDraft();
    return checked.error;
  }
  keep(set({ plan: checked.value }));
  return null;
}
