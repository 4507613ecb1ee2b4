import type { Mm } from '../../geometry/units';
import { skullForm, type SkullForm, type SkullShape } from '../skull/shape';
import { blend3, dot3, unit3, type Vec3 } from '../skull/vec3';

/** Far outside every head, mm: where rays on to the surface begin. */
const OUTSIDE_MM = 400;
/** Steps of the walks over the surface: 1° is under 2 mm of skin, whose chord is true to 0.01 %. */
const WALK_RAD = Math.PI / 180;

/** Constructions on a skull's surface, all in mm in the head's axes. */
export interface OnSkull {
  /** The front of the head at this width and height; null beyond it. */
  readonly front: (xMm: Mm, yMm: Mm) => Vec3 | null;
  /** The side of the head (1 the client's left) at this height and depth; null beyond it. */
  readonly side: (side: 1 | -1, yMm: Mm, zMm: Mm) => Vec3 | null;
  /** From a place so far up along the skin (down where negative), straight up and back: x stays. */
  readonly up: (from: Vec3, mm: Mm) => Vec3;
  /** From a place so far along the skin to the client's left (right where negative), level: y stays. */
  readonly level: (from: Vec3, mm: Mm) => Vec3;
  /** Length of the skin between two places, as a tape lies on it. */
  readonly skinMm: (a: Vec3, b: Vec3) => Mm;
  /** The way of a tape from `a` to `b`, place by place. */
  readonly way: (a: Vec3, b: Vec3) => readonly Vec3[];
  /** The place at a share of the way that a tape takes from `a` to `b`. */
  readonly between: (a: Vec3, b: Vec3, share: number) => Vec3;
  /** Unit normal of the surface there, outwards. */
  readonly normal: (at: Vec3) => Vec3;
  /** Where the ray from the centre in a direction leaves the head. */
  readonly towards: (direction: Vec3) => Vec3;
}

export function onSkull(shape: SkullShape): OnSkull {
  const form = skullForm(shape);
  const gradient = new Float64Array(3);
  const normal = ([x, y, z]: Vec3): Vec3 => {
    form.gradient(x, y, z, gradient);
    return unit3([gradient[0] as number, gradient[1] as number, gradient[2] as number]);
  };
  const towards = (direction: Vec3): Vec3 => {
    const u = unit3(direction);
    return blend3(u, Math.sqrt(form.radiusSquared(...u)), u, 0);
  };
  const way = (a: Vec3, b: Vec3): readonly Vec3[] => tape(form, a, b, unit3(blend3(normal(a), 1, normal(b), 1)));
  return {
    front: (x, y) => hit(form, [x, y, OUTSIDE_MM], [0, 0, -1]),
    side: (side, y, z) => hit(form, [side * OUTSIDE_MM, y, z], [-side, 0, 0]),
    up: (from, mm) =>
      walk(from, mm, (angle) => sectionAt(form, from[0], angle), Math.atan2(from[1], from[2] - PIVOT_MM)),
    level: (from, mm) =>
      walk(from, mm, (angle) => levelAt(form, from[1], angle), Math.atan2(from[0], from[2] - PIVOT_MM)),
    way,
    skinMm: (a, b) => lengthMm(way(a, b)),
    between: (a, b, share) => alongLine(way(a, b), share),
    normal,
    towards,
  };
}

function hit(form: SkullForm, o: Vec3, d: Vec3): Vec3 | null {
  const t = form.crossing(o, ...d);
  return Number.isFinite(t) ? blend3(o, 1, d, t) : null;
}

/** A cut's rays turn about a place this far beside the centre, through which itself no ray can be followed. */
const PIVOT_MM = 2;

const sectionAt = (form: SkullForm, x: Mm, angle: number): Vec3 | null => {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return hit(form, [x, OUTSIDE_MM * sin, OUTSIDE_MM * cos + PIVOT_MM], [0, -sin, -cos]);
};

const levelAt = (form: SkullForm, y: Mm, angle: number): Vec3 | null => {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return hit(form, [OUTSIDE_MM * sin, y, OUTSIDE_MM * cos + PIVOT_MM], [-sin, 0, -cos]);
};

/** Walks along a plane's cut through the surface until so much skin lies behind; stops where the surface ends. */
function walk(from: Vec3, mm: Mm, at: (angle: number) => Vec3 | null, start: number): Vec3 {
  let here = from;
  let left = Math.abs(mm);
  for (let step = 1; step * WALK_RAD < Math.PI && left > 0; step++) {
    const next = at(start + Math.sign(mm) * step * WALK_RAD);
    if (next === null) return here;
    const way = distance3(here, next);
    if (way >= left) {
      const share = at(start + Math.sign(mm) * (step - 1 + left / way) * WALK_RAD);
      return share ?? next;
    }
    left -= way;
    here = next;
  }
  return here;
}

/** 5 mm over a hand's breadth: the chords are then true to 0.02 %. */
const TAPE_STEPS = 16;

/** The surface under the chord, seen along the mean of the ends' normals: a normal section, true to 0.1 % over a hand's breadth. */
function tape(form: SkullForm, a: Vec3, b: Vec3, out: Vec3): readonly Vec3[] {
  const line: Vec3[] = [a];
  for (let i = 1; i < TAPE_STEPS; i++) {
    const chord = blend3(a, 1 - i / TAPE_STEPS, b, i / TAPE_STEPS);
    line.push(hit(form, blend3(chord, 1, out, OUTSIDE_MM), [-out[0], -out[1], -out[2]]) ?? chord);
  }
  return [...line, b];
}

export const distance3 = (a: Vec3, b: Vec3): Mm => {
  const d = blend3(a, 1, b, -1);
  return Math.sqrt(dot3(d, d));
};

/** Neighbours along a line, one pair a piece. */
export const pieces = (line: readonly Vec3[]): readonly (readonly [Vec3, Vec3])[] =>
  line.slice(1).map((b, i) => [line[i] ?? b, b]);

export const lengthMm = (line: readonly Vec3[]): Mm => pieces(line).reduce((sum, [a, b]) => sum + distance3(a, b), 0);

/** The place at a share of a line's length; beyond its end the last piece goes on. */
export function alongLine(line: readonly Vec3[], share: number): Vec3 {
  let left = share * lengthMm(line);
  const all = pieces(line);
  for (const [i, [a, b]] of all.entries()) {
    const piece = distance3(a, b);
    if (piece > 0 && (left <= piece || i === all.length - 1)) return blend3(a, 1 - left / piece, b, left / piece);
    left -= piece;
  }
  return line[0] ?? [0, 0, 0];
}
