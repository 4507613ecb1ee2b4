import { hairlineOn } from '../../design/edits';
import { nearestOnCurve, type CurveHandle } from '../../geometry/curve';
import type { PhotoPoint } from '../../geometry/units';
import { mmPerPx } from '../../head/scale';
import type { ToolSetting } from '../tool';

/** A stroke that begins and ends this near to the line redraws the stretch between. Our choice. */
const NEAR_MM = 5;
const NEAR_SCREEN_PX = 18;
/** Shorter than this share of a segment between its ends a stroke is no stretch. */
const LEAST_SEGMENTS = 0.15;

/**
 * The hairline with the stretch between the stroke's two ends drawn anew, in the line's own direction; null where the
 * stroke does not begin and end beside the line, and so is a line of its own.
 */
export function redrawnStretch(stroke: readonly CurveHandle[], setting: ToolSetting): readonly CurveHandle[] | null {
  const line = hairlineOn(setting.case, setting.photo.id)?.points;
  const [first, last] = [stroke[0], stroke.at(-1)];
  if (line === undefined || first === undefined || last === undefined || stroke.length < 2) return null;
  const reach = Math.max(NEAR_MM / mmPerPx(setting.photo).mmPerPx, NEAR_SCREEN_PX / setting.screenPxPerPhotoPx);
  const [from, to] = [placeOn(line, first, reach), placeOn(line, last, reach)];
  if (from === null || to === null || Math.abs(to - from) < LEAST_SEGMENTS) return null;
  const ahead = from < to;
  const [start, end] = ahead ? [from, to] : [to, from];
  const drawn = ahead ? stroke : [...stroke].reverse();
  return [...line.filter((_, i) => i < start - AT_HANDLE), ...drawn, ...line.filter((_, i) => i > end + AT_HANDLE)];
}

/** A handle nearer than this share of a segment to the stretch's end is replaced with it. Our choice. */
const AT_HANDLE = 0.2;

/** Where along the line, in segments, a place lies; null when it is farther off than `reach` px. */
function placeOn(line: readonly CurveHandle[], p: PhotoPoint, reach: number): number | null {
  const on = nearestOnCurve(line, p);
  return on === null || on.distance > reach ? null : on.segment + on.t;
}
