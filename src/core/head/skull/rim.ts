import type { Mm } from '../../geometry/units';
import type { HeadAxes } from './headAxes';
import type { SkullForm } from './shape';
import { dot3 } from './vec3';

/** A point of the skull's silhouette: where it lies in the picture and on the head. */
export interface RimPoint {
  /** Distance from the centre's place in the picture over the camera's distance in px: a tangent. */
  readonly tangent: number;
  /** Its direction from the skull's centre, head axes. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** How far in front of the centre's plane that is, radians. */
  readonly lean: number;
}

/** Between these angles in front of (positive) and behind the centre's plane a head's silhouette lies; radians. */
const BEHIND = -0.9;
const BEFORE = 1.2;
const ROUNDS = 20;
/** The silhouette is where the distance is greatest, so that an angle this true gives it to 1e-9. */
const CLOSE = 1e-5;

const gradient = new Float64Array(3);

/** A silhouette that was sought a moment ago lies this near to where it was, mostly; radians. */
const NEARBY = 0.03;

/**
 * Where the skull's silhouette lies in a direction of the picture (angle from its x towards its y), seen from
 * `distanceMm` before the centre: there the surface runs along the line of sight. By false position (Illinois), from
 * `near` a lean where it was before if that is known.
 */
export function rimAt(form: SkullForm, axes: HeadAxes, distanceMm: Mm, angle: number, near = NaN): RimPoint {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const { right, down, back } = axes;
  const ex = right[0] * c + down[0] * s;
  const ey = right[1] * c + down[1] * s;
  const ez = right[2] * c + down[2] * s;
  const [bx, by, bz] = back;
  let x = 0;
  let y = 0;
  let z = 0;
  let r = 0;
  let at = 0;
  const facing = (lean: number): number => {
    at = lean;
    const k = Math.cos(lean);
    const h = Math.sin(lean);
    x = ex * k + bx * h;
    y = ey * k + by * h;
    z = ez * k + bz * h;
    r = Math.sqrt(form.radiusSquared(x, y, z));
    form.gradient(x, y, z, gradient);
    const [gx = 0, gy = 0, gz = 0] = gradient;
    return gx * (bx * distanceMm - x * r) + gy * (by * distanceMm - y * r) + gz * (bz * distanceMm - z * r);
  };
  const isKnown = !Number.isNaN(near);
  let low = isKnown ? near - NEARBY : BEHIND;
  let high = isKnown ? near + NEARBY : BEFORE;
  let atLow = facing(low);
  let atHigh = facing(high);
  if (isKnown && !(atLow < 0 && atHigh > 0)) {
    low = BEHIND;
    high = BEFORE;
    atLow = facing(low);
    atHigh = facing(high);
  }
  let side = 0;
  const scale = ((Math.abs(atHigh) + Math.abs(atLow)) * (BEFORE - BEHIND)) / (high - low);
  for (let round = 0; round < ROUNDS; round++) {
    const middle = high - (atHigh * (high - low)) / (atHigh - atLow);
    const value = facing(middle);
    if (Math.abs(value) < CLOSE * scale) break;
    if (value > 0) {
      if (side > 0) atLow /= 2;
      side = 1;
      high = middle;
      atHigh = value;
    } else {
      if (side < 0) atHigh /= 2;
      side = -1;
      low = middle;
      atLow = value;
    }
  }
  const across = (x * ex + y * ey + z * ez) * r;
  const depth = distanceMm - dot3([x, y, z], back) * r;
  return { tangent: across / depth, x, y, z, lean: at };
}
