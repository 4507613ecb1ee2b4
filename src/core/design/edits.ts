import type { Calibration, HeadOutline, HeadPose, Landmark, Midline, View, Whorl } from '../head/headPhoto';
import type { CurveHandle } from '../geometry/curve';
import { PLAIN_AREA, type Area, type HairlineArea } from './area';
import type { BrushStroke } from './brushStroke';
import type { Case, ClientCard, Design, Fill, HandDots, Photo } from './case';
import type { EdgeShape } from './edgeShape';
import { photoOf, type PhotoOfHead } from './headsTogether';
import type { Treatment } from './treatment';

/**
 * Everything that can be done to a case, as plain values. A gesture's draft is an edit that is applied for the picture
 * only; the same edit is committed once when the gesture ends.
 */
export type CaseEdit =
  | { readonly type: 'renameClient'; readonly name: string }
  | { readonly type: 'setClient'; readonly client: Partial<ClientCard> }
  | PhotoEdit
  | DesignEdit
  | { readonly type: 'addDesign'; readonly design: Design }
  | { readonly type: 'removeDesign'; readonly designId: string }
  | { readonly type: 'activateDesign'; readonly designId: string }
  | { readonly type: 'chooseDesign'; readonly designId: string | null }
  /** One step of undo for several edits, done in their order. */
  | { readonly type: 'together'; readonly edits: readonly CaseEdit[] };

type PhotoEdit =
  | { readonly type: 'addPhoto'; readonly photo: Photo }
  | { readonly type: 'activatePhoto'; readonly photoId: string }
  /** What was drawn on it goes with it. */
  | { readonly type: 'removePhoto'; readonly photoId: string }
  | { readonly type: 'setView'; readonly photoId: string; readonly view: View; readonly outline: HeadOutline }
  | { readonly type: 'setCalibration'; readonly photoId: string; readonly calibration: Calibration }
  | { readonly type: 'setOutline'; readonly photoId: string; readonly outline: HeadOutline }
  | { readonly type: 'setPose'; readonly photoId: string; readonly pose: HeadPose }
  | { readonly type: 'setMidline'; readonly photoId: string; readonly midline: Midline }
  | { readonly type: 'setLandmarks'; readonly photoId: string; readonly landmarks: readonly Landmark[] }
  | { readonly type: 'setWhorls'; readonly photoId: string; readonly whorls: readonly Whorl[] }
  | {
      readonly type: 'setPhotoCard';
      readonly photoId: string;
      readonly card: Partial<Pick<Photo, 'takenOn' | 'purpose' | 'followsId'>>;
    };

/** What concerns the active design. */
type DesignEdit =
  | {
      readonly type: 'setHairline';
      readonly areaId: string;
      readonly photoId: string;
      readonly points: readonly CurveHandle[];
    }
  /** In the place of the area of that id, or on top of all. */
  | { readonly type: 'putArea'; readonly area: Area }
  | { readonly type: 'removeArea'; readonly areaId: string }
  /** From the lowest to the topmost; areas that are not named keep their places below. */
  | { readonly type: 'orderAreas'; readonly areaIds: readonly string[] }
  | { readonly type: 'addStroke'; readonly stroke: BrushStroke }
  | { readonly type: 'removeStrokes'; readonly strokeIds: readonly string[] }
  | { readonly type: 'setHandDots'; readonly handDots: HandDots }
  | { readonly type: 'setFill'; readonly fill: Partial<Fill> }
  | { readonly type: 'setEdge'; readonly edge: Partial<EdgeShape> }
  | { readonly type: 'setTreatment'; readonly treatment: Partial<Treatment> }
  | { readonly type: 'setSeed'; readonly seed: number }
  | { readonly type: 'setDesignCard'; readonly card: Partial<Pick<Design, 'name' | 'notes'>> };

/** The case after the edit. Unknown ids leave it as it is, and an edit that changes nothing returns the same object. */
export function applyEdit(before: Case, edit: CaseEdit): Case {
  switch (edit.type) {
    case 'renameClient':
      return applyEdit(before, { type: 'setClient', client: { name: edit.name } });
    case 'setClient':
      return changed(before, { client: changed(before.client, edit.client) });
    case 'addDesign':
      return { ...before, designs: [...before.designs, edit.design], activeDesignId: edit.design.id };
    case 'removeDesign':
      return removeDesign(before, edit.designId);
    case 'activateDesign':
      return hasDesign(before, edit.designId) ? changed(before, { activeDesignId: edit.designId }) : before;
    case 'chooseDesign':
      return edit.designId === null || hasDesign(before, edit.designId)
        ? changed(before, { chosenDesignId: edit.designId })
        : before;
    case 'together':
      return edit.edits.reduce(applyEdit, before);
    case 'addPhoto':
    case 'activatePhoto':
    case 'removePhoto':
    case 'setView':
    case 'setCalibration':
    case 'setOutline':
    case 'setPose':
    case 'setMidline':
    case 'setLandmarks':
    case 'setWhorls':
    case 'setPhotoCard':
      return editPhoto(before, edit);
    default:
      return withActiveDesign(before, (design) => editDesign(design, edit));
  }
}

function editPhoto(before: Case, edit: PhotoEdit): Case {
  switch (edit.type) {
    case 'addPhoto':
      return { ...before, photos: [...before.photos, edit.photo], activePhotoId: edit.photo.id };
    case 'activatePhoto':
      return before.photos.some((photo) => photo.id === edit.photoId)
        ? changed(before, { activePhotoId: edit.photoId })
        : before;
    case 'removePhoto':
      return removePhoto(before, edit.photoId);
    case 'setView':
      return withPhoto(before, edit.photoId, { view: edit.view, outline: edit.outline });
    case 'setCalibration':
      return withPhoto(before, edit.photoId, { calibration: edit.calibration });
    case 'setOutline':
      return withPhoto(before, edit.photoId, { outline: edit.outline });
    case 'setPose':
      return withPhoto(before, edit.photoId, { pose: edit.pose });
    case 'setMidline':
      return withPhoto(before, edit.photoId, { midline: edit.midline });
    case 'setLandmarks':
      return withPhoto(before, edit.photoId, { landmarks: edit.landmarks });
    case 'setWhorls':
      return withPhoto(before, edit.photoId, { whorls: edit.whorls });
    case 'setPhotoCard':
      return withPhoto(before, edit.photoId, edit.card);
    default:
      return edit satisfies never;
  }
}

function editDesign(design: Design, edit: DesignEdit): Design {
  switch (edit.type) {
    case 'setHairline':
      return setHairline(design, edit);
    case 'putArea':
      return putArea(design, edit.area);
    case 'removeArea':
      return changed(design, { areas: without(design.areas, [edit.areaId]) });
    case 'orderAreas':
      return changed(design, { areas: inOrder(design.areas, edit.areaIds) });
    case 'addStroke':
      return { ...design, strokes: [...design.strokes, edit.stroke] };
    case 'removeStrokes':
      return changed(design, { strokes: without(design.strokes, edit.strokeIds) });
    case 'setHandDots':
      return changed(design, { handDots: edit.handDots });
    case 'setFill':
      return changed(design, { fill: changed(design.fill, edit.fill) });
    case 'setEdge':
      return changed(design, { edge: changed(design.edge, edit.edge) });
    case 'setTreatment':
      return setTreatment(design, edit.treatment);
    case 'setSeed':
      return changed(design, { seed: edit.seed >>> 0 });
    case 'setDesignCard':
      return changed<Design>(design, edit.card);
    default:
      return edit satisfies never;
  }
}

/** The same object where nothing differs. */
function changed<Whole extends object>(before: Whole, change: Partial<Whole>): Whole {
  const fields = Object.keys(change) as (keyof Whole)[];
  return fields.every((field) => change[field] === before[field]) ? before : { ...before, ...change };
}

/** The same array where none of the ids is in it. */
function without<Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[],
): readonly Item[] {
  const left = items.filter((each) => !ids.includes(each.id));
  return left.length === items.length ? items : left;
}

function inOrder(areas: readonly Area[], ids: readonly string[]): readonly Area[] {
  const named = ids.flatMap((id) => areas.find((area) => area.id === id) ?? []);
  const ordered = [...areas.filter((area) => !named.includes(area)), ...new Set(named)];
  return ordered.every((area, i) => area === areas[i]) ? areas : ordered;
}

function withPhoto(before: Case, photoId: string, change: Partial<Photo>): Case {
  const photo = before.photos.find((each) => each.id === photoId);
  if (photo === undefined) return before;
  const after = changed(photo, change);
  if (after === photo) return before;
  return { ...before, photos: before.photos.map((each) => (each === photo ? after : each)) };
}

function removePhoto(before: Case, photoId: string): Case {
  if (!before.photos.some((photo) => photo.id === photoId)) return before;
  const photos = before.photos
    .filter((photo) => photo.id !== photoId)
    .map((photo) => (photo.followsId === photoId ? { ...photo, followsId: null } : photo));
  const isElsewhere = (each: { readonly photoId: string }): boolean => each.photoId !== photoId;
  const designs = before.designs.map((design) => ({
    ...design,
    areas: design.areas.filter(isElsewhere),
    strokes: design.strokes.filter(isElsewhere),
    handDots: {
      ...design.handDots,
      added: design.handDots.added.filter(isElsewhere),
      moved: design.handDots.moved.filter(isElsewhere),
    },
  }));
  const activePhotoId = before.activePhotoId === photoId ? (photos[0]?.id ?? null) : before.activePhotoId;
  return { ...before, photos, designs, activePhotoId };
}

const hasDesign = (of: Case, designId: string): boolean => of.designs.some((design) => design.id === designId);

/** The last design stays. */
function removeDesign(before: Case, designId: string): Case {
  const designs = before.designs.filter((design) => design.id !== designId);
  const first = designs[0];
  if (first === undefined || designs.length === before.designs.length) return before;
  return {
    ...before,
    designs,
    activeDesignId: before.activeDesignId === designId ? first.id : before.activeDesignId,
    chosenDesignId: before.chosenDesignId === designId ? null : before.chosenDesignId,
  };
}

function withActiveDesign(before: Case, change: (design: Design) => Design): Case {
  const design = activeDesign(before);
  if (design === undefined) return before;
  const after = change(design);
  if (after === design) return before;
  return { ...before, designs: before.designs.map((each) => (each === design ? after : each)) };
}

function setHairline(design: Design, edit: Extract<DesignEdit, { type: 'setHairline' }>): Design {
  const known = design.areas.find((each) => each.id === edit.areaId);
  const { areaId, photoId, points } = edit;
  return putArea(
    design,
    known?.kind === 'hairline'
      ? { ...known, photoId, points }
      : { ...PLAIN_AREA, kind: 'hairline', id: areaId, photoId, points },
  );
}

function putArea(design: Design, area: Area): Design {
  const known = design.areas.some((each) => each.id === area.id);
  const areas = known ? design.areas.map((each) => (each.id === area.id ? area : each)) : [...design.areas, area];
  return { ...design, areas };
}

function setTreatment(design: Design, treatment: Partial<Treatment>): Design {
  const after = { ...design.treatment, ...treatment };
  return JSON.stringify(after) === JSON.stringify(design.treatment) ? design : { ...design, treatment: after };
}

export function activeDesign(of: Case): Design | undefined {
  return of.designs.find((design) => design.id === of.activeDesignId);
}

export const activePhoto = (of: Case): PhotoOfHead | undefined => photoOf(of, of.activePhotoId);

/** The hairline drawn on a photo in the active design, if there is one. */
export function hairlineOn(of: Case, photoId: string): HairlineArea | undefined {
  return activeDesign(of)?.areas.find(
    (area): area is HairlineArea => area.kind === 'hairline' && area.photoId === photoId,
  );
}
