import type { DensityField } from '../../density/field';
import type { Scene, SceneSession } from '../../design/scene';
import { ok, type Result } from '../../result';
import type { Dots } from '../../scatter/dots';
import { keptDots } from '../../scatter/keptDots';
import { sessionOfDots, type SessionSharesError } from '../../scatter/sessions';
import { SET_BY_HAND } from './handDots';

/** The dots that stand after the sessions shown, and the session of each, 0 for the first. */
export interface StandingDots {
  readonly dots: Dots;
  /** Null: all of the first. */
  readonly session: Uint8Array | null;
}

/**
 * Leaves out what sessions that are not shown would add. `field` is the one that the dots were scattered with; those set by
 * hand are of the first session wherever they lie.
 */
export function standingDots(
  dots: Dots,
  field: DensityField,
  sessions: Scene['sessions'],
): Result<StandingDots, SessionSharesError> {
  if (sessions === undefined) return ok({ dots, session: null });
  const shares = sharesOf(sessions);
  const made = sessionOfDots(dots, field, shares);
  if (!made.ok) return made;
  // Where the field is empty no share of it is above nothing.
  for (let i = 0; i < dots.count; i++) if (dots.appearsAt[i] === SET_BY_HAND) made.value[i] = 0;
  return ok(
    shares.length === sessions.length ? { dots, session: made.value } : before(dots, made.value, sessions.length),
  );
}

/** Cumulative shares, rising to 1. Those shown may end below it: then one more session holds what is still to come. */
export function sharesOf(sessions: readonly SceneSession[]): readonly number[] {
  const shown = sessions.map(({ upTo }) => upTo);
  return shown[shown.length - 1] === 1 ? shown : [...shown, 1];
}

/** The dots of sessions below `end`, in their order. */
function before(dots: Dots, session: Uint8Array, end: number): StandingDots {
  const earlier = new Uint32Array(dots.count);
  let count = 0;
  for (let i = 0; i < dots.count; i++) if ((session[i] as number) < end) earlier[count++] = i;
  const kept = earlier.subarray(0, count);
  const sessionOfKept = new Uint8Array(count);
  for (let i = 0; i < count; i++) sessionOfKept[i] = session[kept[i] as number] as number;
  return { dots: keptDots(dots, kept), session: sessionOfKept };
}
