import type { SessionPlanProblem } from '../../../core/pigment/sessions';
import { formatNumber, text } from '../../texts/texts';

/** What is wrong with a plan, with the range, as the technician reads it. */
export function planSentence(problem: SessionPlanProblem): string {
  switch (problem.kind) {
    case 'outOfRange':
      return text(`planning.outOfRange.${problem.field}`, {
        min: formatNumber(problem.min, digitsOf(problem.min)),
        max: formatNumber(problem.max, digitsOf(problem.max)),
      });
    case 'sharesNotRising':
      return text('planning.sharesNotRising', { percent: formatNumber(problem.above * 100) });
    case 'daysNotRising':
      return text('planning.daysNotRising', { n: problem.session + 1, before: problem.session });
    case 'lastShareNotWhole':
    case 'notWholeDays':
    case 'noSuchDate':
      return text(`planning.${problem.kind}`);
    default:
      return problem satisfies never;
  }
}

const digitsOf = (value: number): number => (Number.isInteger(value) ? 0 : 2);
