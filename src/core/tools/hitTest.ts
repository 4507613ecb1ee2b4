import { hairlineOn } from '../design/edits';
import { nearestOnCurve } from '../geometry/curve';
import type { PhotoPoint } from '../geometry/units';
import { distance } from '../geometry/vec';
import { outlineGrips } from './outlineGrips';
import type { Target } from './target';
import type { ToolPointer, ToolSetting } from './tool';

/** Half the width of what a pointer hits, CSS px: 44 px for a finger, 20 with a mouse, a pen between them. */
const REACH_PX: Readonly<Record<ToolPointer['pointer'], number>> = { mouse: 10, pen: 14, touch: 22 };

export const reachPx = (pointer: ToolPointer, setting: ToolSetting): number =>
  REACH_PX[pointer.pointer] / setting.screenPxPerPhotoPx;

/** What the pointer can take hold of: the nearest handle or grip, else the hairline's curve, else the midline's length. */
export function hitTest(pointer: ToolPointer, setting: ToolSetting): Target | null {
  const handles = [...hairlineHandles(setting), ...guideGrips(setting)];
  return (
    nearest(handles, pointer.photo, reachPx(pointer, setting)) ??
    onCurve(pointer, setting) ??
    onMidline(pointer, setting)
  );
}

/** A handle or a place on the hairline's curve. */
export const hairlineHit = (pointer: ToolPointer, setting: ToolSetting): Target | null =>
  nearest(hairlineHandles(setting), pointer.photo, reachPx(pointer, setting)) ?? onCurve(pointer, setting);

interface Grip {
  readonly at: PhotoPoint;
  readonly of: Target;
}

function hairlineHandles(setting: ToolSetting): Grip[] {
  const area = hairlineOn(setting.case, setting.photo.id);
  return area?.points.map((at, index) => ({ at, of: { kind: 'handle', areaId: area.id, index } })) ?? [];
}

function guideGrips({ photo, midlineShown, outlineShown }: ToolSetting): Grip[] {
  const { top, bottom } = photo.midline;
  const ends: Grip[] = [
    { at: top, of: { kind: 'midline', end: 'top' } },
    { at: bottom, of: { kind: 'midline', end: 'bottom' } },
  ];
  const grips = outlineGrips(photo.outline).map(({ grip, at }): Grip => ({ at, of: { kind: 'outline', grip } }));
  return [...(midlineShown ? ends : []), ...(outlineShown ? grips : [])];
}

function onCurve(pointer: ToolPointer, setting: ToolSetting): Target | null {
  const area = hairlineOn(setting.case, setting.photo.id);
  const on = area === undefined ? null : nearestOnCurve(area.points, pointer.photo);
  if (area === undefined || on === null || on.distance > reachPx(pointer, setting)) return null;
  return { kind: 'curve', areaId: area.id, segment: on.segment, t: on.t };
}

function onMidline(pointer: ToolPointer, setting: ToolSetting): Target | null {
  if (!setting.midlineShown) return null;
  const { top, bottom } = setting.photo.midline;
  const on = nearestOnCurve([top, bottom], pointer.photo);
  return on !== null && on.distance <= reachPx(pointer, setting) ? { kind: 'midline', end: 'whole' } : null;
}

/** Which of some places lies nearest to `p`, within `reach` px; the first of several as near, null when none is. */
export function nearest<Of>(
  places: readonly { readonly at: PhotoPoint; readonly of: Of }[],
  p: PhotoPoint,
  reach: number,
): Of | null {
  let best: Of | null = null;
  let within = reach;
  for (const { at, of } of places) {
    const away = distance(at, p);
    if (away < within || (best === null && away === within)) {
      best = of;
      within = away;
    }
  }
  return best;
}
