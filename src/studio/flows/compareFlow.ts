import type { Case, Photo } from '../../core/design/case';
import { activeDesign } from '../../core/design/edits';
import type { SessionPlan } from '../../core/design/treatment';
import { dayOfIsoDate } from '../../core/pigment/isoDate';
import { HEALED_DAY } from '../../core/pigment/healingCurves';
import { cancelTool } from '../canvas/toolDesk';
import { caseStore } from '../state/caseStore';
import { sessionStore } from '../state/sessionStore';

/** So many pictures can be told apart on one screen. Our choice. */
export const MOST_COMPARED = 4;

/** Lays designs side by side: the active one and those beside it. */
export function openCompare(): void {
  const of = caseStore.getState().case;
  if (of === null || of.designs.length < 2) return;
  cancelTool();
  const active = of.designs.findIndex((design) => design.id === of.activeDesignId);
  // Two fill the screen best; with more, the client chooses.
  const first = Math.max(0, Math.min(active, of.designs.length - 2));
  const ids = of.designs.length <= MOST_COMPARED ? of.designs : of.designs.slice(first, first + 2);
  sessionStore.setState({ comparing: { kind: 'designs', designIds: ids.map(({ id }) => id) }, dialog: null });
}

/** Lays a photo of what came of the treatment beside the plan for that day. */
export function openResult(photoId: string): void {
  cancelTool();
  sessionStore.setState({ comparing: { kind: 'result', photoId }, dialog: null });
}

export const closeCompare = (): void => {
  sessionStore.setState({ comparing: null });
};

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
