import type { Mm } from '../../geometry/units';
import type { Vec3 } from './vec3';

/**
 * Half-axes of a skull from its centre, mm. The centre lies in the midsagittal plane, half way along the head's length,
 * at the level of its greatest breadth.
 */
export interface SkullShape {
  readonly sideMm: Mm;
  readonly upMm: Mm;
  readonly downMm: Mm;
  readonly frontMm: Mm;
  readonly backMm: Mm;
}

/**
 * How much narrower than an ellipsoid the head is towards the brow, and wider behind: the greatest breadth lies about
 * 8 mm behind the middle of the length. Our choice, after the mean of skulls seen from above.
 */
const EGG = 0.12;
/** How far the forehead slopes back: the vertex stands some 10 mm behind the middle. Our choice. */
const LEAN = 0.16;
/** How much fuller than an ellipsoid the head is half way up to the vertex, where the parietal bones bulge. Our choice. */
const FULL = 0.1;
/** The brow, to which a head's length is measured, stands so far ahead of the forehead above it. Our choice. */
const BROW_MM: Mm = 4;
/** The lower half as a share of the upper one: the head runs down into the nape. Our choice. */
const DOWN_SHARE = 1.15;

/** Head breadth and length of men (ANSUR 1988, means). */
export const MEAN_BREADTH_MM: Mm = 152;
export const MEAN_LENGTH_MM: Mm = 197;
/** From the level of the greatest breadth up to the vertex: vertex about 133 mm above the ear canals, that level about 46. */
export const MEAN_UP_MM: Mm = 87;

/** A skull of these sizes; `upMm` from the level of its greatest breadth to the vertex. */
export function skullShape(breadthMm: Mm, lengthMm: Mm, upMm: Mm): SkullShape {
  const back = lengthMm / 2;
  return {
    sideMm: (breadthMm / 2) * axisShare(breadthMm / 2, back, EGG, 0),
    upMm: upMm * axisShare(upMm, back, LEAN, FULL),
    downMm: upMm * DOWN_SHARE,
    frontMm: back - BROW_MM,
    backMm: back,
  };
}

/**
 * The taper moves an axis' widest place back, where the head is wider than on the axis: the half-axis that gives a half size,
 * as a share of it; from the least of `form` near the axis, to the second order of the taper.
 */
const axisShare = (half: Mm, back: Mm, taper: number, full: number): number =>
  Math.sqrt(1 - (taper * taper) / (4 * ((half * half) / (back * back) - full)));

export const MEAN_SHAPE: SkullShape = skullShape(MEAN_BREADTH_MM, MEAN_LENGTH_MM, MEAN_UP_MM);

export const shapeBreadthMm = ({ sideMm, backMm }: SkullShape): Mm => (2 * sideMm) / axisShare(sideMm, backMm, EGG, 0);
export const shapeLengthMm = ({ backMm }: SkullShape): Mm => 2 * backMm;
export const shapeUpMm = ({ upMm, backMm }: SkullShape): Mm => upMm / axisShare(upMm, backMm, LEAN, FULL);

/**
 * The skull's equation: 1 on its surface, less inside, quadratic along every ray from the centre. Octants of ellipsoids
 * that meet with one tangent at the coordinate planes, tapered by the direction itself:
 * x²/a² (1 + EGG z/ρ) + y²/b² + z²/c², above with y²/b² (1 + LEAN z/ρ − FULL (1 − y²/ρ²)).
 */
export interface SkullForm {
  /** r² along a unit direction, mm². */
  readonly radiusSquared: (x: number, y: number, z: number) => number;
  /** Gradient at a place in mm (any length but 0), into `out`: an outward normal, not of unit length. */
  readonly gradient: (x: number, y: number, z: number, out: Float64Array) => void;
  /** How far along `d` from `o` the nearer crossing lies, or NaN where the line misses. */
  readonly crossing: (o: Vec3, dx: number, dy: number, dz: number) => number;
}

/** A line's lowest place and its crossing are found by secants and by Newton's steps; so many at most. */
const MAX_ROUNDS = 24;
const CLOSE_MM: Mm = 1e-6;
const LOWEST_CLOSE: Mm = 1e-4;
/** From so far before it the lowest place is looked for. */
const LOWEST_REACH: Mm = 10;

export function skullForm({ sideMm, upMm, downMm, frontMm, backMm }: SkullShape): SkullForm {
  const xx = 1 / (sideMm * sideMm);
  const up = 1 / (upMm * upMm);
  const down = 1 / (downMm * downMm);
  const front = 1 / (frontMm * frontMm);
  const back = 1 / (backMm * backMm);

  const radiusSquared = (x: number, y: number, z: number): number =>
    1 /
    (x * x * xx * (1 + EGG * z) +
      y * y * (y > 0 ? up * (1 + LEAN * z - FULL * (1 - y * y)) : down) +
      z * z * (z > 0 ? front : back));

  const gradient = (x: number, y: number, z: number, out: Float64Array): void => {
    const side = x * x + y * y;
    const square = side + z * z;
    const rho = Math.sqrt(square);
    const w = z / rho;
    const yy = y > 0 ? up : down;
    const lean = y > 0 ? LEAN : 0;
    const v = y > 0 ? (y * y) / square : 0;
    const fuller = 2 * FULL * yy * v;
    const taper = (EGG * x * x * xx + lean * y * y * yy) / (square * rho);
    out[0] = x * (2 * xx * (1 + EGG * w) - taper * z - fuller * v);
    out[1] = y * (2 * yy * (1 + lean * w) - taper * z + fuller * (2 - v) - (y > 0 ? 2 * FULL * yy : 0));
    out[2] = z * (2 * (z > 0 ? front : back) - fuller * v) + taper * side;
  };

  const slope = new Float64Array(3);

  const crossing = (o: Vec3, dx: number, dy: number, dz: number): number => {
    const [ox, oy, oz] = o;
    let value = 0;
    let rise = 0;
    // The equation along the line, nearly a parabola, and its slope.
    const at = (t: number): void => {
      const x = ox + t * dx;
      const y = oy + t * dy;
      const z = oz + t * dz;
      const rho = Math.sqrt(x * x + y * y + z * z);
      value = (rho * rho) / radiusSquared(x / rho, y / rho, z / rho) - 1;
      gradient(x, y, z, slope);
      rise = (slope[0] as number) * dx + (slope[1] as number) * dy + (slope[2] as number) * dz;
    };
    const square = dx * dx + dy * dy + dz * dz;
    // Where the line passes the centre nearest, and the parabola's bend there: all its axes are alike to a third.
    let lowest = -(ox * dx + oy * dy + oz * dz) / square;
    const bend = 2 * square * (xx + up + front) * (1 / 3);
    let before = lowest - LOWEST_REACH / Math.sqrt(square);
    at(before);
    let riseBefore = rise;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      at(lowest);
      const curve = (rise - riseBefore) / (lowest - before);
      const step = -rise / (curve > 0 ? curve : bend);
      if (Math.abs(step) * Math.sqrt(square) < LOWEST_CLOSE) break;
      before = lowest;
      riseBefore = rise;
      lowest += step;
    }
    if (value > 0) return NaN;
    let t = lowest - Math.sqrt((-2 * value) / bend);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      at(t);
      // Behind the lowest place the slope leads away.
      const step = rise < 0 ? -value / rise : -Math.sqrt(Math.abs(value) / bend);
      t = Math.min(t + step, lowest);
      if (Math.abs(step) * Math.sqrt(square) < CLOSE_MM) break;
    }
    return t;
  };
  return { radiusSquared, gradient, crossing };
}
