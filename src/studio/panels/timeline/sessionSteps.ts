import { activeDesign } from '../../../core/design/edits';
import { isoDateOfDay } from '../../../core/pigment/time/isoDate';
import { momentOn } from '../../../core/pigment/time/sessions';
import { caseStore } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';

/** Shows the head after a session, 0 for before; a session that the plan does not have is left alone. */
export function showStep(step: number): void {
  const of = caseStore.getState().case;
  const count = of === null ? 0 : (activeDesign(of)?.treatment.plan.sessions.length ?? 0);
  if (step <= count) sessionStore.setState({ step: step === count ? null : step });
}

/** Shows what a plan with dates has come to by today. */
export function showToday(): void {
  const of = caseStore.getState().case;
  const plan = of === null ? undefined : activeDesign(of)?.treatment.plan;
  const moment = plan === undefined ? null : momentOn(plan, today());
  if (moment === null) return;
  showStep(moment.step);
  if (moment.step > 0) sessionStore.setState({ days: moment.days });
}

/** The day on this device's own clock and in its zone. */
function today(): string {
  const now = new Date();
  const DAY_MS = 86_400_000;
  return isoDateOfDay(Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS));
}
