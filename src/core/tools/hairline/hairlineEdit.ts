import type { Photo } from '../../design/case';
import { hairlineOn, type CaseEdit } from '../../design/edits';
import { flattenCurve, type CurveHandle } from '../../geometry/curve';
import { crossesItself, polylinePoints } from '../../geometry/polygon';
import type { PhotoPoint } from '../../geometry/units';
import { isFinitePoint, samePoint } from '../../geometry/vec';
import { mirroredChange } from './symmetry';
import type { ToolSetting } from '../tool';

/** So far beyond the photo, as a share of its size, a point can be laid; further out it could not be found again. */
const BEYOND_PHOTO = 0.5;

/** The nearest place to `p` on the photo and its surroundings. */
export function nearPhoto({ x, y }: PhotoPoint, { width, height }: Photo): PhotoPoint {
  const within = (value: number, size: number): number =>
    Math.min(Math.max(value, -BEYOND_PHOTO * size), (1 + BEYOND_PHOTO) * size);
  return { x: within(x, width), y: within(y, height) };
}

/** A handle held near the photo, with its tangent. */
const nearPhotoHandle = (handle: CurveHandle, photo: Photo): CurveHandle => ({
  ...handle,
  ...nearPhoto(handle, photo),
});

const isFiniteHandle = (handle: CurveHandle): boolean =>
  isFinitePoint(handle) && (handle.tangent === undefined || isFinitePoint(handle.tangent));

const sameHandle = (a: CurveHandle, b: CurveHandle): boolean =>
  samePoint(a, b) &&
  (a.tangent === b.tangent || (a.tangent !== undefined && b.tangent !== undefined && samePoint(a.tangent, b.tangent)));

/**
 * The edit that replaces the photo's hairline by a change of its handles; null where there is no hairline, where nothing
 * changes and where no line would be left.
 */
export function withHairline(
  setting: ToolSetting,
  change: (points: readonly CurveHandle[]) => readonly CurveHandle[],
): CaseEdit | null {
  const area = hairlineOn(setting.case, setting.photo.id);
  if (area === undefined || area.locked) return null;
  const changed = setting.symmetric
    ? mirroredChange(area.points, change(area.points), setting.photo)
    : change(area.points);
  const points = changed.map((p) => nearPhotoHandle(p, setting.photo));
  if (points.length < 2 || !points.every(isFiniteHandle)) return null;
  const same = points.length === area.points.length && points.every((p, i) => sameHandle(p, area.points[i] ?? p));
  return same ? null : { type: 'setHairline', areaId: area.id, photoId: setting.photo.id, points };
}

/** The edit that draws the photo's hairline anew: a photo has one, and a new one takes the id of the old. */
export function newLine(points: readonly CurveHandle[], setting: ToolSetting): CaseEdit {
  const areaId = hairlineOn(setting.case, setting.photo.id)?.id ?? setting.newAreaId;
  const within = points.map((p) => nearPhotoHandle(p, setting.photo));
  return { type: 'setHairline', areaId, photoId: setting.photo.id, points: within };
}

/** Photo px; coarser than what is drawn, since a hand could not draw so small a loop. */
const CROSSING_TOLERANCE_PX = 1;

/** Whether the curve through the handles crosses itself: it would then bound no area. */
export const lineCrosses = (points: readonly CurveHandle[]): boolean =>
  crossesItself(polylinePoints(flattenCurve(points, CROSSING_TOLERANCE_PX)));

/** Whether an edit makes a hairline cross itself that did not; one that does already may be moved at will. */
export function tangles(edit: CaseEdit | null, setting: ToolSetting): boolean {
  if (edit?.type !== 'setHairline' || !lineCrosses(edit.points)) return false;
  const before = hairlineOn(setting.case, setting.photo.id)?.points;
  return before === undefined || !lineCrosses(before);
}
