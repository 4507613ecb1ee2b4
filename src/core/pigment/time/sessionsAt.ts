import type { Design } from '../../design/case';
import type { Look, SceneSession } from '../../design/scene';
import { ownAreaPigments } from '../../design/sceneOf';
import type { PigmentChoice } from '../../design/treatment';
import type { LightChoice } from '../light/lightChoice';
import { looksOf } from '../lookOf';
import type { SessionStep } from './sessions';

/** The moment at which a design is shown. */
export interface ShownMoment {
  /** 0 before the first session, k after the k-th, null after the last. */
  readonly step: SessionStep | null;
  /** Days after the session of the step. */
  readonly days: number;
  readonly light: LightChoice;
}

/**
 * The sessions of a design that have been by a moment, and how the dots of each look then, in the design's pigment and in
 * those of its areas. None where a pigment is not known any more.
 */
export function sessionsAt(
  { treatment, areas }: Pick<Design, 'treatment' | 'areas'>,
  { step, days, light }: ShownMoment,
): readonly SceneSession[] {
  const { sessions } = treatment.plan;
  const looksIn = (pigment: PigmentChoice): readonly (Look | null)[] => {
    const looks = looksOf({ ...treatment, pigment, step: step ?? sessions.length, days, light });
    return looks.ok ? looks.value : [];
  };
  const looks = looksIn(treatment.pigment);
  const others = ownAreaPigments({ areas }).map(looksIn);
  return sessions.flatMap(({ share }, session): SceneSession[] => {
    const look = looks[session] ?? null;
    if (look === null) return [];
    const own = others.map((each) => each[session] ?? look);
    return [{ upTo: share, look, ...(own.length > 0 ? { others: own } : {}) }];
  });
}
