import type { FieldMemory } from '../density/fieldMemory';
import type { Scene, SceneSession } from '../design/scene';
import type { SessionPlan } from '../design/treatment';
import { dotsOfScene, type SceneDots, type SceneDotsError } from '../pigment/dots/sceneDots';
import type { HairDistance } from '../pigment/hair/visibleHairs';
import { depthAt, type DepthGrid } from '../pigment/haze/depthGrid';
import { DEFAULT_LOOK } from '../pigment/marks/markFigures';
import { ok, type Result } from '../result';
import type { AreaFigures } from './planSheet';

/**
 * Lays the dots of a scene as the picture does and counts them by area and session; a dot where areas overlap belongs to
 * the topmost, the last. Sessions that go over a scar again follow those of the plan, with its dots once more. What the
 * scene says of sessions shown is no matter: the whole plan is counted. About as long as one scattering: some 10 ms for a
 * whole head. A `memory` that is handed in again spares making the same density again.
 */
export function areaFigures(
  scene: Scene,
  plan: SessionPlan,
  hairMm: HairDistance | null = null,
  memory?: FieldMemory,
): Result<readonly AreaFigures[], SceneDotsError> {
  const sessions = plan.sessions.map(({ share }): SceneSession => ({ upTo: share, look: DEFAULT_LOOK }));
  const laid = dotsOfScene({ ...scene, sessions }, memory, hairMm);
  if (!laid.ok) return laid;
  const counts = laid.value === null ? [] : countDots(scene, laid.value, sessions.length);
  return ok(
    scene.areas.map((area, i) => {
      const { bySession, onTissue } = counts[i] ?? noDots(sessions.length);
      const goneOver = new Array<number>(area.kind === 'scar' ? area.extraSessions : 0).fill(onTissue);
      return { id: area.id, cm2: area.areaCm2, dotsBySession: [...bySession, ...goneOver] };
    }),
  );
}

/** An area's dots. */
interface AreaDots {
  readonly bySession: number[];
  /** Those that stand on a scar, without its blend. */
  onTissue: number;
}

const noDots = (sessions: number): AreaDots => ({ bySession: new Array<number>(sessions).fill(0), onTissue: 0 });

function countDots(scene: Scene, { dots, session, depths, tissues }: SceneDots, sessions: number): AreaDots[] {
  const counts = scene.areas.map(() => noDots(sessions));
  for (let i = 0; i < dots.count; i++) {
    const x = dots.x[i] as number;
    const y = dots.y[i] as number;
    const area = areaAt(depths, x, y);
    const of = counts[area];
    if (of === undefined) continue;
    const at = session === null ? 0 : (session[i] as number);
    of.bySession[at] = (of.bySession[at] ?? 0) + 1;
    const tissue = tissues[area] ?? null;
    if (tissue !== null && depthAt(tissue, x, y) >= AT_THE_BORDER) of.onTissue++;
  }
  return counts;
}

/** Share of scar tissue at a scar's very border. */
const AT_THE_BORDER = 0.5;

/** The topmost area at a place; the lowest where none claims it, for a dot on the very edge. */
function areaAt(depths: readonly DepthGrid[], x: number, y: number): number {
  for (let i = depths.length - 1; i > 0; i--) if (depthAt(depths[i] as DepthGrid, x, y) > 0) return i;
  return 0;
}
