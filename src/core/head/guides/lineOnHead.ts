import { flattenCurve } from '../../geometry/curve';
import { polylinePoints } from '../../geometry/polygon';
import type { Mm, PhotoPoint } from '../../geometry/units';
import { blend3, type Vec3 } from '../skull/vec3';
import type { Face } from './face';
import { glabellaOn } from './garg';
import type { HeadInPhoto } from './headInPhoto';
import { onSkull, pieces } from './onSkull';

/** Photo px; a hairline's own drawing is not finer. */
const TOLERANCE_PX = 0.5;

/** A drawn line on the head: its places one by one, without those beside the head. */
export const lineOnHead = (handles: readonly PhotoPoint[], head: HeadInPhoto): readonly Vec3[] =>
  polylinePoints(flattenCurve(handles, TOLERANCE_PX))
    .map(head.toHead)
    .filter((at) => at !== null);

/** A line that ends this near to the middle was meant to begin there: a profile shows no more of it. Our choice. */
const REACHES_MIDDLE_MM: Mm = 22;

/** Where a line crosses the face's middle above the brow; in profile the end that comes nearest to it. Null where neither. */
export function middleOfLine(line: readonly Vec3[], face: Face): Vec3 | null {
  const x = face.middleMm;
  const brow = face.at('glabella')[1];
  for (const [a, b] of pieces(line)) {
    if ((a[0] - x) * (b[0] - x) > 0 || a[1] < brow) continue;
    const share = a[0] === b[0] ? 0 : (x - a[0]) / (b[0] - a[0]);
    return blend3(a, 1 - share, b, share);
  }
  const ends = [line[0], line.at(-1)].filter((end) => end !== undefined && end[1] > brow && end[2] > 0);
  const nearest = ends.sort((a, b) => Math.abs((a?.[0] ?? 0) - x) - Math.abs((b?.[0] ?? 0) - x))[0];
  return nearest !== undefined && Math.abs(nearest[0] - x) <= REACHES_MIDDLE_MM ? nearest : null;
}

/** Height of a line's middle above the glabella as a tape measures it, mm; null where the line does not reach the middle. */
export function heightOfLineMm(line: readonly Vec3[], face: Face, head: HeadInPhoto): Mm | null {
  const middle = middleOfLine(line, face);
  if (middle === null) return null;
  const skull = onSkull(head.shape);
  const glabella = glabellaOn(skull, face);
  const top = skull.front(face.middleMm, middle[1]) ?? middle;
  return skull.skinMm(glabella, top);
}
