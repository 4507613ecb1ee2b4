import type { CaseEdit } from '../design/edits';
import { hairlineOn } from '../design/edits';
import { bendCurve } from '../geometry/curveEdits';
import type { PhotoPoint } from '../geometry/units';
import { add, subtract } from '../geometry/vec';
import { dragOutline, outlineGrips } from './outlineGrips';
import type { Target } from './hitTest';
import type { ToolPointer, ToolSetting } from './tool';

/** The edit that takes a target from where it was pressed to where the pointer is now; null when it has not moved. */
export function dragTarget(target: Target, from: ToolPointer, to: ToolPointer, setting: ToolSetting): CaseEdit | null {
  const delta = subtract(to.photo, from.photo);
  if (delta.x === 0 && delta.y === 0) return null;
  switch (target.kind) {
    case 'handle':
      return moveHandle(target.index, to.shift ? straight(delta) : delta, setting);
    case 'curve':
      return moveCurve(target, delta, to.shift, setting);
    case 'outline': {
      const { outline } = setting.photo;
      const grip = outlineGrips(outline).find((each) => each.grip === target.grip);
      if (grip === undefined) return null;
      return {
        type: 'setOutline',
        photoId: setting.photo.id,
        outline: dragOutline(outline, target.grip, add(grip.at, delta)),
      };
    }
    case 'midline':
      return moveMidline(target.end, delta, setting);
  }
}

/** The hairline with one handle moved. */
export function moveHandle(index: number, delta: PhotoPoint, setting: ToolSetting): CaseEdit | null {
  return withHairline(setting, (points) => points.map((p, i) => (i === index ? add(p, delta) : p)));
}

/** The curve bends where it is dragged; with Shift the whole line moves. */
function moveCurve(
  place: Extract<Target, { kind: 'curve' }>,
  delta: PhotoPoint,
  whole: boolean,
  setting: ToolSetting,
): CaseEdit | null {
  return withHairline(setting, (points) =>
    whole ? points.map((p) => add(p, delta)) : bendCurve(points, place, delta),
  );
}

function moveMidline(end: 'top' | 'bottom' | 'whole', delta: PhotoPoint, { photo }: ToolSetting): CaseEdit | null {
  const { top, bottom } = photo.midline;
  const midline = {
    top: end === 'bottom' ? top : add(top, delta),
    bottom: end === 'top' ? bottom : add(bottom, delta),
  };
  // Both ends in one place would leave no axis to mirror about.
  if (Math.hypot(midline.top.x - midline.bottom.x, midline.top.y - midline.bottom.y) < 10) return null;
  return { type: 'setMidline', photoId: photo.id, midline };
}

/** The edit that replaces the photo's hairline by a change of its handles; null where there is no hairline. */
export function withHairline(
  setting: ToolSetting,
  change: (points: readonly PhotoPoint[]) => readonly PhotoPoint[],
): CaseEdit | null {
  const area = hairlineOn(setting.case, setting.photo.id);
  if (area === undefined) return null;
  return { type: 'setHairline', areaId: area.id, photoId: setting.photo.id, points: change(area.points) };
}

/** The larger of the two directions only. */
export const straight = (delta: PhotoPoint): PhotoPoint =>
  Math.abs(delta.x) >= Math.abs(delta.y) ? { x: delta.x, y: 0 } : { x: 0, y: delta.y };
