import type { Mm } from '../../geometry/units';
import { blend3, dot3, type Vec3 } from '../skull/vec3';
import { canthusAcrossMm, type Face } from './face';
import type { HeadInPhoto } from './headInPhoto';
import { middleOfLine } from './lineOnHead';
import { distance3, pieces } from './onSkull';

/** A figure and where on the head it stands. */
export interface Measured {
  readonly mm: Mm;
  readonly at: Vec3;
}

/** Below this height over the glabella a line is the temple's, no longer the front's. Our choice. */
const FRONT_ABOVE_MM: Mm = 25;
/** A line that goes down steeper than this share of its way has turned the corner: 45°. */
const TURNS_DOWN = Math.SQRT1_2;
/** So long a stretch is looked at, that a single bend of the hand is no corner. Our choice. */
const STRETCH_MM: Mm = 7;

/** One side of a line's front, from the middle (or from where the view begins to show it) outwards. */
export function frontHalf(line: readonly Vec3[], face: Face, side: 1 | -1): readonly Vec3[] {
  const across = ([x]: Vec3): Mm => side * (x - face.middleMm);
  const brow = face.at('glabella')[1];
  const half = line.filter((at) => across(at) > 0 && at[1] > brow + FRONT_ABOVE_MM && at[2] > 0);
  const [first, last] = [half[0], half.at(-1)];
  if (first === undefined || last === undefined) return half;
  const ordered = across(first) <= across(last) ? half : half.toReversed();
  const middle = middleOfLine(line, face);
  return middle === null || across(middle) > 0 ? ordered : [middle, ...ordered];
}

/** Where the front turns down the temple: its frontotemporal corner; null where that side is not seen so far. */
export function cornerOf(half: readonly Vec3[]): Vec3 | null {
  for (const [i, from] of half.entries()) {
    const to = half.slice(i + 1).find((at) => distance3(from, at) >= STRETCH_MM);
    if (to === undefined) return null;
    if ((from[1] - to[1]) / distance3(from, to) > TURNS_DOWN) return from;
  }
  return null;
}

/** How far the corner of a side stands outside the lateral canthus' vertical (negative: inside), mm. */
export function beyondCanthus(half: readonly Vec3[], face: Face, head: HeadInPhoto): Measured | null {
  const corner = cornerOf(half);
  if (corner === null) return null;
  return { mm: Math.abs(corner[0] - face.middleMm) - canthusAcrossMm(face, head), at: corner };
}

/** The share of the way to the canthus' vertical within which a front may not fall: beyond it corners are rounded. Our choice. */
const FRONT_SHARE = 0.8;

/** How far a side of the front falls going back, mm upright: in profile a line stays level or rises. */
export function fallOf(half: readonly Vec3[], face: Face, head: HeadInPhoto): Measured | null {
  const reach = FRONT_SHARE * canthusAcrossMm(face, head);
  let highest = -Infinity;
  let most: Measured | null = null;
  for (const at of half) {
    if (Math.abs(at[0] - face.middleMm) > reach) break;
    highest = Math.max(highest, at[1]);
    if (most === null || highest - at[1] > most.mm) most = { mm: highest - at[1], at };
  }
  return most;
}

/** Nearer to the silhouette a hand's pixel is millimetres of head. Our choice. */
const FACES_ENOUGH = 0.3;
/** The ends of the shorter side have no partner on the other. */
const END_MM: Mm = 3;

/** The farthest that one side of a line lies from the other, mirrored on the head; null where not both are seen. */
export function asymmetryOf(line: readonly Vec3[], face: Face, head: HeadInPhoto): Measured | null {
  const seen = line.filter((at) => head.facing(at) > FACES_ENOUGH);
  const mirrored = seen.map(([x, y, z]): Vec3 => [2 * face.middleMm - x, y, z]);
  const right = seen.filter(([x]) => x < face.middleMm);
  const left = seen.filter(([x]) => x >= face.middleMm);
  const reach = (half: readonly Vec3[]): Mm => Math.max(0, ...half.map(([x]) => Math.abs(x - face.middleMm)));
  const lowest = (half: readonly Vec3[]): Mm => Math.min(...half.map(([, y]) => y));
  const widest = Math.min(reach(right), reach(left)) - END_MM;
  const bottom = Math.max(lowest(right), lowest(left)) + END_MM;
  if (widest < MIN_BOTH_MM) return null;
  let most: Measured | null = null;
  for (const at of right) {
    if (Math.abs(at[0] - face.middleMm) > widest || at[1] < bottom) continue;
    const mm = distanceToLine(at, mirrored);
    if (most === null || mm > most.mm) most = { mm, at };
  }
  return most;
}

/** With less of a side in sight symmetry can't be judged. Our choice. */
const MIN_BOTH_MM: Mm = 20;

function distanceToLine(p: Vec3, line: readonly Vec3[]): Mm {
  let nearest = Infinity;
  for (const [a, b] of pieces(line)) {
    const way = blend3(b, 1, a, -1);
    const square = dot3(way, way);
    const t = square > 0 ? Math.min(1, Math.max(0, dot3(blend3(p, 1, a, -1), way) / square)) : 0;
    nearest = Math.min(nearest, distance3(p, blend3(a, 1, way, t)));
  }
  return nearest;
}

/** How far a front leaves a straight level line within the corners, mm upright; null where its middle is not seen. */
export function unevennessOf(line: readonly Vec3[], face: Face, head: HeadInPhoto): Mm | null {
  const reach = FRONT_SHARE * canthusAcrossMm(face, head);
  const heights = ([1, -1] as const).flatMap((side) =>
    frontHalf(line, face, side)
      .filter(([x]) => Math.abs(x - face.middleMm) <= reach)
      .map(([, y]) => y),
  );
  return heights.length < 3 ? null : Math.max(...heights) - Math.min(...heights);
}
