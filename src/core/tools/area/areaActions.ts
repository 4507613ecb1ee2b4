import type { Area, Rings } from '../../design/area';
import type { Case, Photo } from '../../design/case';
import { activeDesign, type CaseEdit } from '../../design/edits';
import type { OutlineOperation } from '../../geometry/outlines';
import type { Mm, PhotoPoint } from '../../geometry/units';
import { add } from '../../geometry/vec';
import { mirrorOnHead } from '../../head/onScalp';
import { mmPerPx } from '../../head/scale';
import { scalpOf } from '../../head/scalpOf';
import { combineRings, growRings, type OutlineProblem } from '../../head/zoneOutlines';
import { err, ok, type Result } from '../../result';
import { areasOn, isOutlined, ringsOf, together, type OutlinedArea, type PointedArea } from './areaEdit';

/** What the areas panel does to areas, as edits of one undo step. */
interface Desk {
  readonly case: Case;
  readonly photo: Photo;
}

export type AreaProblem =
  | OutlineProblem
  /** The action needs other areas than those that are chosen. */
  | { readonly kind: 'chooseTwo' }
  | { readonly kind: 'notOutlined' }
  | { readonly kind: 'locked' }
  /** The other side of the head is not in the photo. */
  | { readonly kind: 'mirrorHidden' };

interface Done {
  readonly edit: CaseEdit;
  /** What is chosen afterwards. */
  readonly select: readonly string[];
}

const chosen = (desk: Desk, ids: readonly string[]): readonly PointedArea[] =>
  areasOn(desk).filter(({ id }) => ids.includes(id));

/** Where a copy lies beside what it was copied from. */
const COPY_ASIDE_MM: Mm = 4;

/** Copies a little aside, on top of all. `newId` gives each its id. */
export function duplicateAreas(desk: Desk, ids: readonly string[], newId: () => string): Done | null {
  const aside = COPY_ASIDE_MM / mmPerPx(desk.photo).mmPerPx;
  const copies = chosen(desk, ids).map((area) => ({
    ...withPoints(area, (p) => add(p, { x: aside, y: aside })),
    id: newId(),
    locked: false,
  }));
  const edit = together(copies.map((area) => ({ type: 'putArea', area })));
  return edit === null ? null : { edit, select: copies.map(({ id }) => id) };
}

/** Copies on the other side of the head. */
export function mirrorAreas(desk: Desk, ids: readonly string[], newId: () => string): Result<Done, AreaProblem> {
  const copies: PointedArea[] = [];
  for (const area of chosen(desk, ids)) {
    const across = ringsOf(area).map((ring) => ring.map((p) => mirrorOnHead(desk.photo, p)));
    const seen = across.map((ring) => ring.filter((p) => p !== null));
    if (seen.some((ring, r) => ring.length < (across[r]?.length ?? 0))) return err({ kind: 'mirrorHidden' });
    copies.push({ ...ofRings(area, seen), id: newId(), locked: false });
  }
  const edit = together(copies.map((area) => ({ type: 'putArea', area })));
  return edit === null ? err({ kind: 'chooseTwo' }) : ok({ edit, select: copies.map(({ id }) => id) });
}

/**
 * Two areas made one, the upper cut from the lower, or what they share; what comes of them takes the place of the lower
 * one and keeps its settings.
 */
export function combineAreas(
  desk: Desk,
  ids: readonly string[],
  operation: OutlineOperation,
): Result<Done, AreaProblem> {
  const [lower, upper, ...more] = chosen(desk, ids);
  if (lower === undefined || upper === undefined || more.length > 0) return err({ kind: 'chooseTwo' });
  if (!isOutlined(lower) || !isOutlined(upper)) return err({ kind: 'notOutlined' });
  if (lower.locked || upper.locked) return err({ kind: 'locked' });
  const rings = combineRings(operation, lower.rings, upper.rings, scalpOf(desk.photo));
  if (!rings.ok) return rings;
  const edit: CaseEdit = {
    type: 'together',
    edits: [
      { type: 'putArea', area: { ...lower, rings: rings.value } },
      { type: 'removeArea', areaId: upper.id },
    ],
  };
  return ok({ edit, select: [lower.id] });
}

/** All chosen outlines grown by so many millimetres of scalp, or shrunk where they are negative. */
export function growAreas(desk: Desk, ids: readonly string[], byMm: Mm): Result<Done, AreaProblem> {
  const grown: OutlinedArea[] = [];
  for (const area of chosen(desk, ids)) {
    if (!isOutlined(area)) return err({ kind: 'notOutlined' });
    if (area.locked) return err({ kind: 'locked' });
    const rings = growRings(area.rings, byMm, scalpOf(desk.photo));
    if (!rings.ok) return rings;
    grown.push({ ...area, rings: rings.value });
  }
  const edit = together(grown.map((area) => ({ type: 'putArea', area })));
  return edit === null ? err({ kind: 'chooseTwo' }) : ok({ edit, select: ids });
}

/** One place up or down among the design's areas. */
export function moveInOrder(of: Case, id: string, by: 1 | -1): CaseEdit | null {
  const ids = (activeDesign(of)?.areas ?? []).map((area) => area.id);
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return null;
  return { type: 'orderAreas', areaIds: ids.toSpliced(from, 1).toSpliced(to, 0, id) };
}

/** All areas of the design on a photo, hairlines too, from the lowest to the topmost. */
export const listedAreas = (of: Case, photoId: string): readonly Area[] =>
  (activeDesign(of)?.areas ?? []).filter((area) => area.photoId === photoId);

const withPoints = (area: PointedArea, change: (p: PhotoPoint) => PhotoPoint): PointedArea =>
  ofRings(
    area,
    ringsOf(area).map((ring) => ring.map(change)),
  );

const ofRings = (area: PointedArea, rings: Rings): PointedArea =>
  area.kind === 'scar' ? { ...area, points: rings[0] ?? [] } : { ...area, rings };
