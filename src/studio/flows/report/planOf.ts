import type { Area } from '../../../core/design/area';
import type { Case, Design, Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import type { Scene } from '../../../core/design/scene';
import { sceneOf } from '../../../core/design/sceneOf';
import type { SessionPlan } from '../../../core/design/treatment';
import type { Cm2 } from '../../../core/geometry/units';
import { mmPerPx } from '../../../core/head/scale';
import { dotsOfScene, type SceneDotsError } from '../../../core/pigment/dots/sceneDots';
import { knownHairs } from '../../../core/pigment/hair/visibleHairs';
import { areaFigures } from '../../../core/plan/areaFigures';
import { oneScalp } from '../../../core/plan/oneScalp';
import { planSheet, type AreaFigures, type PlanSheet } from '../../../core/plan/planSheet';
import { treatedCm2 } from '../../../core/plan/treatedArea';
import { ok, type Result } from '../../../core/result';
import { sessionStore } from '../../state/sessionStore';

/** A photo on which the design has something to dot, areas or dots set by hand alone, and the scene that says what. */
export interface PlannedPhoto {
  readonly photo: Photo;
  readonly scene: Scene;
}

/** What the plan of a case comes to, over all photos of its active design. */
export interface CasePlan {
  readonly sheet: PlanSheet;
  readonly design: Design;
  readonly photos: readonly PlannedPhoto[];
  /** By id, for their names; dots that a hand has set where no area is have figures, but no area. */
  readonly areas: ReadonlyMap<string, Area>;
  /** On some photo the scale is an estimate. */
  readonly estimated: boolean;
}

/**
 * Lays all dots of the plan to count them: some 10 ms a photo. Areas that can't be filled have no figures. Null where there is
 * nothing to dot.
 */
export function casePlan(of: Case, paceDots: number): CasePlan | null {
  const shown = withAllShown(of);
  const design = activeDesign(shown);
  if (design === undefined) return null;
  const { treatment } = design;
  const photos: PlannedPhoto[] = [];
  for (const photo of shown.photos) {
    const scene = sceneOf(shown, photo.id);
    if (!scene.ok || !hasDots(scene.value)) continue;
    photos.push({ photo, scene: scene.value });
  }
  const counted = countScalps(photos, treatment.plan, activePhoto(shown)?.id);
  if (counted.figures.length === 0) return null;
  return {
    sheet: planSheet(counted.figures, treatment, paceDots, counted.cm2),
    design,
    photos,
    areas: new Map(design.areas.map((area) => [area.id, area])),
    estimated: photos.some(({ photo }) => mmPerPx(photo).estimated),
  };
}

/** What is drawn on several photos of the head is one scalp: each place of it is counted once. */
function countScalps(
  photos: readonly PlannedPhoto[],
  plan: SessionPlan,
  onDesk: string | undefined,
): { readonly figures: readonly AreaFigures[]; readonly cm2: Cm2 } {
  const figures: AreaFigures[] = [];
  let cm2 = 0;
  // Areas and lengths are told on the skull of the first: that of a photo with areas.
  const scenes = photos.map((each) => each.scene).toSorted((a, b) => Number(hasAreas(b)) - Number(hasAreas(a)));
  for (const scene of oneScalp(scenes)) {
    // Hairs are known of the photo on the desk alone; elsewhere no dot is left out for them.
    const itsPhoto = photos.find((each) => each.scene === scene)?.photo.id;
    const hairs =
      itsPhoto !== undefined && itsPhoto === onDesk ? knownHairs(sessionStore.getState().figures.hairs) : null;
    const counted = hasAreas(scene) ? areaFigures(scene, plan, hairs) : byHandAlone(scene, `by hand ${itsPhoto ?? ''}`);
    if (!counted.ok) continue;
    figures.push(...counted.value);
    cm2 += treatedCm2(scene);
  }
  return { figures, cm2 };
}

const hasAreas = ({ areas }: Scene): boolean => areas.length > 0;
const hasDots = (scene: Scene): boolean => hasAreas(scene) || scene.handDots.added.length > 0;

/** Dots that a hand has set where no area is; they are all of the first session, and take up no area of their own. */
function byHandAlone(scene: Scene, id: string): Result<readonly AreaFigures[], SceneDotsError> {
  const laid = dotsOfScene(scene);
  return laid.ok ? ok([{ id, cm2: 0, dotsBySession: [laid.value?.dots.count ?? 0] }]) : laid;
}

/** Hidden areas are hidden from the eye only: they are treated, and so they count. */
const withAllShown = (of: Case): Case => ({
  ...of,
  designs: of.designs.map((design) => ({
    ...design,
    areas: design.areas.map((area) => (area.hidden ? { ...area, hidden: false } : area)),
  })),
});
