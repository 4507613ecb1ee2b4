import type { Mm } from '../geometry/units';
import type { HeadSight, HeadSize, View } from './headPhoto';
import { mmPerPx, PROPORTION_ERROR } from './scale';
import { shapeBreadthMm, shapeLengthMm, type SkullShape } from './skull/shape';
import { hasPart, sightOf } from './skull/sight';

const SHOWS_BREADTH: readonly View[] = ['front', 'top', 'crown'];
const SHOWS_LENGTH: readonly View[] = ['left', 'right', 'top'];

/** Whether something was measured on a photo of the head, from which the head's own size follows. */
export function isMeasured(sight: HeadSight): boolean {
  const { source } = mmPerPx(sight);
  return hasPart(sight) && source !== 'estimate' && source !== 'otherPhoto';
}

/**
 * How large a head is by the photos on which something was measured, the surer ones for more; null where there is none. What a
 * view does not show follows from the mean head's proportions, and is so much less sure.
 */
export function headSizeOf(measured: readonly HeadSight[]): HeadSize | null {
  if (measured.length === 0) return null;
  const [breadthMm, breadthError] = weighed(measured, SHOWS_BREADTH, shapeBreadthMm);
  const [lengthMm, lengthError] = weighed(measured, SHOWS_LENGTH, shapeLengthMm);
  return { breadthMm, breadthError, lengthMm, lengthError };
}

/** A size of the head by all photos, and its likely error as a share of it. */
function weighed(
  sights: readonly HeadSight[],
  showing: readonly View[],
  sizeOf: (shape: SkullShape) => Mm,
): readonly [Mm, number] {
  let weights = 0;
  let sum = 0;
  for (const sight of sights) {
    const error = Math.hypot(mmPerPx(sight).errorShare, showing.includes(sight.view) ? 0 : PROPORTION_ERROR);
    weights += 1 / error ** 2;
    sum += sizeOf(sightOf(sight).alone.shape) / error ** 2;
  }
  return [sum / weights, Math.sqrt(1 / weights)];
}
