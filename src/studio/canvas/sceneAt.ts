import type { Case } from '../../core/design/case';
import { activeDesign } from '../../core/design/edits';
import type { Scene } from '../../core/design/scene';
import { sceneOf } from '../../core/design/sceneOf';
import { sessionsAt, type ShownMoment } from '../../core/pigment/time/sessionsAt';

/** The active design on one photo at a moment; null where nothing can be laid. */
export function sceneAt(of: Case, photoId: string, moment: ShownMoment): Scene | null {
  const scene = sceneOf(of, photoId);
  const design = activeDesign(of);
  if (!scene.ok || design === undefined) return null;
  // A plan of fewer sessions has come to its end by then.
  const { sessions } = design.treatment.plan;
  const step = moment.step === null || moment.step >= sessions.length ? null : moment.step;
  return { ...scene.value, sessions: sessionsAt(design, { ...moment, step }) };
}
