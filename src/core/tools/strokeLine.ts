import { fitCurve } from '../geometry/fitCurve';
import type { PhotoPoint } from '../geometry/units';
import { distance } from '../geometry/vec';
import { mmPerPx } from '../head/scale';
import { err, ok, type Result } from '../result';
import { lineCrosses } from './hairline/hairlineEdit';
import type { HintKey } from './hints';
import type { ToolSetting } from './tool';

/** The curve keeps within this of the stroke: a steady hand's tremor is less, a technician's intention more. Our choice. */
const FIT_TOLERANCE_SCREEN_PX = 2.5;
/** Nearer than this on the skin a pen cannot mean anything, however far the picture is magnified. Our choice. */
const FIT_TOLERANCE_MM = 0.4;
/** A stroke shorter than this on the screen is a slip. Our choice. */
const MIN_STROKE_PX = 24;

/** The handles of the smooth line that a stroke means; photo px. */
export function fitStroke(trace: readonly PhotoPoint[], { photo, screenPxPerPhotoPx }: ToolSetting): PhotoPoint[] {
  const onScreen = FIT_TOLERANCE_SCREEN_PX / screenPxPerPhotoPx;
  return fitCurve(trace, Math.max(onScreen, FIT_TOLERANCE_MM / mmPerPx(photo).mmPerPx));
}

/** The handles of the hairline that a finished stroke draws, or the hint that says why it draws none. */
export function strokeLine(trace: readonly PhotoPoint[], setting: ToolSetting): Result<PhotoPoint[], HintKey> {
  const { width, height } = setting.photo;
  const outside = trace.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height).length;
  if (2 * outside > trace.length) return err('hint.strokeOutside');
  const points = fitStroke(trace, setting);
  const long = pathLength(trace) * setting.screenPxPerPhotoPx >= MIN_STROKE_PX;
  if (!long || points.length < 2) return err('hint.strokeTooShort');
  return lineCrosses(points) ? err('hint.strokeCrosses') : ok(points);
}

function pathLength(points: readonly PhotoPoint[]): number {
  let sum = 0;
  for (const [i, p] of points.entries()) sum += distance(p, points[i - 1] ?? p);
  return sum;
}
