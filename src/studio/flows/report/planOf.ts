import type { Area } from '../../../core/design/area';
import type { Case, Design, Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import type { Scene } from '../../../core/design/scene';
import { sceneOf } from '../../../core/design/sceneOf';
import { mmPerPx } from '../../../core/head/scale';
import { knownHairs } from '../../../core/pigment/visibleHairs';
import { areaFigures } from '../../../core/plan/areaFigures';
import { planSheet, type AreaFigures, type PlanSheet } from '../../../core/plan/planSheet';
import { sessionStore } from '../../state/sessionStore';

/** A photo on which the design has something to dot, and the scene that says what. */
export interface PlannedPhoto {
  readonly photo: Photo;
  readonly scene: Scene;
}

/** What the plan of a case comes to, over all photos of its active design. */
export interface CasePlan {
  readonly sheet: PlanSheet;
  readonly design: Design;
  readonly photos: readonly PlannedPhoto[];
  /** By id, for their names. */
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
  const onDesk = activePhoto(shown)?.id;
  const photos: PlannedPhoto[] = [];
  const figures: AreaFigures[] = [];
  for (const photo of shown.photos) {
    const scene = sceneOf(shown, photo.id);
    if (!scene.ok || scene.value.areas.length === 0) continue;
    // Hairs are known of the photo on the desk alone; elsewhere no dot is left out for them.
    const hairs = photo.id === onDesk ? knownHairs(sessionStore.getState().figures.hairs) : null;
    const counted = areaFigures(scene.value, treatment.plan, hairs);
    if (!counted.ok) continue;
    photos.push({ photo, scene: scene.value });
    figures.push(...counted.value);
  }
  if (photos.length === 0) return null;
  return {
    sheet: planSheet(figures, treatment, paceDots),
    design,
    photos,
    areas: new Map(design.areas.map((area) => [area.id, area])),
    estimated: photos.some(({ photo }) => mmPerPx(photo).estimated),
  };
}

/** Hidden areas are hidden from the eye only: they are treated, and so they count. */
const withAllShown = (of: Case): Case => ({
  ...of,
  designs: of.designs.map((design) => ({
    ...design,
    areas: design.areas.map((area) => (area.hidden ? { ...area, hidden: false } : area)),
  })),
});
