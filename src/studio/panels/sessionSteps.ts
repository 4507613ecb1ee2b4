import { activeDesign } from '../../core/design/edits';
import { caseStore } from '../state/caseStore';
import { sessionStore } from '../state/sessionStore';

/** Shows the head after a session, 0 for before; a session that the plan does not have is left alone. */
export function showStep(step: number): void {
  const of = caseStore.getState().case;
  const count = of === null ? 0 : (activeDesign(of)?.treatment.plan.sessions.length ?? 0);
  if (step <= count) sessionStore.setState({ step: step === count ? null : step });
}
