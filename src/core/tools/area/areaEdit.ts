import type { Area, ExclusionArea, HairArea, Rings, ZoneArea } from '../../design/area';
import { activeDesign, type CaseEdit } from '../../design/edits';
import { scalpOf } from '../../head/scalpOf';
import { combineRings, type OutlineProblem } from '../../head/zoneOutlines';
import { ok, type Result } from '../../result';
import type { PhotoPoint } from '../../geometry/units';
import { add, isFinitePoint, samePoint } from '../../geometry/vec';
import { nearPhoto } from '../hairline/hairlineEdit';
import type { ToolSetting } from '../tool';

/** An area bounded by outlines. */
export type OutlinedArea = ZoneArea | ExclusionArea | HairArea;
/** An area whose points can be taken hold of one by one, hairlines apart. */
export type PointedArea = Exclude<Area, { kind: 'hairline' }>;

export const isOutlined = (area: Area): area is OutlinedArea =>
  area.kind === 'zone' || area.kind === 'exclusion' || area.kind === 'hair';

/** The areas of the active design on the photo, hairlines apart, from the lowest to the topmost. */
export const areasOn = (setting: Pick<ToolSetting, 'case' | 'photo'>): readonly PointedArea[] =>
  (activeDesign(setting.case)?.areas ?? []).filter(
    (area): area is PointedArea => area.kind !== 'hairline' && area.photoId === setting.photo.id,
  );

/** An area's points in rings: a scar's are one ring, open. */
export const ringsOf = (area: PointedArea): Rings => (area.kind === 'scar' ? [area.points] : area.rings);

/** Fewest points that an area's ring can have. */
function leastPoints(area: PointedArea): number {
  if (area.kind !== 'scar') return 3;
  return area.form === 'strip' ? 2 : 1;
}

/** The area with other rings; null where one would have too few points or a place that is none, or where nothing changes. */
export function withRings(area: PointedArea, rings: Rings, setting: ToolSetting): CaseEdit | null {
  const near = rings.map((ring) => ring.map((p) => nearPhoto(p, setting.photo)));
  if (near.some((ring) => ring.length < leastPoints(area) || !ring.every(isFinitePoint))) return null;
  if (sameRings(near, ringsOf(area))) return null;
  if (area.kind === 'scar') return { type: 'putArea', area: { ...area, points: near[0] ?? [] } };
  return { type: 'putArea', area: { ...area, rings: near } };
}

const sameRings = (a: Rings, b: Rings): boolean =>
  a.length === b.length &&
  a.every((ring, r) => {
    const other = b[r] ?? [];
    return ring.length === other.length && ring.every((p, i) => samePoint(p, other[i] ?? { x: NaN, y: NaN }));
  });

/** The edit that moves whole areas; locked ones stay. */
export function moveAreas(ids: readonly string[], by: PhotoPoint, setting: ToolSetting): CaseEdit | null {
  const edits = areasOn(setting).flatMap((area) => {
    if (!ids.includes(area.id) || area.locked) return [];
    return (
      withRings(
        area,
        ringsOf(area).map((ring) => ring.map((p) => add(p, by))),
        setting,
      ) ?? []
    );
  });
  return together(edits);
}

/** Several edits as one step; null for none. */
export function together(edits: readonly CaseEdit[]): CaseEdit | null {
  const [first] = edits;
  return first === undefined ? null : edits.length === 1 ? first : { type: 'together', edits };
}

export const removeAreas = (ids: readonly string[], setting: ToolSetting): CaseEdit | null =>
  together(
    areasOn(setting)
      .filter((area) => ids.includes(area.id) && !area.locked)
      .map((area) => ({ type: 'removeArea', areaId: area.id })),
  );

/** What a new outline does to the area of its kind that is chosen: with Shift it is added to it, with Alt cut from it. */
export function joinedToChosen(
  kind: OutlinedArea['kind'],
  rings: Rings,
  how: 'add' | 'cut',
  setting: ToolSetting,
): Result<OutlinedArea | null, OutlineProblem> {
  const chosen = areasOn(setting).find((area) => area.kind === kind && setting.selectedAreas.includes(area.id));
  if (chosen === undefined || !isOutlined(chosen) || chosen.locked) return ok(null);
  const joined = combineRings(how === 'add' ? 'union' : 'subtract', chosen.rings, rings, scalpOf(setting.photo));
  return joined.ok ? ok({ ...chosen, rings: joined.value }) : joined;
}
