import type { ChartGrid } from '../geometry/distance';
import { distanceToSegments, squaredDistanceToSegment } from '../geometry/distance';
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
  for (const stroke of strokes) applyStroke(field, perCm2, stroke);
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

function applyStroke(field: DensityField, perCm2: Float32Array, stroke: BrushStroke): void {
  const radius = Math.max(stroke.radiusMm / MM_PER_CM, Math.SQRT2 * field.step);
  const feather = stroke.featherMm / MM_PER_CM;
  const reach = radius + feather;
  const box = nodesAround(field, stroke.path, reach);
  if (box === null) return;
  const segments = segmentsAlong(stroke.path, field.step / WAY_TOLERANCE);
  // A hair wider, so that nodes right at the radius of a hard brush are told from those beyond.
  const distances = distanceToSegments(box.grid, segments, reach * (1 + 1e-6));
  const { strength } = stroke;
  const way = stroke.kind === 'more' ? 1 : -1;
  const target = stroke.kind === 'target' ? (stroke.perCm2 ?? 0) : 0;
  for (let r = 0; r < box.grid.rows; r++) {
    for (let c = 0; c < box.grid.columns; c++) {
      const distance = distances[r * box.grid.columns + c] as number;
      if (distance > reach) continue;
      const node = (box.row + r) * field.columns + box.column + c;
      if (field.perCm2[node] === 0) continue;
      const weight = distance <= radius ? strength : strength * (1 - smoothRise((distance - radius) / feather));
      if (weight === 0) continue;
      perCm2[node] = Math.min((perCm2[node] as number) * (1 + way * weight) + target * weight, CEILING_PER_CM2);
    }
  }
}

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

/** The part of the field's grid within `reach` cm of the path's bounds, and its first node; null where they do not meet. */
function nodesAround(
  field: DensityField,
  path: Float64Array,
  reach: number,
): { readonly grid: ChartGrid; readonly column: number; readonly row: number } | null {
  const { originX, originY, step } = field;
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let i = 0; i < path.length; i += 2) {
    const x = path[i] as number;
    const y = path[i + 1] as number;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  const column = Math.max(Math.floor((x0 - reach - originX) / step), 0);
  const row = Math.max(Math.floor((y0 - reach - originY) / step), 0);
  const columns = Math.min(Math.ceil((x1 + reach - originX) / step), field.columns - 1) - column + 1;
  const rows = Math.min(Math.ceil((y1 + reach - originY) / step), field.rows - 1) - row + 1;
  if (columns <= 0 || rows <= 0) return null;
  const grid = { originX: originX + column * step, originY: originY + row * step, step, columns, rows };
  return { grid, column, row };
}
