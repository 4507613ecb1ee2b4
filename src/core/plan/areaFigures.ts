import type { Scene, SceneArea, SceneSession } from '../design/scene';
import type { SessionPlan } from '../design/treatment';
import { insideRings } from '../geometry/rings';
import { DEFAULT_LOOK } from '../pigment/markFigures';
import { dotsOfScene, type SceneDotsError } from '../pigment/sceneDots';
import { ok, type Result } from '../result';
import type { AreaFigures } from './planSheet';

/**
 * Lays the dots of a scene as the picture does and counts them by area and session; a dot where areas overlap belongs to
 * the topmost, the last. What the scene says of sessions shown is no matter: the whole plan is counted. About as long as
 * one scattering: some 10 ms for a whole head.
 */
export function areaFigures(scene: Scene, plan: SessionPlan): Result<readonly AreaFigures[], SceneDotsError> {
  const sessions = plan.sessions.map(({ share }): SceneSession => ({ upTo: share, look: DEFAULT_LOOK }));
  const laid = dotsOfScene({ ...scene, sessions });
  if (!laid.ok) return laid;
  const counts = scene.areas.map(() => sessions.map(() => 0));
  if (laid.value !== null) {
    const { dots, session } = laid.value;
    for (let i = 0; i < dots.count; i++) {
      const area = areaAt(scene.areas, dots.x[i] as number, dots.y[i] as number);
      const of = counts[area];
      const at = session === null ? 0 : (session[i] as number);
      if (of !== undefined) of[at] = (of[at] ?? 0) + 1;
    }
  }
  return ok(scene.areas.map(({ id, areaCm2 }, i) => ({ id, cm2: areaCm2, dotsBySession: counts[i] ?? [] })));
}

/** The topmost area at a place; the lowest where none claims it, for a dot on the very edge. */
function areaAt(areas: readonly SceneArea[], x: number, y: number): number {
  for (let i = areas.length - 1; i > 0; i--) if (insideRings([areas[i]?.ringCm ?? []], x, y)) return i;
  return 0;
}
