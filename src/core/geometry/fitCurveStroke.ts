import type { PhotoPoint } from './units';
import { dot, distance, isFinitePoint, subtract, unit } from './vec';

/** Evenly spaced samples of a stroke, in photo px, freed of hooks and tremor. */
export interface SmoothStroke {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Length of the smoothed stroke, px. */
  readonly lengthPx: number;
}

/** Our choice: enough for forty handles, few enough to fit a curve while the hand still draws. */
const MOST_SAMPLES = 160;
const FINE_SAMPLES = 640;
/** Tremor is averaged over this many tolerances of the way; a corner is rounded by less than one tolerance. */
const SMOOTHING = 1.5;

/**
 * What the hand meant: samples in one place merged, the little hooks of pen-down and pen-up cut off, tremor averaged
 * out, samples evenly spaced. Null when there is no stroke: fewer than two distinct samples.
 */
export function smoothStroke(stroke: readonly PhotoPoint[], tolerancePx: number): SmoothStroke | null {
  const distinct = stroke.filter(isFinitePoint).filter((point, i, all) => {
    const before = all[i - 1];
    return before === undefined || distance(before, point) > 1e-6;
  });
  const unhooked = withoutHook(withoutHook(distinct, tolerancePx).reverse(), tolerancePx).reverse();
  const even = resample(unhooked, (lengthPx) => Math.min(Math.ceil((lengthPx / tolerancePx) * 2) + 8, FINE_SAMPLES));
  if (even === null) return null;
  const sigma = (SMOOTHING * tolerancePx * (even.xs.length - 1)) / even.lengthPx;
  const points = pairs(smoothed(even.xs, sigma), smoothed(even.ys, sigma));
  return resample(points, () => Math.min(even.xs.length - 1, MOST_SAMPLES - 1));
}

/** A hook is a first bit of the stroke, a few tolerances long, that runs another way than the stroke then takes. */
function withoutHook(points: readonly PhotoPoint[], tolerancePx: number): PhotoPoint[] {
  const ways = wayTo(points);
  const whole = ways.at(-1) ?? 0;
  const reach = Math.min(HOOK_TOLERANCES * tolerancePx, whole / 6);
  const after = points.find((_, i) => (ways[i] ?? 0) >= reach);
  const further = points.find((_, i) => (ways[i] ?? 0) >= 3 * reach);
  const direction = after && further && unit(subtract(further, after));
  if (!direction) return [...points];
  // The stroke truly starts where it lies furthest back along the way it then takes.
  let start = 0;
  let furthestBack = Infinity;
  for (const [i, point] of points.entries()) {
    if ((ways[i] ?? 0) > reach) break;
    const back = dot(point, direction);
    if (back < furthestBack) {
      furthestBack = back;
      start = i;
    }
  }
  return points.slice(start);
}

const HOOK_TOLERANCES = 8;

function wayTo(points: readonly PhotoPoint[]): number[] {
  let way = 0;
  return points.map((point, i) => (way += distance(points[i - 1] ?? point, point)));
}

/** The same polyline in equal steps; as many as `stepsFor` its length. */
function resample(points: readonly PhotoPoint[], stepsFor: (lengthPx: number) => number): SmoothStroke | null {
  const ways = wayTo(points);
  const lengthPx = ways.at(-1) ?? 0;
  if (!(lengthPx > 1e-6)) return null;
  const steps = stepsFor(lengthPx);
  const xs = new Float64Array(steps + 1);
  const ys = new Float64Array(steps + 1);
  for (let k = 0, i = 1; k <= steps; k++) {
    const way = (k / steps) * lengthPx;
    while (i + 1 < points.length && (ways[i] ?? 0) < way) i++;
    const [from, to] = [points[i - 1], points[i]];
    if (from === undefined || to === undefined) break;
    const begun = ways[i - 1] ?? 0;
    const share = Math.min((way - begun) / Math.max((ways[i] ?? 0) - begun, 1e-12), 1);
    xs[k] = from.x + (to.x - from.x) * share;
    ys[k] = from.y + (to.y - from.y) * share;
  }
  return { xs, ys, lengthPx };
}

/** Gaussian average with `sigma` in samples; beyond the ends the stroke goes on turned about them, so the ends stay. */
export function smoothed(values: Float64Array, sigma: number): Float64Array {
  const last = values.length - 1;
  const reach = Math.min(Math.ceil(3 * sigma), last);
  const weights = Float64Array.from({ length: reach + 1 }, (_, i) => Math.exp(-(i * i) / (2 * sigma * sigma)));
  const whole = weights.reduce((sum, weight, i) => sum + (i === 0 ? weight : 2 * weight), 0);
  const beyond = (i: number): number => {
    if (i < 0) return 2 * (values[0] as number) - (values[-i] as number);
    if (i > last) return 2 * (values[last] as number) - (values[2 * last - i] as number);
    return values[i] as number;
  };
  return values.map((_, k) => {
    let sum = 0;
    for (let i = -reach; i <= reach; i++) sum += (weights[Math.abs(i)] as number) * beyond(k + i);
    return sum / whole;
  });
}

const pairs = (xs: Float64Array, ys: Float64Array): PhotoPoint[] =>
  Array.from(xs, (x, i) => ({ x, y: ys[i] as number }));
