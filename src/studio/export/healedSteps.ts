import type { Case } from '../../core/design/case';
import { activeDesign, activePhoto } from '../../core/design/edits';
import type { Scene } from '../../core/design/scene';
import { sceneOf } from '../../core/design/sceneOf';
import type { IsoDate } from '../../core/design/treatment';
import { HEALED_DAY } from '../../core/pigment/time/healingCurves';
import { dayOfIsoDate, isoDateOfDay } from '../../core/pigment/time/isoDate';
import { DEFAULT_LIGHT } from '../../core/pigment/light/lightChoice';
import { sessionsAt } from '../../core/pigment/time/sessionsAt';

/** The outcome of one session of the active design on the active photo, healed. */
export interface HealedStep {
  /** 1 for the first. */
  readonly session: number;
  readonly of: number;
  /** Day of the session where it is planned. */
  readonly date: IsoDate | null;
  readonly scene: Scene;
}

/** Every session's outcome, in order; none where nothing is drawn or what is drawn cannot be filled. */
export function healedSteps(of: Case): readonly HealedStep[] {
  const photo = activePhoto(of);
  const design = activeDesign(of);
  if (photo === undefined || design === undefined) return [];
  const scene = sceneOf(of, photo.id);
  if (!scene.ok || scene.value.areas.length + scene.value.handDots.added.length === 0) return [];
  const { sessions, firstDate } = design.treatment.plan;
  return sessions.flatMap(({ dayOffset }, index): HealedStep[] => {
    const step = index + 1;
    const shown = sessionsAt(design, { step, days: HEALED_DAY, light: DEFAULT_LIGHT });
    const date = dateOf(firstDate, dayOffset);
    return [{ session: step, of: sessions.length, date, scene: { ...scene.value, sessions: shown } }];
  });
}

function dateOf(first: IsoDate | null, dayOffset: number): IsoDate | null {
  const day = first === null ? null : dayOfIsoDate(first);
  return day === null ? null : isoDateOfDay(day + Math.round(dayOffset));
}
