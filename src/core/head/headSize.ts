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

/** A figure and its likely error, as a share of it. */
type Likely = readonly [figure: number, error: number];

/** A size of the head by all photos: those that don't show it share what the mean proportions are off by. */
function weighed(sights: readonly HeadSight[], showing: readonly View[], sizeOf: (shape: SkullShape) => Mm): Likely {
  const told = (shows: boolean): Likely =>
    mean(
      sights
        .filter(({ view }) => showing.includes(view) === shows)
        .map((sight) => [sizeOf(sightOf(sight).alone.shape), mmPerPx(sight).errorShare]),
    );
  const [inferred, error] = told(false);
  return mean([told(true), [inferred, Math.hypot(error, PROPORTION_ERROR)]]);
}

/** The mean of figures that err each for itself, weighted by how sure they are; of none, one that is not sure at all. */
function mean(figures: readonly Likely[]): Likely {
  let weights = 0;
  let sum = 0;
  for (const [figure, error] of figures) {
    weights += error ** -2;
    sum += figure * error ** -2;
  }
  return weights === 0 ? [0, Infinity] : [sum / weights, Math.sqrt(1 / weights)];
}
