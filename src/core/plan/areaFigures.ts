import type { Scene, SceneArea, SceneScar, SceneSession } from '../design/scene';
import type { SessionPlan } from '../design/treatment';
import { insideRings } from '../geometry/rings';
import { DEFAULT_LOOK } from '../pigment/marks/markFigures';
import { dotsOfScene, type SceneDotsError } from '../pigment/dots/sceneDots';
import type { HairDistance } from '../pigment/hair/visibleHairs';
import { ok, type Result } from '../result';
import type { AreaFigures } from './planSheet';

/**
 * Lays the dots of a scene as the picture does and counts them by area and session; a dot where areas overlap belongs to
 * the topmost, the last. Sessions that go over a scar again follow those of the plan, with its dots once more. What the scene says of sessions shown is no matter: the whole plan is counted. About as long as
 * one scattering: some 10 ms for a whole head.
 */
export function areaFigures(
  scene: Scene,
  plan: SessionPlan,
  hairMm: HairDistance | null = null,
): Result<readonly AreaFigures[], SceneDotsError> {
  const sessions = plan.sessions.map(({ share }): SceneSession => ({ upTo: share, look: DEFAULT_LOOK }));
  const laid = dotsOfScene({ ...scene, sessions }, undefined, hairMm);
  if (!laid.ok) return laid;
  const counts = scene.areas.map(() => sessions.map(() => 0));
  const onTissue = scene.areas.map(() => 0);
  if (laid.value !== null) {
    const { dots, session } = laid.value;
    for (let i = 0; i < dots.count; i++) {
      const area = areaAt(scene.areas, dots.x[i] as number, dots.y[i] as number);
      const of = counts[area];
      const at = session === null ? 0 : (session[i] as number);
      if (of !== undefined) of[at] = (of[at] ?? 0) + 1;
      if (isTissue(scene.areas[area], dots.x[i] as number, dots.y[i] as number)) {
        onTissue[area] = (onTissue[area] ?? 0) + 1;
      }
    }
  }
  return ok(
    scene.areas.map((area, i) => {
      const goneOver = new Array<number>(area.kind === 'scar' ? area.extraSessions : 0).fill(onTissue[i] ?? 0);
      return { id: area.id, cm2: area.areaCm2, dotsBySession: [...(counts[i] ?? []), ...goneOver] };
    }),
  );
}

/** The topmost area at a place; the lowest where none claims it, for a dot on the very edge. */
function areaAt(areas: readonly SceneArea[], x: number, y: number): number {
  for (let i = areas.length - 1; i > 0; i--) {
    const area = areas[i];
    if (area !== undefined && holds(area, x, y)) return i;
  }
  return 0;
}

function holds(area: SceneArea, x: number, y: number): boolean {
  switch (area.kind) {
    case 'hairline':
      return insideRings([area.ringCm], x, y);
    case 'zone':
      return insideRings(area.ringsCm, x, y);
    case 'scar':
      return distanceCm(area, x, y) * 10 <= area.widthMm / 2 + area.blendMm;
    default:
      return area satisfies never;
  }
}

const isTissue = (area: SceneArea | undefined, x: number, y: number): boolean =>
  area?.kind === 'scar' && area.extraSessions > 0 && distanceCm(area, x, y) * 10 <= area.widthMm / 2;

/** From a scar's path, or from the nearest of its marks' centres. */
function distanceCm({ form, pointsCm }: SceneScar, x: number, y: number): number {
  let nearest = Infinity;
  for (let i = 0; i + 1 < pointsCm.length; i += 2) {
    const ax = pointsCm[i] as number;
    const ay = pointsCm[i + 1] as number;
    const dx = form === 'strip' && i + 3 < pointsCm.length ? (pointsCm[i + 2] as number) - ax : 0;
    const dy = form === 'strip' && i + 3 < pointsCm.length ? (pointsCm[i + 3] as number) - ay : 0;
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return nearest;
}
