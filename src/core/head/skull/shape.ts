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
/** How far the forehead slopes back: the vertex stands some 5 mm behind the middle. Our choice. */
const LEAN = 0.08;

/** Head breadth and length of men (ANSUR 1988, means). */
export const MEAN_BREADTH_MM: Mm = 152;
export const MEAN_LENGTH_MM: Mm = 197;
/** From the level of the greatest breadth up to the vertex: vertex about 133 mm above the ear canals, that level about 46. */
export const MEAN_UP_MM: Mm = 87;
/** The lower half as a share of the upper one: brow, ears and nape. Our choice. */
const DOWN_SHARE = 1;

/** A skull of these sizes; `upMm` from the level of its greatest breadth to the vertex. */
export function skullShape(breadthMm: Mm, lengthMm: Mm, upMm: Mm): SkullShape {
  const c = lengthMm / 2;
  return {
    sideMm: withoutBulge(breadthMm / 2, EGG, c),
    upMm: withoutBulge(upMm, LEAN, c),
    downMm: upMm * DOWN_SHARE,
    frontMm: c,
    backMm: c,
  };
}

/** The taper moves an axis' widest place back, where it is wider by this; see `form`. */
const withoutBulge = (half: Mm, taper: number, c: Mm): Mm => Math.sqrt(half * half - (taper * taper * c * c) / 4);

export const MEAN_SHAPE: SkullShape = skullShape(MEAN_BREADTH_MM, MEAN_LENGTH_MM, MEAN_UP_MM);

export const shapeBreadthMm = ({ sideMm, backMm }: SkullShape): Mm => 2 * Math.hypot(sideMm, (EGG * backMm) / 2);
export const shapeLengthMm = ({ frontMm, backMm }: SkullShape): Mm => frontMm + backMm;
export const shapeUpMm = ({ upMm, backMm }: SkullShape): Mm => Math.hypot(upMm, (LEAN * backMm) / 2);

/**
 * The skull's equation: 1 on its surface, less inside, quadratic along every ray from the centre. Octants of ellipsoids
 * that meet with one tangent at the coordinate planes, tapered by the direction's own z:
 * x²/a² (1 + EGG z/ρ) + y²/b² (1 + LEAN z/ρ above) + z²/c².
 */
export interface SkullForm {
  /** r² along a unit direction, mm². */
  readonly radiusSquared: (x: number, y: number, z: number) => number;
  /** Gradient at a place in mm (any length but 0), into `out`: an outward normal, not of unit length. */
  readonly gradient: (x: number, y: number, z: number, out: Float64Array) => void;
  /** How far along `d` from `o` the nearer crossing lies, or NaN where the line misses. */
  readonly crossing: (o: Vec3, dx: number, dy: number, dz: number) => number;
}

/** The line's crossing is found again with the tapers where the last one was; this many times at most. */
const MAX_ROUNDS = 24;
const CLOSE = 1e-9;

export function skullForm({ sideMm, upMm, downMm, frontMm, backMm }: SkullShape): SkullForm {
  const xx = 1 / (sideMm * sideMm);
  const up = 1 / (upMm * upMm);
  const down = 1 / (downMm * downMm);
  const front = 1 / (frontMm * frontMm);
  const back = 1 / (backMm * backMm);

  const radiusSquared = (x: number, y: number, z: number): number =>
    1 / (x * x * xx * (1 + EGG * z) + y * y * (y > 0 ? up * (1 + LEAN * z) : down) + z * z * (z > 0 ? front : back));

  const gradient = (x: number, y: number, z: number, out: Float64Array): void => {
    const side = x * x + y * y;
    const square = side + z * z;
    const rho = Math.sqrt(square);
    const w = z / rho;
    const yy = y > 0 ? up : down;
    const lean = y > 0 ? LEAN : 0;
    const taper = (EGG * x * x * xx + lean * y * y * yy) / (square * rho);
    out[0] = x * (2 * xx * (1 + EGG * w) - taper * z);
    out[1] = y * (2 * yy * (1 + lean * w) - taper * z);
    out[2] = 2 * z * (z > 0 ? front : back) + taper * side;
  };

  const crossing = (o: Vec3, dx: number, dy: number, dz: number): number => {
    const [ox, oy, oz] = o;
    // From where the line passes the centre nearest.
    let t = -(ox * dx + oy * dy + oz * dz) / (dx * dx + dy * dy + dz * dz);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const x = ox + t * dx;
      const y = oy + t * dy;
      const z = oz + t * dz;
      const w = z / Math.sqrt(x * x + y * y + z * z);
      const px = xx * (1 + EGG * w);
      const py = y > 0 ? up * (1 + LEAN * w) : down;
      const pz = z > 0 ? front : back;
      const a = px * dx * dx + py * dy * dy + pz * dz * dz;
      const b = px * ox * dx + py * oy * dy + pz * oz * dz;
      const c = px * ox * ox + py * oy * oy + pz * oz * oz - 1;
      const root = b * b - a * c;
      const next = root > 0 ? (-b - Math.sqrt(root)) / a : -b / a;
      const step = next - t;
      t = next;
      if (Math.abs(step) < CLOSE * Math.abs(t)) return root > 0 ? t : NaN;
    }
    return NaN;
  };
  return { radiusSquared, gradient, crossing };
}
