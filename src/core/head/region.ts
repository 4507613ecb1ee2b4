import { err, ok, type Result } from '../result';
import { flattenCurve } from '../geometry/curve';
import type { PhotoPoint } from '../geometry/units';
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

/** Deviation of the flattened curve and arc, photo px. */
const TOLERANCE_PX = 0.25;
/** A line shorter than this share of the outline's width bounds nothing that could be treated. Our choice. */
const SHORTEST_SHARE = 0.05;

/**
 * Where the crown of the head lies from the outline's centre in each view; the area behind the hairline closes along
 * that side. Profiles: over the top to the back. From behind (`crown`) the far edge is drawn and the near side filled.
 */
const CROWN: Readonly<Record<View, PhotoPoint>> = {
  front: { x: 0, y: -1 },
  front45: { x: 0, y: -1 },
  top: { x: 0, y: -1 },
  other: { x: 0, y: -1 },
  left: { x: 0.6, y: -0.8 },
  right: { x: -0.6, y: -0.8 },
  crown: { x: 0, y: 1 },
};

/** The area behind a hairline, closed along the head's outline; the direction in which the line was drawn is no matter. */
export function regionBehind(
  points: readonly PhotoPoint[],
  outline: HeadOutline,
  view: View,
): Result<Region, RegionProblem> {
  if (points.length < 2) return err({ kind: 'tooFewPoints' });
  // In the outline's own space, where it is the unit circle, cutting and closing are simple.
  const drawn = unitPoints(flattenCurve(points, TOLERANCE_PX), outline);
  const inside = cutEnds(drawn);
  if (inside === null) return err({ kind: 'outsideHead' });
  const line = carryOn(inside).map(pullInside);
  if (pathLength(inside) < SHORTEST_SHARE) return err({ kind: 'tooShort' });
  if (crossesItself(line)) return err({ kind: 'crossesItself' });
  const ring = [...line, ...arcBack(line, outline, view)];
  return ok({ line: photoFlat(line, outline), ring: photoFlat(ring, outline) });
}

function unitPoints(flat: Float64Array, outline: HeadOutline): PhotoPoint[] {
  const points: PhotoPoint[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const u = toUnitCircle(outline, { x: flat[i] as number, y: flat[i + 1] as number });
    const last = points.at(-1);
    if (last === undefined || last.x !== u.x || last.y !== u.y) points.push(u);
  }
  return points;
}

/** Without what lies outside before the line first enters the outline and after it last leaves; null if it never enters. */
function cutEnds(points: readonly PhotoPoint[]): PhotoPoint[] | null {
  const first = points.findIndex(isInside);
  const last = points.findLastIndex(isInside);
  if (first < 0) return null;
  const kept = points.slice(first, last + 1);
  const before = points[first - 1];
  const after = points[last + 1];
  const start = kept[0];
  const end = kept.at(-1);
  if (start === undefined || end === undefined) return null;
  return [
    ...(before === undefined ? [] : [onCircle(start, before)]),
    ...kept,
    ...(after === undefined ? [] : [onCircle(end, after)]),
  ];
}

const isInside = (u: PhotoPoint): boolean => u.x * u.x + u.y * u.y < 1;

/** Where the way from a place inside to one outside crosses the circle. */
function onCircle(inside: PhotoPoint, outside: PhotoPoint): PhotoPoint {
  const dx = outside.x - inside.x;
  const dy = outside.y - inside.y;
  const a = dx * dx + dy * dy;
  const b = inside.x * dx + inside.y * dy;
  const c = inside.x * inside.x + inside.y * inside.y - 1;
  const t = a === 0 ? 0 : (-b + Math.sqrt(Math.max(0, b * b - a * c))) / a;
  return { x: inside.x + dx * t, y: inside.y + dy * t };
}

/** A bulge beyond the outline follows the outline. */
function pullInside(u: PhotoPoint): PhotoPoint {
  const radius = Math.hypot(u.x, u.y);
  return radius <= 1 ? u : { x: u.x / radius, y: u.y / radius };
}

/** Ends that stop short of the outline are carried on to it: at first the way the line runs, then the shortest way. */
function carryOn(line: readonly PhotoPoint[]): PhotoPoint[] {
  const end = extension(line);
  const start = extension([...line].reverse());
  return [...start.reverse(), ...line, ...end];
}

const EXTENSION_STEPS = 12;
/** So far back the line's own direction is read, in shares of the outline's half width. */
const DIRECTION_REACH = 0.08;

function extension(line: readonly PhotoPoint[]): PhotoPoint[] {
  const end = line.at(-1);
  if (end === undefined || !(Math.hypot(end.x, end.y) < 1 - 1e-9)) return [];
  const back = line.findLast((p) => Math.hypot(p.x - end.x, p.y - end.y) > DIRECTION_REACH) ?? line[0] ?? end;
  const run = unit({ x: end.x - back.x, y: end.y - back.y });
  const out = unit(end) ?? run ?? { x: 0, y: -1 };
  const own = run ?? out;
  // A line that ends pointing inwards must still get out.
  const aim = unit({ x: own.x + out.x * 1.2, y: own.y + out.y * 1.2 }) ?? out;
  const goal = onCircle(end, { x: end.x + aim.x * 3, y: end.y + aim.y * 3 });
  const way = Math.hypot(goal.x - end.x, goal.y - end.y);
  const control = { x: end.x + own.x * way * 0.4, y: end.y + own.y * way * 0.4 };
  return Array.from({ length: EXTENSION_STEPS }, (_, i) => {
    const t = (i + 1) / EXTENSION_STEPS;
    const s = 1 - t;
    return {
      x: s * s * end.x + 2 * s * t * control.x + t * t * goal.x,
      y: s * s * end.y + 2 * s * t * control.y + t * t * goal.y,
    };
  });
}

const unit = (v: PhotoPoint): PhotoPoint | null => {
  const length = Math.hypot(v.x, v.y);
  return length > 1e-9 ? { x: v.x / length, y: v.y / length } : null;
};

/** The outline from the line's end back to its start, by the side on which the crown lies; without the two ends. */
function arcBack(line: readonly PhotoPoint[], outline: HeadOutline, view: View): PhotoPoint[] {
  const angle = (p: PhotoPoint | undefined): number => Math.atan2(p?.y ?? 0, p?.x ?? 0);
  const from = angle(line.at(-1));
  const to = angle(line[0]);
  const turned = turn(CROWN[view], -outline.angleDeg);
  const crown = Math.atan2(turned.y / outline.ry, turned.x / outline.rx);
  const ahead = forward(from, to);
  const sweep = forward(from, crown) <= ahead ? ahead : ahead - 2 * Math.PI;
  const finest = 2 * Math.acos(1 - TOLERANCE_PX / Math.max(outline.rx, outline.ry, 1));
  const steps = Math.max(2, Math.ceil(Math.abs(sweep) / finest));
  return Array.from({ length: steps - 1 }, (_, i) => {
    const at = from + (sweep * (i + 1)) / steps;
    return { x: Math.cos(at), y: Math.sin(at) };
  });
}

/** The positive angle from one direction on to another, 0 to 2π. */
const forward = (from: number, to: number): number => {
  const way = (to - from) % (2 * Math.PI);
  return way < 0 ? way + 2 * Math.PI : way;
};

function turn(v: PhotoPoint, deg: number): PhotoPoint {
  const cos = Math.cos((deg * Math.PI) / 180);
  const sin = Math.sin((deg * Math.PI) / 180);
  return { x: v.x * cos - v.y * sin, y: v.x * sin + v.y * cos };
}

function pathLength(line: readonly PhotoPoint[]): number {
  let sum = 0;
  for (const [i, p] of line.entries()) {
    const before = line[Math.max(0, i - 1)] ?? p;
    sum += Math.hypot(p.x - before.x, p.y - before.y);
  }
  return sum;
}

function crossesItself(line: readonly PhotoPoint[]): boolean {
  for (let i = 0; i + 1 < line.length; i++) {
    for (let j = i + 2; j + 1 < line.length; j++) {
      if (cross(line[i], line[i + 1], line[j], line[j + 1])) return true;
    }
  }
  return false;
}

/** Whether two segments cross within both, touching not counted. */
function cross(a?: PhotoPoint, b?: PhotoPoint, c?: PhotoPoint, d?: PhotoPoint): boolean {
  if (!a || !b || !c || !d) return false;
  const side = (p: PhotoPoint, q: PhotoPoint, r: PhotoPoint): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function photoFlat(points: readonly PhotoPoint[], outline: HeadOutline): Float64Array {
  const flat = new Float64Array(points.length * 2);
  for (const [i, u] of points.entries()) {
    const p = fromUnitCircle(outline, u);
    flat[i * 2] = p.x;
    flat[i * 2 + 1] = p.y;
  }
  return flat;
}
