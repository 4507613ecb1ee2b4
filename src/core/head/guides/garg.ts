import type { Mm } from '../../geometry/units';
import { blend3, type Vec3 } from '../skull/vec3';
import type { Face } from './face';
import type { HeadInPhoto } from './headInPhoto';
import { onSkull, type OnSkull } from './onSkull';

/** Every way of the construction but the last is as long; so the method's name. */
export const GARG_MM: Mm = 80;
/** From the frontotemporal point to the temple peak. */
export const GARG_PEAK_MM: Mm = 50;

/** The construction's places on the head; the paired ones on the side asked for. */
export interface Garg {
  /** Glabella. */
  readonly a: Vec3;
  /** Middle of the front of the hairline. */
  readonly b: Vec3;
  /** Frontotemporal point. */
  readonly c: Vec3;
  /** Temple peak. */
  readonly d: Vec3;
  /** Beside the lateral canthus. */
  readonly e: Vec3;
}

/** The glabella on the fitted skull, in the plane of symmetry. */
export function glabellaOn(skull: OnSkull, face: Face): Vec3 {
  const at = face.at('glabella');
  return skull.front(face.middleMm, at[1]) ?? at;
}

/**
 * Garg's "8 cm" method (Garg, 431 men): B lies 8 cm above the glabella A, E 8 cm beside it on its level, the
 * frontotemporal point C 8 cm from B and 8 cm above E, the temple peak D on the line from C to E, 5 cm from C. All lengths
 * are those of a tape on the skin. `side` 1 is the client's left.
 */
export function gargOn(head: HeadInPhoto, face: Face, side: 1 | -1): Garg {
  const skull = onSkull(head.shape);
  const a = glabellaOn(skull, face);
  const b = skull.up(a, GARG_MM);
  const e = skull.level(a, side * GARG_MM);
  const c = fourth(skull, b, e, side);
  const way = skull.skinMm(c, e);
  return { a, b, c, d: skull.between(c, e, GARG_PEAK_MM / way), e };
}

const ROUNDS = 30;
const CLOSE_MM = 1e-4;

/** The place as far from `b` as from `e`, GARG_MM, on the far side of both from the glabella: by Newton's steps on the skin. */
function fourth(skull: OnSkull, b: Vec3, e: Vec3, side: 1 | -1): Vec3 {
  let at = skull.towards(blend3(b, 1, e, 1));
  at = skull.up(skull.level(at, side * 15), 25);
  const miss = (p: Vec3): readonly [Mm, Mm] => [skull.skinMm(b, p) - GARG_MM, skull.skinMm(e, p) - GARG_MM];
  for (let round = 0; round < ROUNDS; round++) {
    const [fb, fe] = miss(at);
    if (Math.hypot(fb, fe) < CLOSE_MM) break;
    const across: Vec3 = [at[0] + 0.5, at[1], at[2]];
    const upward: Vec3 = [at[0], at[1] + 0.5, at[2]];
    const [bx, ex] = miss(skull.towards(across));
    const [by, ey] = miss(skull.towards(upward));
    const [p, q, r, s] = [(bx - fb) / 0.5, (by - fb) / 0.5, (ex - fe) / 0.5, (ey - fe) / 0.5];
    const det = p * s - q * r;
    if (Math.abs(det) < 1e-6) break;
    const dx = (s * fb - q * fe) / det;
    const dy = (p * fe - r * fb) / det;
    const by1 = Math.min(1, 12 / Math.hypot(dx, dy));
    at = skull.towards([at[0] - dx * by1, at[1] - dy * by1, at[2]]);
  }
  return at;
}
