import type { Case, Photo } from '../../../core/design/case';
import { activeDesign } from '../../../core/design/edits';
import type { SessionPlan } from '../../../core/design/treatment';
import { HEALED_DAY } from '../../../core/pigment/time/healingCurves';
import { dayOfIsoDate } from '../../../core/pigment/time/isoDate';

/** The photo whose plan a result is held against: the one it follows, else one of the same view that is drawn on. */
export function plannedPhotoFor(of: Case, result: Photo): Photo | undefined {
  const drawnOn = (photo: Photo): boolean =>
    activeDesign(of)?.areas.some((area) => area.photoId === photo.id && area.kind !== 'exclusion') ?? false;
  const candidates = of.photos.filter((photo) => photo.purpose === 'design' && photo.id !== result.id);
  return (
    candidates.find((photo) => photo.id === result.followsId) ??
    candidates.find((photo) => photo.view === result.view && drawnOn(photo)) ??
    candidates.find((photo) => photo.view === result.view)
  );
}

/**
 * What the plan shows on a date: how many sessions are done by then, and the days since the last of them. Without both
 * dates: all of them, healed.
 */
export function momentOn(plan: SessionPlan, date: string | null): { readonly step: number; readonly days: number } {
  const first = plan.firstDate === null ? null : dayOfIsoDate(plan.firstDate);
  const then = date === null ? null : dayOfIsoDate(date);
  if (first === null || then === null) return { step: plan.sessions.length, days: HEALED_DAY };
  const done = plan.sessions.filter(({ dayOffset }) => first + dayOffset <= then);
  const last = done.at(-1);
  return last === undefined ? { step: 0, days: 0 } : { step: done.length, days: then - first - last.dayOffset };
}
