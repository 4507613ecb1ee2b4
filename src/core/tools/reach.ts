import type { PhotoPoint } from '../geometry/units';
import { distance } from '../geometry/vec';
import type { ToolPointer, ToolSetting } from './tool';

/** Half the width of what a pointer hits, CSS px: 44 px for a finger, 20 with a mouse, a pen between them. */
const REACH_PX: Readonly<Record<ToolPointer['pointer'], number>> = { mouse: 10, pen: 14, touch: 22 };

/** A press that moves farther than this on the screen is a stroke, CSS px; placed points nearer than this are one. Our choice. */
export const STROKE_BEGINS_PX = 6;

/** How far from the pointer things are hit, photo px. */
export const reachPx = (pointer: ToolPointer, setting: ToolSetting): number =>
  REACH_PX[pointer.pointer] / setting.screenPxPerPhotoPx;

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
