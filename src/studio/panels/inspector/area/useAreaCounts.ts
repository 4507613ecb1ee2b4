import { useEffect, useState } from 'react';
import type { Case, Photo } from '../../../../core/design/case';
import { activeDesign } from '../../../../core/design/edits';
import type { SessionPlan } from '../../../../core/design/treatment';
import { sceneOf } from '../../../../core/design/sceneOf';
import { scalpOf } from '../../../../core/head/scalpOf';
import { ringsCm2 } from '../../../../core/head/zoneOutlines';
import { knownHairs, type HairTile } from '../../../../core/pigment/hair/visibleHairs';
import { areaFigures } from '../../../../core/plan/areaFigures';
import { treatedCm2 } from '../../../../core/plan/treatedArea';
import { listedAreas } from '../../../../core/tools/area/areaActions';
import { keptLaying } from '../../../canvas/keptLaying';
import { useSession } from '../../../state/useStores';

export interface AreaCount {
  readonly cm2: number;
  /** Null for an area that takes dots away rather than having its own. */
  readonly dots: number | null;
  readonly bySession: readonly number[];
}

/** Each area's own figures, and the scalp under all of them together, each place once. */
export interface AreaCounts {
  readonly byId: ReadonlyMap<string, AreaCount>;
  readonly togetherCm2: number;
}

const NONE: AreaCounts = { byId: new Map(), togetherCm2: 0 };
/** Counting lays all dots once more: it waits until the hand has let go and the picture stands. */
const WAIT_MS = 120;

/** Size and dots of each area on the photo; the last known while it is counted anew. */
export function useAreaCounts(of: Case, photo: Photo): AreaCounts {
  const dragging = useSession((state) => state.draft !== null);
  const hairs = useSession((state) => state.figures.hairs);
  const [counts, setCounts] = useState<AreaCounts>(NONE);
  useEffect(() => {
    if (dragging) return;
    const timer = setTimeout(() => {
      setCounts(countAreas(of, photo, hairs));
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [of, photo, dragging, hairs]);
  return counts;
}

function countAreas(of: Case, photo: Photo, hairs: readonly HairTile[]): AreaCounts {
  const counts = new Map<string, AreaCount>();
  const plan = activeDesign(of)?.treatment.plan;
  const scene = sceneOf(of, photo.id);
  const figures = plan !== undefined && scene.ok ? areaFigures(scene.value, plan, knownHairs(hairs), keptLaying) : null;
  if (figures?.ok === true) {
    for (const { id, cm2, dotsBySession } of figures.value) {
      counts.set(id, { cm2, dots: standing(dotsBySession, plan), bySession: dotsBySession });
    }
  }
  for (const area of listedAreas(of, photo.id)) {
    if (area.kind !== 'exclusion' && area.kind !== 'hair') continue;
    counts.set(area.id, { cm2: ringsCm2(area.rings, scalpOf(photo)), dots: null, bySession: [] });
  }
  return { byId: counts, togetherCm2: scene.ok ? treatedCm2(scene.value, scalpOf(photo).map) : 0 };
}

/** Dots that are gone over again after the plan's sessions are no new ones. */
const standing = (bySession: readonly number[], plan: SessionPlan | undefined): number =>
  bySession.slice(0, plan?.sessions.length).reduce((sum, each) => sum + each, 0);
