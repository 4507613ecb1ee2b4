import type { Mm } from '../../geometry/units';
import { modePolynomial, modeSlopes } from './modes';
import type { Vec3 } from './vec3';

/**
 * Half-axes of a skull from its centre, mm: the mean skull stretched sideways, up and along. The centre lies in the midsagittal
 * plane, half way along the head's length, at the level of its greatest breadth.
 */
export interface SkullShape {
  readonly sideMm: Mm;
  readonly upMm: Mm;
  readonly downMm: Mm;
  readonly frontMm: Mm;
  readonly backMm: Mm;
  /** Amplitudes of MODES where the head's own form is known; absent: the mean skull's. */
  readonly modes?: readonly number[];
}

/**
 * How the mean skull departs from a ball when its half-axes are one, by the direction (u to the side, v up, w forwards); each
 * share is of the squared distance, so that what takes away stands out. Our choice, between the practice head and the scalps
 * on which EEG laboratories place electrodes: fsaverage, a mean of 40 adults, and Colin27. Stretched to those it differs from
 * each by 1.3 mm in the mean square (some 100 places of the 10-5 system, the lowest left out), an ellipsoid by 1.9 mm.
 */
/** Narrower towards the brow, wider behind, but at the very ends: u²w (1 − w²). */
const EGG = 0.162;
/** The forehead slopes back and the vertex stands behind the middle: v²w, above. */
const LEAN = 0.181;
/** The longest axis dips behind, where the occiput bulges low: −vw. */
const DIP = 0.015;
/** Behind, the sides run on before they turn to the back, the more the lower: u²w⁵ (1, −v). */
const BACK = 0.322;
const LOWER = 0.713;
/** Flatter towards the vertex than half way up: v³, above. */
const CROWN = 0.1705;
/** The parietal bones bulge half way up the sides, most behind and towards the forehead: −u²v² (1, −w, w²), above. */
const PARIETAL = 0.112;
const BEHIND = 0.024;
const CORNER = 0.258;
/** The brow, to which a head's length is measured, stands ahead of the forehead above it by the rest of the front half. */
const FRONT_SHARE = 0.97;
/** The lower half as a share of the upper one, to where the model ends amid face and neck. */
const DOWN_SHARE = 1.06;
/** Below its greatest breadth the head runs straight down at first, so many times as straight as a half ellipsoid. */
const STEEP = 9;
/** But under the occiput it draws in to the nape: v²w², behind. */
const NAPE = 0.6;

/** Half the mean skull's breadth and its height as shares of its half-axes: it is widest behind the middle. */
const BREADTH_SHARE = 1.0032;
const UP_SHARE = 0.9273;

/** Head breadth and length of men (ANSUR 1988, means). */
export const MEAN_BREADTH_MM: Mm = 152;
export const MEAN_LENGTH_MM: Mm = 197;
/** From the level of the greatest breadth up to the vertex: vertex about 133 mm above the ear canals, that level about 46. */
export const MEAN_UP_MM: Mm = 87;

/** A skull of these sizes; `upMm` from the level of its greatest breadth to the vertex. */
export function skullShape(breadthMm: Mm, lengthMm: Mm, upMm: Mm): SkullShape {
  const up = upMm / UP_SHARE;
  const back = lengthMm / 2;
  return {
    sideMm: breadthMm / 2 / BREADTH_SHARE,
    upMm: up,
    downMm: up * DOWN_SHARE,
    frontMm: back * FRONT_SHARE,
    backMm: back,
  };
}

export const shapeBreadthMm = ({ sideMm }: SkullShape): Mm => 2 * sideMm * BREADTH_SHARE;
export const shapeLengthMm = ({ backMm }: SkullShape): Mm => 2 * backMm;
export const shapeUpMm = ({ upMm }: SkullShape): Mm => upMm * UP_SHARE;

/** The skull's equation: 1 on its surface, less inside, quadratic along every ray from the centre. */
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
/** Shares of a half-axis at which they end. */
const CLOSE = 1e-8;
const LOWEST_CLOSE = 1e-6;
/** From so far before it the lowest place is looked for. */
const LOWEST_REACH = 0.1;

export function skullForm({ sideMm, upMm, downMm, frontMm, backMm, modes }: SkullShape): SkullForm {
  const toSide = 1 / sideMm;
  const toUp = 1 / upMm;
  const toBack = 1 / backMm;
  const ahead = (backMm / frontMm) ** 2 - 1;
  const below = (upMm / downMm) ** 2 - 1;
  const own = modes === undefined ? null : modePolynomial(modes);
  /** The modes and their slopes at the direction last asked for, and that direction: radius and gradient are asked together. */
  const ownSlopes = new Float64Array(4);
  let [atX, atY, atZ] = [NaN, NaN, NaN];

  const bulge = (u: number, v: number, w: number): number => {
    const uu = u * u;
    const vv = v * v;
    const ww = w * w;
    const level = uu * w * EGG * (1 - ww) - DIP * v * w + (w > 0 ? ahead * ww : uu * ww * ww * w * (BACK - LOWER * v));
    if (v > 0) return level + vv * (LEAN * w + CROWN * v - uu * (PARIETAL - BEHIND * w + CORNER * ww));
    return level + vv * (below * (STEEP - (STEEP - 1) * vv) + (w < 0 ? NAPE * ww : 0));
  };

  const radiusSquared = (x: number, y: number, z: number): number => {
    const u = x * toSide;
    const v = y * toUp;
    const w = z * toBack;
    const square = u * u + v * v + w * w;
    const one = 1 / Math.sqrt(square);
    const mean = 1 + bulge(u * one, v * one, w * one);
    if (own === null) return 1 / (square * mean);
    modeSlopes(own, u * one, v * one, w * one, ownSlopes);
    [atX, atY, atZ] = [x, y, z];
    return 1 / (square * (mean + (ownSlopes[0] as number)));
  };

  const gradient = (x: number, y: number, z: number, out: Float64Array): void => {
    let u = x * toSide;
    let v = y * toUp;
    let w = z * toBack;
    const length = Math.sqrt(u * u + v * v + w * w);
    u /= length;
    v /= length;
    w /= length;
    const uu = u * u;
    const vv = v * v;
    const ww = w * w;
    // The bulge's own slopes.
    let toU = 2 * w * EGG * (1 - ww);
    let toV = -DIP * w;
    let toW = uu * EGG * (1 - 3 * ww) - DIP * v;
    if (w > 0) toW += 2 * ahead * w;
    else {
      const back = BACK - LOWER * v;
      const w4 = ww * ww;
      toU += 2 * w4 * w * back;
      toV -= uu * w4 * w * LOWER;
      toW += 5 * uu * w4 * back;
    }
    if (v > 0) {
      const sides = PARIETAL - BEHIND * w + CORNER * ww;
      toU -= 2 * vv * sides;
      toV += v * (2 * (LEAN * w - uu * sides) + 3 * CROWN * v);
      toW += vv * (LEAN + uu * (BEHIND - 2 * CORNER * w));
    } else {
      toV += 2 * v * (below * (STEEP - 2 * (STEEP - 1) * vv) + (w < 0 ? NAPE * ww : 0));
      if (w < 0) toW += 2 * NAPE * vv * w;
    }
    toU *= u;
    let whole = 1 + bulge(u, v, w);
    if (own !== null) {
      if (x !== atX || y !== atY || z !== atZ) modeSlopes(own, u, v, w, ownSlopes);
      [atX, atY, atZ] = [x, y, z];
      whole += ownSlopes[0] as number;
      toU += ownSlopes[1] as number;
      toV += ownSlopes[2] as number;
      toW += ownSlopes[3] as number;
    }
    // Of length² (1 + bulge), whose bulge changes with the direction alone.
    const along = 2 * whole - (u * toU + v * toV + w * toW);
    out[0] = length * toSide * (along * u + toU);
    out[1] = length * toUp * (along * v + toV);
    out[2] = length * toBack * (along * w + toW);
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
      if (x * x + y * y + z * z === 0) {
        // The centre has no direction, nor has what is nearer than numbers can tell.
        value = -1;
        rise = 0;
        return;
      }
      gradient(x, y, z, slope);
      const [gx, gy, gz] = [slope[0] as number, slope[1] as number, slope[2] as number];
      // Of the second degree in the place, so that the gradient gives the value too (Euler).
      value = (gx * x + gy * y + gz * z) / 2 - 1;
      rise = gx * dx + gy * dy + gz * dz;
    };
    const [ax, ay, az] = [ox * toSide, oy * toUp, oz * toBack];
    const [bx, by, bz] = [dx * toSide, dy * toUp, dz * toBack];
    // Where the line passes a ball's centre nearest, and the parabola's bend there.
    const bend = 2 * (bx * bx + by * by + bz * bz);
    const reach = Math.sqrt(2 / bend);
    let lowest = (-2 * (ax * bx + ay * by + az * bz)) / bend;
    let before = lowest - LOWEST_REACH * reach;
    at(before);
    let riseBefore = rise;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      at(lowest);
      const curve = (rise - riseBefore) / (lowest - before);
      const step = -rise / (curve > 0 ? curve : bend);
      if (Math.abs(step) < LOWEST_CLOSE * reach) break;
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
      if (Math.abs(step) < CLOSE * reach) break;
    }
    return t;
  };
  return { radiusSquared, gradient, crossing };
}
