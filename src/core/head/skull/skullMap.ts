import type { ChartPoint, PhotoPoint } from '../../geometry/units';
import type { ChartStretch, ScalpMap, ScalpPlace, ScalpPlaces } from '../scalpMap';
import { CHART_X, CHART_Y, POLE } from './chart';
import { rimAt } from './rim';
import { skullForm } from './shape';
import type { SkullFit } from './skullFit';
import { blend3, dot3, type Vec3 } from './vec3';

/** A point moved to the rim stops at this share of the way to it: there the scalp still faces the camera. */
const INSIDE = 0.998;

/** The map of a skull in a photo. */
export function skullMap(fit: SkullFit): ScalpMap {
  const { axes, centre, distanceMm, focalPx } = fit;
  const form = skullForm(fit.shape);
  const [rx, ry, rz] = axes.right;
  const [dx, dy, dz] = axes.down;
  const [bx, by, bz] = axes.back;
  const [, py, pz] = POLE;
  const [, qy, qz] = CHART_Y;
  const radiusCm = fit.chartRadiusMm / 10;
  const area = 1 / (fit.chartRadiusMm * fit.chartRadiusMm);
  const camera: Vec3 = [bx * distanceMm, by * distanceMm, bz * distanceMm];
  const [ox, oy, oz] = camera;
  /** The direction last asked for, and its normal. */
  const u = new Float64Array(3);
  const n = new Float64Array(3);
  /** x px, y px, facing, tilt, px per mm, scalp per chart. */
  const found = new Float64Array(6);

  /** The direction from the skull's centre; the chart ends at the point opposite to its centre. */
  const direct = (cx: number, cy: number): void => {
    const ax = cx / radiusCm;
    const ay = cy / radiusCm;
    const quarter = Math.min((ax * ax + ay * ay) / 4, 1 - 1e-9);
    const side = Math.sqrt(1 - quarter);
    const cos = 1 - 2 * quarter;
    u[0] = ax * side;
    u[1] = ay * side * qy + cos * py;
    u[2] = ay * side * qz + cos * pz;
  };

  const measure = (cx: number, cy: number): void => {
    direct(cx, cy);
    const ux = u[0] as number;
    const uy = u[1] as number;
    const uz = u[2] as number;
    const square = form.radiusSquared(ux, uy, uz);
    const r = Math.sqrt(square);
    form.gradient(ux, uy, uz, n);
    let nx = n[0] as number;
    let ny = n[1] as number;
    let nz = n[2] as number;
    const one = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    nx *= one;
    ny *= one;
    nz *= one;
    const x = ux * r;
    const y = uy * r;
    const z = uz * r;
    const perDepth = focalPx / (distanceMm - (x * bx + y * by + z * bz));
    const vx = ox - x;
    const vy = oy - y;
    const vz = oz - z;
    const sight = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
    const facing = (nx * vx + ny * vy + nz * vz) * sight;
    const along = facing * sight;
    // The normal's part across the line of sight, in the picture's axes.
    const sx = nx - along * vx;
    const sy = ny - along * vy;
    const sz = nz - along * vz;
    found[0] = centre.x + perDepth * (x * rx + y * ry + z * rz);
    found[1] = centre.y + perDepth * (x * dx + y * dy + z * dz);
    found[2] = facing;
    found[3] = Math.atan2(sx * dx + sy * dy + sz * dz, sx * rx + sy * ry + sz * rz);
    found[4] = perDepth;
    found[5] = (square * area) / (nx * ux + ny * uy + nz * uz);
  };

  const toChart = (p: PhotoPoint): ChartPoint | null => {
    const sx = (p.x - centre.x) / focalPx;
    const sy = (p.y - centre.y) / focalPx;
    const wx = rx * sx + dx * sy - bx;
    const wy = ry * sx + dy * sy - by;
    const wz = rz * sx + dz * sy - bz;
    const t = form.crossing(camera, wx, wy, wz);
    if (!(t > 0)) return null;
    const x = ox + wx * t;
    const y = oy + wy * t;
    const z = oz + wz * t;
    const one = 1 / Math.sqrt(x * x + y * y + z * z);
    const cos = (y * py + z * pz) * one;
    const k = radiusCm * one * Math.sqrt(2 / Math.max(1 + cos, 1e-9));
    return { x: x * k, y: (y * qy + z * qz) * k };
  };

  const place = (c: ChartPoint): ScalpPlace | null => {
    measure(c.x, c.y);
    const [x = 0, y = 0, facing = 0, tiltRad = 0, pxPerMm = 0, scalpPerChart = 1] = found;
    return facing > 0 ? { photo: { x, y }, facing, tiltRad, pxPerMm, scalpPerChart } : null;
  };

  const stretch = (c: ChartPoint): ChartStretch => {
    direct(c.x, c.y);
    return stretchAt(form, [u[0] as number, u[1] as number, u[2] as number], c, fit.chartRadiusMm);
  };

  const snapToRim = (p: PhotoPoint): PhotoPoint => {
    const away = Math.hypot(p.x - centre.x, p.y - centre.y);
    const rim = rimAt(form, axes, distanceMm, Math.atan2(p.y - centre.y, p.x - centre.x)).tangent * focalPx * INSIDE;
    // A point that was moved here before stays.
    if (!(away > rim * (1 + 1e-9))) return p;
    const by = rim / away;
    return { x: centre.x + (p.x - centre.x) * by, y: centre.y + (p.y - centre.y) * by };
  };

  const placeAll = (x: ArrayLike<number>, y: ArrayLike<number>): ScalpPlaces => {
    const count = x.length;
    const places = {
      x: new Float32Array(count),
      y: new Float32Array(count),
      facing: new Float32Array(count),
      tiltRad: new Float32Array(count),
      pxPerMm: new Float32Array(count),
    };
    for (let i = 0; i < count; i++) {
      measure(x[i] as number, y[i] as number);
      places.x[i] = found[0] as number;
      places.y[i] = found[1] as number;
      places.facing[i] = Math.max(0, found[2] as number);
      places.tiltRad[i] = found[3] as number;
      places.pxPerMm[i] = found[4] as number;
    }
    return places;
  };

  const scalpPerChart = (c: ChartPoint): number => {
    measure(c.x, c.y);
    return found[5] as number;
  };

  return { toChart, place, scalpPerChart, stretch, snapToRim, placeAll };
}

/**
 * The principal stretches at a direction `u`, chart place `c`: Lambert's map shrinks by cos(θ/2) away from its centre and
 * widens by the same across, and the surface lies at r(u), sloping.
 */
function stretchAt(form: ReturnType<typeof skullForm>, u: Vec3, c: ChartPoint, chartRadiusMm: number): ChartStretch {
  const gradient = new Float64Array(3);
  form.gradient(...u, gradient);
  const normal: Vec3 = [gradient[0] as number, gradient[1] as number, gradient[2] as number];
  const r = Math.sqrt(form.radiusSquared(...u));
  const cos = dot3(u, POLE);
  const half = Math.sqrt(Math.max((1 + cos) / 2, 1e-9));
  const angle = c.x === 0 && c.y === 0 ? 0 : Math.atan2(c.y, c.x);
  const out = blend3(CHART_X, Math.cos(angle), CHART_Y, Math.sin(angle));
  const sin = Math.sqrt(Math.max(0, 1 - cos * cos));
  // A step of the chart outwards and across, as steps on the unit sphere, then on the skull.
  const outward = blend3(out, cos, POLE, -sin);
  const across = blend3(CHART_X, -Math.sin(angle), CHART_Y, Math.cos(angle));
  const onSkull = (way: Vec3, by: number): Vec3 =>
    blend3(way, (r * by) / chartRadiusMm, u, (-dot3(normal, way) / dot3(normal, u)) * ((r * by) / chartRadiusMm));
  const a = onSkull(outward, 1 / half);
  const b = onSkull(across, half);
  const [e, f, g] = [dot3(a, a), dot3(a, b), dot3(b, b)];
  const root = Math.sqrt(((e - g) / 2) ** 2 + f * f);
  return {
    along: Math.sqrt((e + g) / 2 + root),
    across: Math.sqrt(Math.max((e + g) / 2 - root, 0)),
    axisRad: angle + Math.atan2(2 * f, e - g) / 2,
  };
}
