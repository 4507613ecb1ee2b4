import { curveSpans, tangentWeights } from './curveBasis';
import type { SmoothStroke } from './fitCurveStroke';
import { solveSymmetric } from './solveSymmetric';
import type { PhotoPoint } from './units';

/** Handles and, for each sample of the stroke, where on the curve it belongs: segment + t, rising. */
export interface Fit {
  readonly handles: readonly PhotoPoint[];
  readonly places: Float64Array;
}

/** How firmly a handle without samples of its own keeps its place; small beside one sample's pull of 1 (our choice). */
const KEEP = 1e-3;

/**
 * One round of fitting: the handles that bring the curve nearest to the samples in the sense of least squares while
 * knots and places are held, then each sample's place one Gauss–Newton step nearer (Hoschek 1988, intrinsic
 * parametrisation).
 */
export function improveFit(stroke: SmoothStroke, fit: Fit): Fit {
  const rows = curveRows(fit);
  const handles = solveHandles(stroke, fit, rows);
  return { handles, places: nearerPlaces(stroke, { handles, places: fit.places }, rows) };
}

/** The largest distance in px between a sample and its place on the curve. */
export function fitDeviation(stroke: SmoothStroke, fit: Fit): number {
  const rows = curveRows(fit);
  const xs = coordinates(fit.handles, 'x');
  const ys = coordinates(fit.handles, 'y');
  let worst = 0;
  for (let k = 0; k < fit.places.length; k++) {
    const dx = weighted(rows.values, rows.first, k, xs) - (stroke.xs[k] as number);
    const dy = weighted(rows.values, rows.first, k, ys) - (stroke.ys[k] as number);
    worst = Math.max(worst, dx * dx + dy * dy);
  }
  return Math.sqrt(worst);
}

/** The curve and its derivative at each sample's place as weights of four handles from `first` on; 4 numbers a sample. */
interface CurveRows {
  readonly first: Int32Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

function curveRows({ handles, places }: Fit): CurveRows {
  const spans = Float64Array.from(curveSpans(handles));
  const tangents = tangentWeights([...spans]);
  const tangentFirst = Int32Array.from(tangents, (tangent) => tangent.first);
  const tangentOf = Float64Array.from(tangents.flatMap((tangent) => tangent.weights));
  const rows: CurveRows = {
    first: new Int32Array(places.length),
    values: new Float64Array(4 * places.length),
    slopes: new Float64Array(4 * places.length),
  };
  for (let k = 0; k < places.length; k++) {
    const place = places[k] as number;
    const segment = Math.min(Math.floor(place), spans.length - 1);
    const span = spans[segment] as number;
    const t = place - segment;
    const t2 = t * t;
    const t3 = t2 * t;
    const first = Math.max(segment - 1, 0);
    rows.first[k] = first;
    const own = 4 * k + segment - first;
    put(rows, own, 2 * t3 - 3 * t2 + 1, 6 * t2 - 6 * t);
    put(rows, own + 1, 3 * t2 - 2 * t3, 6 * t - 6 * t2);
    for (let side = 0; side < 2; side++) {
      const value = (side === 0 ? t3 - 2 * t2 + t : t3 - t2) * span;
      const slope = (side === 0 ? 3 * t2 - 4 * t + 1 : 3 * t2 - 2 * t) * span;
      const at = 4 * k + (tangentFirst[segment + side] as number) - first;
      for (let i = 0; i < 3; i++) {
        const weight = tangentOf[3 * (segment + side) + i] as number;
        if (weight !== 0) put(rows, at + i, value * weight, slope * weight);
      }
    }
  }
  return rows;
}

function put(rows: CurveRows, i: number, value: number, slope: number): void {
  rows.values[i] = (rows.values[i] as number) + value;
  rows.slopes[i] = (rows.slopes[i] as number) + slope;
}

/** The handles' coordinates under a sample's four weights; beyond the last handle the weights are 0. */
function weighted(weights: Float64Array, first: Int32Array, k: number, coordinates: Float64Array): number {
  const start = first[k] as number;
  let sum = 0;
  for (let i = 0; i < 4; i++) sum += (weights[4 * k + i] as number) * (coordinates[start + i] as number);
  return sum;
}

/** One axis of the handles, with room for the fourth weight at the last of them. */
function coordinates(handles: readonly PhotoPoint[], axis: 'x' | 'y'): Float64Array {
  const flat = new Float64Array(handles.length + 3);
  for (const [i, handle] of handles.entries()) flat[i] = handle[axis];
  return flat;
}

function solveHandles(stroke: SmoothStroke, { handles }: Fit, { first, values }: CurveRows): PhotoPoint[] {
  const n = handles.length;
  const matrix = new Float64Array(n * n);
  const xs = Float64Array.from(handles, (handle) => KEEP * handle.x);
  const ys = Float64Array.from(handles, (handle) => KEEP * handle.y);
  for (let i = 0; i < n; i++) matrix[i * n + i] = KEEP;
  for (let k = 0; k < first.length; k++) {
    const start = first[k] as number;
    for (let i = 0; i < 4 && start + i < n; i++) {
      const weight = values[4 * k + i] as number;
      const at = start + i;
      xs[at] = (xs[at] as number) + weight * (stroke.xs[k] as number);
      ys[at] = (ys[at] as number) + weight * (stroke.ys[k] as number);
      for (let j = 0; j <= i; j++) {
        const cell = at * n + start + j;
        matrix[cell] = (matrix[cell] as number) + weight * (values[4 * k + j] as number);
      }
    }
  }
  solveSymmetric(matrix, xs, ys);
  return Array.from(xs, (x, i) => ({ x, y: ys[i] as number }));
}

function nearerPlaces(stroke: SmoothStroke, { handles, places }: Fit, rows: CurveRows): Float64Array {
  const xs = coordinates(handles, 'x');
  const ys = coordinates(handles, 'y');
  let before = 0;
  return places.map((place, k) => {
    const dx = (stroke.xs[k] as number) - weighted(rows.values, rows.first, k, xs);
    const dy = (stroke.ys[k] as number) - weighted(rows.values, rows.first, k, ys);
    const sx = weighted(rows.slopes, rows.first, k, xs);
    const sy = weighted(rows.slopes, rows.first, k, ys);
    const step = (dx * sx + dy * sy) / Math.max(sx * sx + sy * sy, 1e-12);
    // The hand never goes back along its own line: places only rise.
    before = Math.min(Math.max(place + Math.min(Math.max(step, -0.5), 0.5), before), handles.length - 1);
    return before;
  });
}
