import type { SessionPlanProblem } from '../../../../core/pigment/time/sessions';
import { formatNumber, text } from '../../../texts/texts';

/** What is wrong with a plan, with the range, as the technician reads it. */
export function planSentence(problem: SessionPlanProblem): string {
  switch (problem.kind) {
    case 'outOfRange':
      if ('session' in problem && problem.field === 'dayOffset' && problem.value < problem.min) {
        return notAfter(problem.session);
      }
      return text(`planning.outOfRange.${problem.field}`, {
        min: formatNumber(problem.min, digitsOf(problem.min)),
        max: formatNumber(problem.max, digitsOf(problem.max)),
      });
    case 'sharesNotRising':
      return text('planning.sharesNotRising', { percent: formatNumber(problem.above * 100) });
    case 'daysNotRising':
      return notAfter(problem.session);
    case 'lastShareNotWhole':
    case 'notWholeDays':
    case 'noSuchDate':
      return text(`planning.${problem.kind}`);
    default:
      return problem satisfies never;
  }
}

const notAfter = (session: number): string => text('planning.daysNotRising', { n: session + 1, before: session });

const digitsOf = (value: number): number => (Number.isInteger(value) ? 0 : 2);
