import { fitDeviation, improveFit, type Fit } from './fitCurveSolve';
import { smoothed, smoothStroke, type SmoothStroke } from './fitCurveStroke';
import type { PhotoPoint } from './units';
import { mix } from './vec';

/** Our choice: more than any hairline needs; a scribble ends here and may stray further than the tolerance. */
const MOST_HANDLES = 40;
/** Rounds of least squares at one count of handles; twelve spare one handle in a hundred at half as much time again. */
const ROUNDS = 4;
/** Twice the tolerance after two rounds is seldom mended by two more: go on with more handles at once (our choice). */
const HOPELESS = 2;
/** A turn of one radian draws as many handles to it as half of the line's length (our choice: fewest handles on hairlines). */
const PULL_OF_A_RADIAN = 0.5;
/** The pull reaches this share of the line to both sides, so that a corner's neighbours crowd to it too (our choice). */
const PULL_REACH = 0.02;

/**
 * A freehand stroke as the handles of a smooth curve: as few as bring the curve within `tolerancePx` of the stroke, after
 * tremor was averaged out and the hooks of pen-down and pen-up cut off. The handles are the least-squares ones for their
 * count and stand closer where the line turns. A stroke without length gives none. At most 40 handles: a scribble that
 * would need more is followed less closely. About a millisecond for any number of samples.
 */
export function fitCurve(stroke: readonly PhotoPoint[], tolerancePx: number): PhotoPoint[] {
  const smooth = smoothStroke(stroke, tolerancePx);
  if (smooth === null) return [];
  const crowding = crowdingAlong(smooth);
  let count = 2;
  for (;;) {
    const { handles, deviationPx } = fitWith(smooth, crowding, count, tolerancePx);
    if (count >= MOST_HANDLES || deviationPx <= tolerancePx) return [...handles];
    count = Math.min(count + Math.max(1, count >> 3), MOST_HANDLES);
  }
}

function fitWith(
  stroke: SmoothStroke,
  crowding: Float64Array,
  count: number,
  tolerancePx: number,
): { handles: readonly PhotoPoint[]; deviationPx: number } {
  let fit = layHandles(stroke, crowding, count);
  let deviationPx = Infinity;
  for (let round = 0; round < ROUNDS; round += 2) {
    fit = improveFit(stroke, improveFit(stroke, fit));
    deviationPx = fitDeviation(stroke, fit);
    if (deviationPx <= tolerancePx || deviationPx > HOPELESS * tolerancePx) break;
  }
  return { handles: fit.handles, deviationPx };
}

/** Running sum along the samples of how many handles they ask for, in arbitrary units: length, and turning more. */
function crowdingAlong({ xs, ys }: SmoothStroke): Float64Array {
  const n = xs.length;
  const turns = new Float64Array(n);
  for (let i = 1; i + 1 < n; i++) {
    const ax = (xs[i] as number) - (xs[i - 1] as number);
    const ay = (ys[i] as number) - (ys[i - 1] as number);
    const bx = (xs[i + 1] as number) - (xs[i] as number);
    const by = (ys[i + 1] as number) - (ys[i] as number);
    turns[i] = Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  const wide = smoothed(turns, n * PULL_REACH);
  let sum = 0;
  return wide.map((turn, i) => (i === 0 ? 0 : (sum += 1 / n + PULL_OF_A_RADIAN * Math.abs(turn))));
}

/** Handles on the stroke with equal crowding between them, and the samples' first places by their order. */
function layHandles({ xs, ys }: SmoothStroke, crowding: Float64Array, count: number): Fit {
  const last = xs.length - 1;
  const whole = crowding[last] as number;
  const sample = (i: number): PhotoPoint => ({ x: xs[i] as number, y: ys[i] as number });
  const stations: number[] = [];
  const handles: PhotoPoint[] = [];
  for (let j = 0, i = 0; j < count; j++) {
    const goal = (j / (count - 1)) * whole;
    while (i + 1 < last && (crowding[i + 1] as number) < goal) i++;
    const from = crowding[i] as number;
    const share = Math.min(Math.max((goal - from) / ((crowding[i + 1] as number) - from), 0), 1);
    stations.push(i + share);
    handles.push(mix(sample(i), sample(i + 1), share));
  }
  let segment = 0;
  const places = xs.map((_, k) => {
    while (segment + 2 < count && (stations[segment + 1] ?? last) <= k) segment++;
    const from = stations[segment] ?? 0;
    const to = stations[segment + 1] ?? last;
    return segment + Math.min(Math.max((k - from) / Math.max(to - from, 1e-9), 0), 1);
  });
  return { handles, places };
}
