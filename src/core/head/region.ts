import { flattenCurve } from '../geometry/curve';
import { polylinePoints } from '../geometry/polygon';
import type { PhotoPoint } from '../geometry/units';
import { isFinitePoint, subtract, unit } from '../geometry/vec';
import { err, ok, type Result } from '../result';
import { boundingLine, circleArc, type AimOf } from './boundingLine';
import type { HeadOutline, View } from './headPhoto';
import { fromUnitCircle, toUnitCircle } from './outline';

export type RegionProblem =
  | { readonly kind: 'tooFewPoints' }
  | { readonly kind: 'tooShort' }
  | { readonly kind: 'outsideHead' }
  | { readonly kind: 'crossesItself' };

/** The area behind a hairline; all in photo px as x0, y0, x1, y1 … */
export interface Region {
  /** The hairline as it bounds the area: cut at the outline, or carried on to it. */
  readonly line: Float64Array;
  /** The closed ring, the line first, then back along the outline; the first point is not repeated. */
  readonly ring: Float64Array;
}

/** Deviation of the flattened curve, photo px. */
const CURVE_TOLERANCE_PX = 0.1;
/** Deviation of the outline's arc: its chords all lie inside, so this much of the outline's length is lost in area. */
const ARC_TOLERANCE_PX = 0.03;

/**
 * Where the crown of the head lies from the outline's centre in each view; the area behind the hairline closes along
 * that side. Profiles: over the top to the back. From behind (`crown`) the stubble's border is drawn below the bald area.
 */
const CROWN: Readonly<Record<View, PhotoPoint>> = {
  front: { x: 0, y: -1 },
  front45: { x: 0, y: -1 },
  top: { x: 0, y: -1 },
  other: { x: 0, y: -1 },
  left: { x: 0.6, y: -0.8 },
  right: { x: -0.6, y: -0.8 },
  crown: { x: 0, y: -1 },
};

/**
 * The area behind a hairline, closed along the head's outline. The direction in which the line was drawn is no matter,
 * and handles that are not finite are left out.
 */
export function regionBehind(
  points: readonly PhotoPoint[],
  outline: HeadOutline,
  view: View,
): Result<Region, RegionProblem> {
  const handles = points.filter(isFinitePoint);
  if (handles.length < 2) return err({ kind: 'tooFewPoints' });
  if (!(outline.rx > 0 && outline.ry > 0)) return err({ kind: 'outsideHead' });
  // In the outline's own space, where it is the unit circle, cutting and closing are simple.
  const drawn = polylinePoints(flattenCurve(handles, CURVE_TOLERANCE_PX)).map((p) => toUnitCircle(outline, p));
  const step = 2 * Math.acos(1 - ARC_TOLERANCE_PX / Math.max(outline.rx, outline.ry, 1));
  const line = boundingLine(drawn, step, aimIn(outline, view));
  if (!line.ok) return err({ kind: line.error });
  const ring = [...line.value, ...arcBack(line.value, outline, view, step)];
  return ok({ line: photoFlat(line.value, outline), ring: photoFlat(ring, outline) });
}

/**
 * In profile the shortest way out from a temple or sideburn leads over cheek and ear: the lower end of a line that runs
 * down from the forehead is carried on above the ear to the back of the head, a little upwards in half profile, where
 * the ear stands before it.
 */
function aimIn(outline: HeadOutline, view: View): AimOf {
  const aim = TO_THE_BACK[view];
  return (end, other) => {
    const away = subtract(fromUnitCircle(outline, end), fromUnitCircle(outline, other));
    return aim !== undefined && away.x * aim.x > 0 && away.y > 0 ? unit(directionIn(outline, aim)) : null;
  };
}

const TO_THE_BACK: Readonly<Partial<Record<View, PhotoPoint>>> = {
  left: { x: 1, y: 0 },
  right: { x: -1, y: 0 },
  front45: { x: 1, y: -0.25 },
};

/** A direction in the photo, in the outline's own space. */
const directionIn = (outline: HeadOutline, { x, y }: PhotoPoint): PhotoPoint =>
  toUnitCircle(outline, { x: outline.cx + x, y: outline.cy + y });

/** The outline from the line's end back to its start, by the side on which the crown lies; without the two ends. */
function arcBack(line: readonly PhotoPoint[], outline: HeadOutline, view: View, step: number): PhotoPoint[] {
  const from = angleOf(line.at(-1));
  const ahead = forward(from, angleOf(line[0]));
  const sweep = forward(from, angleOf(directionIn(outline, CROWN[view]))) <= ahead ? ahead : ahead - 2 * Math.PI;
  return circleArc(from, sweep, step);
}

const angleOf = (p: PhotoPoint | undefined): number => Math.atan2(p?.y ?? 0, p?.x ?? 0);

/** The positive angle from one direction on to another, 0 to 2π. */
const forward = (from: number, to: number): number => {
  const way = (to - from) % (2 * Math.PI);
  return way < 0 ? way + 2 * Math.PI : way;
};

function photoFlat(points: readonly PhotoPoint[], outline: HeadOutline): Float64Array {
  const flat = new Float64Array(points.length * 2);
  for (const [i, u] of points.entries()) {
    const p = fromUnitCircle(outline, u);
    flat[i * 2] = p.x;
    flat[i * 2 + 1] = p.y;
  }
  return flat;
}
