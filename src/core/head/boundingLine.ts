import { crossesItself } from '../geometry/polygon';
import type { PhotoPoint } from '../geometry/units';
import { along, distance, dot, length, mix, subtract, unit } from '../geometry/vec';
import { err, ok, type Result } from '../result';

/**
 * A drawn line as it bounds an area of the unit circle: both ends upon the circle. What leads there from outside is cut
 * off, an end inside is carried on, and where the line bulges out of the circle it follows the circle. Points in the
 * space where the head's outline is the unit circle; `step` is the largest angle between points on the circle.
 */
export function boundingLine(
  drawn: readonly PhotoPoint[],
  step: number,
  aimOf: AimOf,
): Result<PhotoPoint[], 'outsideHead' | 'tooShort' | 'crossesItself'> {
  const inside = withoutOutsideEnds(withCrossings(drawn));
  if (inside === null) return err('outsideHead');
  if (insideLength(inside) < SHORTEST) return err('tooShort');
  if (crossesItself(inside)) return err('crossesItself');
  const carried = carriedOn(inside, aimOf);
  return carried === null ? err('crossesItself') : ok(alongCircle(carried, step));
}

/** The direction in which an end is to be carried on, given the line's other end; null for the shortest way out. */
export type AimOf = (end: PhotoPoint, other: PhotoPoint) => PhotoPoint | null;

/** A line shorter than this share of the outline's half width bounds nothing that could be treated, some 4 mm. Our choice. */
const SHORTEST = 0.05;
/** Within this of the circle a point lies upon it; a thousandth of a pixel on the largest photos. */
const ON_CIRCLE = 1e-6;

/** The same line with a point more wherever it crosses the circle. */
function withCrossings(line: readonly PhotoPoint[]): PhotoPoint[] {
  return line.flatMap((to, i) => {
    const from = line[i - 1];
    return from === undefined ? [to] : [...circleCrossings(from, to), to];
  });
}

/** Where the segment crosses the unit circle between its ends, in its direction. */
function circleCrossings(from: PhotoPoint, to: PhotoPoint): PhotoPoint[] {
  const way = subtract(to, from);
  const a = dot(way, way);
  const half = dot(from, way);
  const root = half * half - a * (dot(from, from) - 1);
  if (a === 0 || root <= 0) return [];
  return [-1, 1]
    .map((sign) => (-half + sign * Math.sqrt(root)) / a)
    .filter((t) => t > 1e-9 && t < 1 - 1e-9)
    .map((t) => toCircle(mix(from, to, t)));
}

const toCircle = (p: PhotoPoint): PhotoPoint => unit(p) ?? { x: 0, y: -1 };

const isInside = (a: PhotoPoint, b: PhotoPoint): boolean => length(mix(a, b, 0.5)) < 1;

/** From where the line first enters the circle to where it last leaves it; null when it never enters. */
function withoutOutsideEnds(line: readonly PhotoPoint[]): PhotoPoint[] | null {
  const entersAfter = line.findIndex((p, i) => i > 0 && isInside(line[i - 1] ?? p, p));
  const leavesBefore = line.findLastIndex((p, i) => i > 0 && isInside(line[i - 1] ?? p, p));
  return entersAfter < 0 ? null : line.slice(entersAfter - 1, leavesBefore + 1);
}

function insideLength(line: readonly PhotoPoint[]): number {
  let sum = 0;
  for (const [i, p] of line.entries()) {
    const before = line[i - 1] ?? p;
    if (isInside(before, p)) sum += distance(before, p);
  }
  return sum;
}

/** Both ends carried on to the circle, without crossing the line where any way allows it; null where none does. */
function carriedOn(line: readonly PhotoPoint[], aimOf: AimOf): PhotoPoint[] | null {
  const ends = waysOut(line, aimOf);
  const starts = waysOut(line.toReversed(), aimOf).map((way) => way.toReversed());
  for (const start of starts)
    for (const end of ends) {
      const whole = [...start, ...line, ...end];
      if (!crossesItself(whole)) return whole;
    }
  return null;
}

/** How far back the line's own direction at its end is read, in half widths of the outline. Our choice. */
const DIRECTION_REACH = 0.08;
/** The line's own direction is followed for at most this far. Our choice. */
const OWN_REACH = 0.2;
/** What the aim weighs beside the line's own direction: an aim that was asked for more than the shortest way. Our choice. */
const SHORTEST_WEIGHT = 1.2;
const AIM_WEIGHT = 4;
const WAY_STEPS = 12;

/**
 * Ways from the line's end to the circle, best first: the line's own direction bent smoothly into the aim, the shortest
 * way, any other straight one. One empty way when the end is there already.
 */
function waysOut(line: readonly PhotoPoint[], aimOf: AimOf): PhotoPoint[][] {
  const end = line.at(-1);
  if (end === undefined || length(end) > 1 - ON_CIRCLE) return [[]];
  const back = line.findLast((p) => distance(p, end) > DIRECTION_REACH) ?? line[0] ?? end;
  const own = unit(subtract(end, back)) ?? toCircle(end);
  const shortest = unit(end) ?? own;
  const aim = aimOf(end, line[0] ?? end);
  const between = aim === null ? along(own, shortest, SHORTEST_WEIGHT) : along(own, aim, AIM_WEIGHT);
  const goal = wayToCircle(end, unit(between) ?? shortest);
  const control = along(end, own, Math.min(0.4 * distance(end, goal), OWN_REACH));
  const bent = Array.from({ length: WAY_STEPS }, (_, i) => {
    const t = (i + 1) / WAY_STEPS;
    return mix(mix(end, control, t), mix(control, goal, t), t);
  });
  const leaves = bent.findIndex((p) => length(p) > 1);
  const smooth = leaves < 0 ? bent : [...bent.slice(0, leaves), goal];
  return [smooth, [wayToCircle(end, shortest)], ...straightWays(end)];
}

const DIRECTIONS = 24;

/** Straight ways all around, the shortest first. */
function straightWays(from: PhotoPoint): PhotoPoint[][] {
  const goals = Array.from({ length: DIRECTIONS }, (_, i) => {
    const angle = (2 * Math.PI * i) / DIRECTIONS;
    return wayToCircle(from, { x: Math.cos(angle), y: Math.sin(angle) });
  });
  return goals.toSorted((a, b) => distance(a, from) - distance(b, from)).map((goal) => [goal]);
}

/** Where the way from a place inside along a direction meets the circle. */
const wayToCircle = (from: PhotoPoint, direction: PhotoPoint): PhotoPoint =>
  circleCrossings(from, along(from, direction, 3)).at(-1) ?? toCircle(from);

/** Points outside fall onto the circle by their angle, and the circle is followed between them. */
function alongCircle(line: readonly PhotoPoint[], step: number): PhotoPoint[] {
  return line.flatMap((to, i) => {
    const from = line[i - 1];
    const on = length(to) > 1 ? toCircle(to) : to;
    if (from === undefined || isInside(from, to)) return [on];
    const begin = Math.atan2(from.y, from.x);
    return [...circleArc(begin, shortTurn(Math.atan2(to.y, to.x) - begin), step), on];
  });
}

const shortTurn = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

/**
 * Points on the unit circle between an angle and one `sweep` further, both left out, at most `step` apart; radians. They are
 * places of one fixed division of the circle, so that an arc whose end moves keeps its others.
 */
export function circleArc(begin: number, sweep: number, step: number): PhotoPoint[] {
  const parts = Math.ceil((2 * Math.PI) / step);
  const unit = (2 * Math.PI) / parts;
  const forward = Math.sign(sweep);
  const first = Math.floor((forward * begin) / unit + NEAR) + 1;
  const last = Math.ceil((forward * begin + Math.abs(sweep)) / unit - NEAR) - 1;
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => {
    const part = (((forward * (first + i)) % parts) + parts) % parts;
    return { x: Math.cos(part * unit), y: Math.sin(part * unit) };
  });
}

/** No point nearer than this share of a step to an end. */
const NEAR = 1e-6;
