import type { Segments } from '../geometry/distance';
import { squaredDistanceToSegment } from '../geometry/distance';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { DensityField } from './field';
import { CEILING_PER_CM2 } from './field';
import { smoothRise } from './smoothRise';

/** One stroke of the density brush. */
export interface BrushStroke {
  /** Its way over the chart as x0, y0, x1, y1, … in cm; one place alone is a dab. */
  readonly path: Float64Array;
  /** Up to here from its way the stroke works fully, mm. */
  readonly radiusMm: number;
  /** Over this way beyond the radius its effect fades to nothing, mm; 0 for a hard edge. */
  readonly featherMm: number;
  /** More: up to twice the density. Less: down to none. Target: towards `perCm2`. */
  readonly kind: 'more' | 'less' | 'target';
  /** How far of that way, 0–1. */
  readonly strength: number;
  /** Dots/cm² that a target stroke leads to. */
  readonly perCm2?: number | undefined;
}

/** What is wrong with which stroke, counted from 0. */
export type BrushError =
  | { readonly kind: 'strokePathMalformed'; readonly stroke: number }
  | { readonly kind: 'strokeWidthOutOfRange'; readonly stroke: number; readonly limitMm: number }
  | { readonly kind: 'strokeStrengthOutOfRange'; readonly stroke: number }
  | { readonly kind: 'strokeTargetOutOfRange'; readonly stroke: number; readonly limitPerCm2: number };

const WIDTH_LIMIT_MM = 200; // wider than a head; our choice
const WAY_TOLERANCE = 20; // a stroke's way is followed to within this part of a node's step: unseen; our choice
const LONGEST_RUN = 32; // places that one segment may stand for
const MM_PER_CM = 10;

/**
 * The field after all strokes, one after the other. A stroke multiplies the density by 1 + strength or 1 − strength or
 * leads it towards its target, fully within its radius; it crosses its own way without adding up. Where the field is
 * zero it stays zero: a brush never widens an area, but a target brings back what an earlier stroke took away. A radius
 * below a node's diagonal is widened to it, so that on its way every stroke reaches what it asks for. Nodes that no
 * stroke touches keep their bits.
 */
export function brushField(field: DensityField, strokes: readonly BrushStroke[]): Result<DensityField, BrushError> {
  for (const [index, stroke] of strokes.entries()) {
    const fault = strokeFault(stroke, index);
    if (fault !== null) return err(fault);
  }
  const perCm2 = field.perCm2.slice();
  const squared = new Float64Array(perCm2.length).fill(Infinity);
  for (const stroke of strokes) applyStroke(field, perCm2, squared, stroke);
  return ok({ ...field, perCm2 });
}

// Written so that NaN fails.
function strokeFault(stroke: BrushStroke, index: number): BrushError | null {
  const { path, radiusMm, featherMm, strength } = stroke;
  if (path.length < 2 || path.length % 2 !== 0 || !path.every(Number.isFinite)) {
    return { kind: 'strokePathMalformed', stroke: index };
  }
  if (!(radiusMm >= 0 && featherMm >= 0 && radiusMm + featherMm <= WIDTH_LIMIT_MM)) {
    return { kind: 'strokeWidthOutOfRange', stroke: index, limitMm: WIDTH_LIMIT_MM };
  }
  if (!(strength >= 0 && strength <= 1)) return { kind: 'strokeStrengthOutOfRange', stroke: index };
  const target = stroke.perCm2 ?? NaN;
  if (stroke.kind === 'target' && !(target >= 0 && target <= CEILING_PER_CM2)) {
    return { kind: 'strokeTargetOutOfRange', stroke: index, limitPerCm2: CEILING_PER_CM2 };
  }
  return null;
}

/** Changes `perCm2` by one stroke. `squared` is Infinity everywhere, before and after. */
function applyStroke(field: DensityField, perCm2: Float32Array, squared: Float64Array, stroke: BrushStroke): void {
  const radius = Math.max(stroke.radiusMm / MM_PER_CM, Math.SQRT2 * field.step);
  const feather = stroke.featherMm / MM_PER_CM;
  const reach = radius + feather;
  const segments = segmentsAlong(stroke.path, field.step / WAY_TOLERANCE);
  for (let s = 0; s < segments.length; s += 4) approach(field, squared, segments, s, reach);
  const { strength } = stroke;
  const way = stroke.kind === 'more' ? 1 : -1;
  const target = stroke.kind === 'target' ? (stroke.perCm2 ?? 0) : 0;
  const { c0, r0, c1, r1 } = nodesAround(field, segments, 0, segments.length, reach);
  for (let r = r0; r <= r1; r++) {
    for (let node = r * field.columns + c0, end = r * field.columns + c1; node <= end; node++) {
      const near = squared[node] as number;
      if (near === Infinity) continue;
      squared[node] = Infinity;
      if (field.perCm2[node] === 0) continue;
      const beyond = Math.sqrt(near) - radius;
      const weight = beyond <= 0 ? strength : strength * (1 - smoothRise(beyond / feather));
      if (weight === 0) continue;
      perCm2[node] = Math.min((perCm2[node] as number) * (1 + way * weight) + target * weight, CEILING_PER_CM2);
    }
  }
}

/** Lowers the squared distances (cm²) of the nodes that lie within `reach` cm of segment `s`, and of few others. */
function approach(field: DensityField, squared: Float64Array, segments: Segments, s: number, reach: number): void {
  const { originX, originY, step, columns } = field;
  const ax = segments[s] as number;
  const ay = segments[s + 1] as number;
  const dx = (segments[s + 2] as number) - ax;
  const dy = (segments[s + 3] as number) - ay;
  const perLength = dx === 0 && dy === 0 ? 0 : 1 / (dx * dx + dy * dy);
  const box = nodesAround(field, segments, s, s + 4, reach);
  for (let r = box.r0; r <= box.r1; r++) {
    const py = originY + r * step - ay;
    // Only the part of the segment that is within reach of this row by height.
    const t0 = dy === 0 ? 0 : share((py - reach) / dy);
    const t1 = dy === 0 ? 1 : share((py + reach) / dy);
    const left = ax + Math.min(t0 * dx, t1 * dx) - reach;
    const right = ax + Math.max(t0 * dx, t1 * dx) + reach;
    const c0 = Math.max(Math.floor((left - originX) / step), box.c0);
    const c1 = Math.min(Math.ceil((right - originX) / step), box.c1);
    for (let c = c0; c <= c1; c++) {
      const px = originX + c * step - ax;
      const t = share((px * dx + py * dy) * perLength);
      const ex = px - t * dx;
      const ey = py - t * dy;
      const near = ex * ex + ey * ey;
      if (near < (squared[r * columns + c] as number)) squared[r * columns + c] = near;
    }
  }
}

const share = (t: number): number => (t < 0 ? 0 : t > 1 ? 1 : t);

/** Segments that keep within `tolerance` cm of all places of a path: a hand leaves far more places than its way needs. */
function segmentsAlong(path: Float64Array, tolerance: number): Float64Array {
  const last = path.length - 2;
  const segments: number[] = [];
  let from = 0;
  do {
    let to = Math.min(from + 2, last);
    while (to < last && to - from < 2 * LONGEST_RUN && staysNear(path, from, to + 2, tolerance)) to += 2;
    segments.push(path[from] as number, path[from + 1] as number, path[to] as number, path[to + 1] as number);
    from = to;
  } while (from < last);
  return Float64Array.from(segments);
}

function staysNear(path: Float64Array, from: number, to: number, tolerance: number): boolean {
  const chord = Float64Array.of(...path.subarray(from, from + 2), ...path.subarray(to, to + 2));
  for (let i = from + 2; i < to; i += 2) {
    const squared = squaredDistanceToSegment(chord, 0, path[i] as number, path[i + 1] as number);
    if (squared > tolerance * tolerance) return false;
  }
  return true;
}

/** First and last columns and rows of the field's nodes within `reach` cm of the bounds of segments `from` … `to` − 1. */
function nodesAround(
  field: DensityField,
  segments: Segments,
  from: number,
  to: number,
  reach: number,
): { readonly c0: number; readonly r0: number; readonly c1: number; readonly r1: number } {
  const { originX, originY, step } = field;
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let i = from; i < to; i += 2) {
    const x = segments[i] as number;
    const y = segments[i + 1] as number;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return {
    c0: Math.max(Math.floor((x0 - reach - originX) / step), 0),
    r0: Math.max(Math.floor((y0 - reach - originY) / step), 0),
    c1: Math.min(Math.ceil((x1 + reach - originX) / step), field.columns - 1),
    r1: Math.min(Math.ceil((y1 + reach - originY) / step), field.rows - 1),
  };
}
