import { hairlineOn } from '../design/edits';
import { nearestOnCurve } from '../geometry/curve';
import type { PhotoPoint } from '../geometry/units';
import { distance } from '../geometry/vec';
import { outlineGrips, type OutlineGrip } from './outlineGrips';
import type { ToolPointer, ToolSetting } from './tool';

/** Something on the canvas that can be taken hold of. */
export type Target =
  | { readonly kind: 'handle'; readonly areaId: string; readonly index: number }
  | { readonly kind: 'curve'; readonly areaId: string; readonly segment: number; readonly t: number }
  | { readonly kind: 'outline'; readonly grip: OutlineGrip }
  | { readonly kind: 'midline'; readonly end: 'top' | 'bottom' | 'whole' };

/** Half the width of what a pointer hits, CSS px: 44 px for a finger, 20 with a mouse, a pen between them. */
const REACH_PX: Readonly<Record<ToolPointer['pointer'], number>> = { mouse: 10, pen: 14, touch: 22 };

export const reachPx = (pointer: ToolPointer, setting: ToolSetting): number =>
  REACH_PX[pointer.pointer] / setting.screenPxPerPhotoPx;

/** The nearest thing under the pointer; a handle goes before the line it sits on, the hairline before the guides. */
export function hitTest(pointer: ToolPointer, setting: ToolSetting): Target | null {
  return hairlineHit(pointer, setting) ?? guideHit(pointer, setting);
}

/** A handle or a place on the hairline's curve. */
export function hairlineHit(pointer: ToolPointer, setting: ToolSetting): Target | null {
  const area = hairlineOn(setting.case, setting.photo.id);
  if (area === undefined) return null;
  const reach = reachPx(pointer, setting);
  const index = nearest(
    area.points.map((at, i) => ({ at, of: i })),
    pointer.photo,
    reach,
  );
  if (index !== null) return { kind: 'handle', areaId: area.id, index };
  const on = nearestOnCurve(area.points, pointer.photo);
  if (on === null || on.distance > reach) return null;
  return { kind: 'curve', areaId: area.id, segment: on.segment, t: on.t };
}

function guideHit(pointer: ToolPointer, setting: ToolSetting): Target | null {
  const { photo } = setting;
  const reach = reachPx(pointer, setting);
  if (setting.midlineShown) {
    const { top, bottom } = photo.midline;
    const end = nearest(
      [
        { at: top, of: 'top' as const },
        { at: bottom, of: 'bottom' as const },
      ],
      pointer.photo,
      reach,
    );
    if (end !== null) return { kind: 'midline', end };
  }
  if (setting.outlineShown) {
    const grip = nearest(
      outlineGrips(photo.outline).map((each) => ({ at: each.at, of: each.grip })),
      pointer.photo,
      reach,
    );
    if (grip !== null) return { kind: 'outline', grip };
  }
  if (setting.midlineShown) {
    const { top, bottom } = photo.midline;
    const on = nearestOnCurve([top, bottom], pointer.photo);
    if (on !== null && on.distance <= reach) return { kind: 'midline', end: 'whole' };
  }
  return null;
}

/** Which of some places lies nearest to `p`, within `reach` px; null when none does. */
export function nearest<Of>(
  places: readonly { readonly at: PhotoPoint; readonly of: Of }[],
  p: PhotoPoint,
  reach: number,
): Of | null {
  let best: Of | null = null;
  let within = reach;
  for (const { at, of } of places) {
    const away = distance(at, p);
    if (away <= within) {
      best = of;
      within = away;
    }
  }
  return best;
}
