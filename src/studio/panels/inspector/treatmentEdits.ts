import type { PlannedSession, Treatment } from '../../../core/design/treatment';
import { commit } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';

export interface TreatmentProps {
  readonly treatment: Treatment;
}

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

/** One undo step. */
export const keep = (edit: ReturnType<typeof set>): void => {
  sessionStore.setState({ draft: null });
  commit(edit);
};
