import type { MmPerPx, PhotoPoint } from '../../geometry/units';
import { weightAt } from './fitAlone';
import { headAxes, type HeadAxes } from './headAxes';
import { MODES, modeValues } from './modes';
import { rimAt } from './rim';
import type { SkullForm, SkullShape } from './shape';
import type { RimPlace, Sight } from './sight';
import { blend3, dot3, type Vec3 } from './vec3';

/** What is sought of a shape: the logarithms of its sizes by a mean head's, then its modes. */
export const SIZES = 3;
const OF_SHAPE = SIZES + MODES.length;
/**
 * What is sought beside in each sight: how far the skull's centre lies to the right and below where the sight alone has
 * it (mm), the logarithm of its scale by the photo's own, and how far it is rolled, yawed and pitched from its own pose (degrees).
 */
export const OF_SIGHT = 6;

const TURN_STEP_DEG = 0.01;
const RADIANS = Math.PI / 180;

/** A sight as it is taken on trial. */
export interface TriedSight {
  readonly sight: Sight;
  readonly axes: HeadAxes;
  readonly yawed: HeadAxes;
  readonly pitched: HeadAxes;
  readonly centre: PhotoPoint;
  /** At the skull's centre, on trial; and the photo's own. */
  readonly mmPerPx: MmPerPx;
  readonly ownMmPerPx: MmPerPx;
}

export function trySight(sight: Sight, local: ArrayLike<number>): TriedSight {
  const { of, alone } = sight;
  const [dx = 0, dy = 0, scale = 0, roll = 0, yaw = 0, pitch = 0] = Array.from(local);
  const own = alone.distanceMm / alone.focalPx;
  const turned = (moreYaw: number, morePitch: number): HeadAxes =>
    headAxes(of.view, {
      ...of.pose,
      rollDeg: of.pose.rollDeg + roll,
      yawDeg: of.pose.yawDeg + yaw + moreYaw,
      pitchDeg: of.pose.pitchDeg + pitch + morePitch,
    });
  return {
    sight,
    axes: turned(0, 0),
    yawed: turned(TURN_STEP_DEG, 0),
    pitched: turned(0, TURN_STEP_DEG),
    centre: { x: alone.centre.x + dx / own, y: alone.centre.y + dy / own },
    mmPerPx: own * Math.exp(scale),
    ownMmPerPx: own,
  };
}

/** How far the skull's silhouette lies outside a place of the picture, and how that changes with all that is sought. */
export interface Misfit {
  mm: number;
  /** What it counts, 1/mm. */
  weight: number;
  /** Where the silhouette lies, to begin from the next time (rimAt). */
  lean: number;
  readonly byShape: Float64Array;
  readonly bySight: Float64Array;
}

export const newMisfit = (): Misfit => ({
  mm: 0,
  weight: 0,
  lean: NaN,
  byShape: new Float64Array(OF_SHAPE),
  bySight: new Float64Array(OF_SIGHT),
});

const gradient = new Float64Array(3);
const values = new Float64Array(MODES.length);

/**
 * Measures the misfit at a place. The silhouette is where the distance from the centre is greatest, so that to first order it
 * changes as the surface does in the direction where it was, which saves seeking it anew for every slope.
 */
export function measureMisfit(
  shape: SkullShape,
  form: SkullForm,
  seen: TriedSight,
  place: RimPlace,
  out: Misfit,
): void {
  const { axes, centre, mmPerPx, ownMmPerPx } = seen;
  const { distanceMm } = seen.sight.alone;
  const dx = place.at.x - centre.x;
  const dy = place.at.y - centre.y;
  const away = Math.max(Math.hypot(dx, dy) * mmPerPx, 1);
  const angle = Math.atan2(dy, dx);
  const rim = rimAt(form, axes, distanceMm, angle, out.lean);
  const { x, y, z } = rim;
  out.lean = rim.lean;
  out.mm = rim.tangent * distanceMm - away;
  out.weight = place.perMm * (place.seen ? 1 : weightAt(y));

  const square = form.radiusSquared(x, y, z);
  const r = Math.sqrt(square);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const outward = blend3(axes.right, cos, axes.down, sin);
  const aside = blend3(axes.right, -sin, axes.down, cos);
  const d: Vec3 = [x, y, z];
  const [across, near] = [dot3(d, outward), dot3(d, axes.back)];
  const depth = distanceMm - near * r;
  /** Of the silhouette's distance by the radius in this direction. */
  const byRadius = (distanceMm * across * distanceMm) / (depth * depth);

  const [u, v, w] = [x / shape.sideMm, y / shape.upMm, z / shape.backMm];
  const level = u * u + v * v + w * w;
  const one = 1 / Math.sqrt(level);
  modeValues(u * one, v * one, w * one, values);
  const byBulge = -0.5 * byRadius * square * r * level;
  for (let k = 0; k < values.length; k++) out.byShape[SIZES + k] = byBulge * (values[k] as number);

  form.gradient(x, y, z, gradient);
  const bySlope = -0.5 * byRadius * square * r;
  // A size stretches the skull along its axis.
  out.byShape[0] = -bySlope * x * (gradient[0] as number);
  out.byShape[1] = -bySlope * y * (gradient[1] as number);
  out.byShape[2] = -bySlope * z * (gradient[2] as number);
  const along = (way: Vec3): number =>
    bySlope * (way[0] * (gradient[0] as number) + way[1] * (gradient[1] as number) + way[2] * (gradient[2] as number));
  const byAngle = along(aside) * across;
  const ratio = mmPerPx / ownMmPerPx;
  out.bySight[0] = (cos + (byAngle * sin) / away) * ratio;
  out.bySight[1] = (sin - (byAngle * cos) / away) * ratio;
  out.bySight[2] = -away;
  out.bySight[3] = -byAngle * RADIANS;
  out.bySight[4] = along(turnOf(seen.yawed, axes, cos, sin, across, near)) / TURN_STEP_DEG;
  out.bySight[5] = along(turnOf(seen.pitched, axes, cos, sin, across, near)) / TURN_STEP_DEG;
}

/** How the direction of a place of the silhouette moves on the head as the head turns. */
function turnOf(to: HeadAxes, from: HeadAxes, cos: number, sin: number, across: number, near: number): Vec3 {
  const outward = blend3(blend3(to.right, cos, to.down, sin), 1, blend3(from.right, cos, from.down, sin), -1);
  return blend3(outward, across, blend3(to.back, 1, from.back, -1), near);
}
