import type { Calibration, Case, Design, Fill, HeadOutline, Midline, Photo, View } from './case';
import type { PhotoPoint } from '../geometry/units';
import type { Treatment } from './treatment';

/**
 * Everything that can be done to a case, as plain values. A gesture's draft is an edit that is applied for the picture
 * only; the same edit is committed once when the gesture ends.
 */
export type CaseEdit =
  | { readonly type: 'renameClient'; readonly name: string }
  | { readonly type: 'addPhoto'; readonly photo: Photo }
  | { readonly type: 'setView'; readonly photoId: string; readonly view: View; readonly outline: HeadOutline }
  | { readonly type: 'setCalibration'; readonly photoId: string; readonly calibration: Calibration }
  | { readonly type: 'setOutline'; readonly photoId: string; readonly outline: HeadOutline }
  | { readonly type: 'setMidline'; readonly photoId: string; readonly midline: Midline }
  | {
      readonly type: 'setHairline';
      readonly areaId: string;
      readonly photoId: string;
      readonly points: readonly PhotoPoint[];
    }
  | { readonly type: 'removeArea'; readonly areaId: string }
  | { readonly type: 'setFill'; readonly fill: Partial<Fill> }
  | { readonly type: 'setTreatment'; readonly treatment: Partial<Treatment> }
  | { readonly type: 'setSeed'; readonly seed: number };

/** The case after the edit. Unknown ids leave it as it is, and an edit that changes nothing returns the same object. */
export function applyEdit(before: Case, edit: CaseEdit): Case {
  switch (edit.type) {
    case 'renameClient':
      return edit.name === before.client.name ? before : { ...before, client: { ...before.client, name: edit.name } };
    case 'addPhoto':
      return { ...before, photos: [...before.photos, edit.photo], activePhotoId: edit.photo.id };
    case 'setView':
      return withPhoto(before, edit.photoId, (photo) => ({ ...photo, view: edit.view, outline: edit.outline }));
    case 'setCalibration':
      return withPhoto(before, edit.photoId, (photo) => ({ ...photo, calibration: edit.calibration }));
    case 'setOutline':
      return withPhoto(before, edit.photoId, (photo) => ({ ...photo, outline: edit.outline }));
    case 'setMidline':
      return withPhoto(before, edit.photoId, (photo) => ({ ...photo, midline: edit.midline }));
    case 'setHairline':
      return withActiveDesign(before, (design) => setHairline(design, edit));
    case 'removeArea':
      return withActiveDesign(before, (design) =>
        design.areas.some((area) => area.id === edit.areaId)
          ? { ...design, areas: design.areas.filter((area) => area.id !== edit.areaId) }
          : design,
      );
    case 'setFill':
      return withActiveDesign(before, (design) => setFill(design, edit.fill));
    case 'setTreatment':
      return withActiveDesign(before, (design) => setTreatment(design, edit.treatment));
    case 'setSeed':
      return withActiveDesign(before, (design) =>
        design.seed === edit.seed >>> 0 ? design : { ...design, seed: edit.seed >>> 0 },
      );
    default:
      return edit satisfies never;
  }
}

function withPhoto(before: Case, photoId: string, change: (photo: Photo) => Photo): Case {
  if (!before.photos.some((photo) => photo.id === photoId)) return before;
  return { ...before, photos: before.photos.map((photo) => (photo.id === photoId ? change(photo) : photo)) };
}

function withActiveDesign(before: Case, change: (design: Design) => Design): Case {
  const design = activeDesign(before);
  if (design === undefined) return before;
  const after = change(design);
  if (after === design) return before;
  return { ...before, designs: before.designs.map((each) => (each === design ? after : each)) };
}

function setHairline(design: Design, edit: Extract<CaseEdit, { type: 'setHairline' }>): Design {
  const area = { kind: 'hairline' as const, id: edit.areaId, photoId: edit.photoId, points: edit.points };
  const known = design.areas.some((each) => each.id === edit.areaId);
  return {
    ...design,
    areas: known ? design.areas.map((each) => (each.id === edit.areaId ? area : each)) : [...design.areas, area],
  };
}

function setFill(design: Design, fill: Partial<Fill>): Design {
  const after = { ...design.fill, ...fill };
  const same = (Object.keys(after) as (keyof Fill)[]).every((field) => after[field] === design.fill[field]);
  return same ? design : { ...design, fill: after };
}

function setTreatment(design: Design, treatment: Partial<Treatment>): Design {
  const after = { ...design.treatment, ...treatment };
  return JSON.stringify(after) === JSON.stringify(design.treatment) ? design : { ...design, treatment: after };
}

export function activeDesign(of: Case): Design | undefined {
  return of.designs.find((design) => design.id === of.activeDesignId);
}

export function activePhoto(of: Case): Photo | undefined {
  return of.photos.find((photo) => photo.id === of.activePhotoId);
}

/** The hairline drawn on a photo in the active design, if there is one. */
export function hairlineOn(of: Case, photoId: string): Design['areas'][number] | undefined {
  return activeDesign(of)?.areas.find((area) => area.photoId === photoId);
}
