import { hairlineOn, type CaseEdit } from '../design/edits';
import { controlOf, type CurveHandle } from '../geometry/curve';
import { bendCurve } from '../geometry/curveEdits';
import { nearestOnLines } from '../geometry/polygon';
import type { PhotoPoint } from '../geometry/units';
import { add, distance, length, scale, subtract } from '../geometry/vec';
import { withLandmark } from '../head/guides/face';
import type { LandmarkName } from '../head/headPhoto';
import { scalpOf } from '../head/scalpOf';
import { areasOn, moveAreas, ringsOf, withRings } from './area/areaEdit';
import { nearPhoto, withHairline } from './hairline/hairlineEdit';
import type { AreaPointTarget, Target } from './target';
import { dragOutline, outlineGrips } from './outlineGrips';
import type { ToolPointer, ToolSetting } from './tool';

/** The edit that takes a target from where it was pressed to where the pointer is now; null when it has not moved. */
export function dragTarget(target: Target, from: ToolPointer, to: ToolPointer, setting: ToolSetting): CaseEdit | null {
  const delta = subtract(to.photo, from.photo);
  if (delta.x === 0 && delta.y === 0) return null;
  switch (target.kind) {
    case 'handle':
      return from.alt
        ? pullTangent(target.index, to.photo, setting)
        : moveHandle(target.index, snapped(target.index, to.shift ? straight(delta) : delta, to, setting), setting);
    case 'tangent':
      return turnTangent(target, to.photo, setting);
    case 'curve':
      return moveCurve(target, delta, to.shift, setting);
    case 'outline': {
      const { outline } = setting.photo;
      const grip = outlineGrips(outline).find((each) => each.grip === target.grip);
      if (grip === undefined) return null;
      return {
        type: 'setOutline',
        photoId: setting.photo.id,
        outline: dragOutline(outline, target.grip, nearPhoto(add(grip.at, delta), setting.photo)),
      };
    }
    case 'midline':
      return moveMidline(target.end, delta, setting);
    case 'whorl':
      return moveWhorl(target.index, delta, setting);
    case 'landmark':
      return moveLandmark(target.name, delta, setting);
    case 'areaPoint':
      return moveAreaPoint(target, to.shift ? straight(delta) : delta, setting);
    case 'areaEdge':
    case 'area':
      return setting.selectedAreas.includes(target.areaId)
        ? moveAreas(setting.selectedAreas, to.shift ? straight(delta) : delta, setting)
        : null;
  }
}

/** The hairline with one handle moved. */
export function moveHandle(index: number, delta: PhotoPoint, setting: ToolSetting): CaseEdit | null {
  return withHairline(setting, (points) => points.map((p, i) => (i === index ? { ...p, ...add(p, delta) } : p)));
}

/** Alt pulls a tangent out of a handle; pulled back on to the handle it is gone. */
function pullTangent(index: number, to: PhotoPoint, setting: ToolSetting): CaseEdit | null {
  return withHairline(setting, (points) =>
    points.map((p, i) => (i === index ? withTangent(p, subtract(to, p), setting) : p)),
  );
}

/** Takes the end of a tangent to a place; the end behind turns and lengthens the one ahead in its measure. */
function turnTangent(
  { index, end }: Extract<Target, { kind: 'tangent' }>,
  to: PhotoPoint,
  setting: ToolSetting,
): CaseEdit | null {
  return withHairline(setting, (points) =>
    points.map((p, i) => {
      if (i !== index || p.tangent === undefined) return p;
      if (end === 'ahead') return withTangent(p, subtract(to, p), setting);
      const ratio = distance(p, controlOf(points, i, 'behind')) / Math.max(length(p.tangent), 1e-9);
      return withTangent(p, scale(subtract(p, to), 1 / Math.max(ratio, 1e-9)), setting);
    }),
  );
}

/** Shorter than this on the screen there is no tangent. Our choice. */
const LEAST_TANGENT_PX = 6;

function withTangent({ x, y }: PhotoPoint, tangent: PhotoPoint, setting: ToolSetting): CurveHandle {
  return length(tangent) * setting.screenPxPerPhotoPx < LEAST_TANGENT_PX ? { x, y } : { x, y, tangent };
}

/** Within this of a guide, CSS px, what is dragged lies on it. Our choice. */
const SNAP_PX = 8;

/** A handle's move, ending on a guide that is near; Alt lets go of it. */
function snapped(index: number, delta: PhotoPoint, to: ToolPointer, setting: ToolSetting): PhotoPoint {
  const handle = hairlineOn(setting.case, setting.photo.id)?.points[index];
  if (handle === undefined || to.alt) return delta;
  const on = nearestOnLines(setting.snapLines ?? [], add(handle, delta), SNAP_PX / setting.screenPxPerPhotoPx);
  return on === null ? delta : subtract(on, handle);
}

/** The area with one of its points moved. */
export function moveAreaPoint(point: AreaPointTarget, delta: PhotoPoint, setting: ToolSetting): CaseEdit | null {
  return withAreaPoints(point, setting, (points) => points.map((p, i) => (i === point.index ? add(p, delta) : p)));
}

/** The area with one of its rings changed; null where it is gone, locked, or nothing would be left of the ring. */
export function withAreaPoints(
  { areaId, ring }: Pick<AreaPointTarget, 'areaId' | 'ring'>,
  setting: ToolSetting,
  change: (points: readonly PhotoPoint[]) => readonly PhotoPoint[],
): CaseEdit | null {
  const area = areasOn(setting).find((each) => each.id === areaId);
  if (area === undefined || area.locked) return null;
  return withRings(
    area,
    ringsOf(area).map((points, i) => (i === ring ? change(points) : points)),
    setting,
  );
}

/** The curve bends where it is dragged; with Shift the whole line moves. */
function moveCurve(
  place: Extract<Target, { kind: 'curve' }>,
  delta: PhotoPoint,
  whole: boolean,
  setting: ToolSetting,
): CaseEdit | null {
  return withHairline(setting, (points) =>
    whole ? points.map((p) => ({ ...p, ...add(p, delta) })) : bendCurve(points, place, delta),
  );
}

/** A whorl stays on the head. */
function moveWhorl(index: number, delta: PhotoPoint, { photo }: ToolSetting): CaseEdit | null {
  const whorls = photo.whorls.map((whorl, i) => (i === index ? { ...whorl, at: add(whorl.at, delta) } : whorl));
  const moved = whorls[index];
  if (moved === undefined || scalpOf(photo).map.toChart(moved.at) === null) return null;
  return { type: 'setWhorls', photoId: photo.id, whorls };
}

/** A landmark goes where the hand has it, proposed or not, and is confirmed by that; it stays on the photo. */
function moveLandmark(name: LandmarkName, delta: PhotoPoint, { photo, landmarks = [] }: ToolSetting): CaseEdit | null {
  const from = landmarks.find((each) => each.name === name);
  if (from === undefined) return null;
  const at = {
    x: Math.min(Math.max(from.at.x + delta.x, 0), photo.width),
    y: Math.min(Math.max(from.at.y + delta.y, 0), photo.height),
  };
  return { type: 'setLandmarks', photoId: photo.id, landmarks: withLandmark(photo.landmarks, name, at) };
}

/** Our choice: below it an axis has no direction to speak of. */
const SHORTEST_MIDLINE_PX = 10;

function moveMidline(end: 'top' | 'bottom' | 'whole', delta: PhotoPoint, { photo }: ToolSetting): CaseEdit | null {
  const { top, bottom } = photo.midline;
  const midline = {
    top: end === 'bottom' ? top : nearPhoto(add(top, delta), photo),
    bottom: end === 'top' ? bottom : nearPhoto(add(bottom, delta), photo),
  };
  // Both ends in one place would leave no axis to mirror about.
  if (distance(midline.top, midline.bottom) < SHORTEST_MIDLINE_PX) return null;
  return { type: 'setMidline', photoId: photo.id, midline };
}

/** The larger of the two directions only. */
export const straight = (delta: PhotoPoint): PhotoPoint =>
  Math.abs(delta.x) >= Math.abs(delta.y) ? { x: delta.x, y: 0 } : { x: 0, y: delta.y };
