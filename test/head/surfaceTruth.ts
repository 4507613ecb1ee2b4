/** The practice head's own surface along directions from the middle of its skull: regions of exactly known area. */
import type { Camera, Vec3 } from './camera';
import { project } from './camera';
import { fieldDistance } from './head';
import { SKULL_CENTRE } from './sampleGuide';
import { measureNormal, normal } from './trace';

export interface SurfacePoint {
  readonly at: Vec3;
  readonly normal: Vec3;
  /** Distance from the skull's middle, mm. */
  readonly radiusMm: number;
}

const REACH_MM = 200;
/** A normal's step, mm: finer than any feature of the cap. */
const STEP_MM = 0.5;

export const direction = (azimuthDeg: number, elevationDeg: number): Vec3 => {
  const a = (azimuthDeg * Math.PI) / 180;
  const e = (elevationDeg * Math.PI) / 180;
  return [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
};

/** A signed distance, mm, or any field that is negative inside and rises outwards. */
export type Field = (x: number, y: number, z: number) => number;

/** Where the surface lies in a unit direction from the skull's middle. */
export function surfaceTowards(u: Vec3, field: Field = fieldDistance): SurfacePoint {
  const at = (t: number): Vec3 => [SKULL_CENTRE[0] + u[0] * t, SKULL_CENTRE[1] + u[1] * t, SKULL_CENTRE[2] + u[2] * t];
  let [inside, outside] = [20, REACH_MM];
  while (outside - inside > 1e-4) {
    const middle = (inside + outside) / 2;
    if (field(...at(middle)) < 0) inside = middle;
    else outside = middle;
  }
  measureNormal(...at(inside), STEP_MM, field);
  const [x = 0, y = 0, z = 0] = normal;
  return { at: at(inside), normal: [x, y, z], radiusMm: inside };
}

/** Cosine of the angle between the surface's normal and the way to the camera. */
export function facingOf(camera: Camera, { at, normal: n }: Pick<SurfacePoint, 'at' | 'normal'>): number {
  const v: Vec3 = [camera.positionMm[0] - at[0], camera.positionMm[1] - at[1], camera.positionMm[2] - at[2]];
  return (n[0] * v[0] + n[1] * v[1] + n[2] * v[2]) / Math.hypot(...v);
}

/** A region of the head: all directions within an angle of one. */
export interface Region {
  readonly middle: SurfacePoint;
  /** Its border, a closed ring without a repeated last point. */
  readonly border: readonly SurfacePoint[];
  readonly areaCm2: number;
}

/** So many that the polygon drawn is the region itself to 0.02 %; one of 48 points would hold 0.3 % less. */
const BORDER_POINTS = 192;
const RINGS = 5;
const RING_POINTS = 48;

export function regionAbout(u: Vec3, withinDeg: number, field: Field = fieldDistance): Region {
  // Two directions across u.
  const helper: Vec3 = Math.abs(u[1]) < 0.8 ? [0, 1, 0] : [1, 0, 0];
  const e = unit(cross(helper, u));
  const f = cross(u, e);
  const toward = (awayRad: number, turn: number): Vec3 => {
    const [c, s] = [Math.cos(awayRad), Math.sin(awayRad)];
    const [p, q] = [s * Math.cos(turn), s * Math.sin(turn)];
    return [u[0] * c + e[0] * p + f[0] * q, u[1] * c + e[1] * p + f[1] * q, u[2] * c + e[2] * p + f[2] * q];
  };
  const within = (withinDeg * Math.PI) / 180;
  const turns = (count: number): number[] => Array.from({ length: count }, (_, i) => (i / count) * 2 * Math.PI);
  // Rings of equal solid angle, each by its middle: r² dΩ / (n · u).
  let sum = 0;
  for (let ring = 0; ring < RINGS; ring++) {
    const away = Math.acos(1 - ((ring + 0.5) / RINGS) * (1 - Math.cos(within)));
    for (const turn of turns(RING_POINTS)) {
      const way = toward(away, turn);
      const { normal: n, radiusMm } = surfaceTowards(way, field);
      sum += (radiusMm * radiusMm) / (n[0] * way[0] + n[1] * way[1] + n[2] * way[2]);
    }
  }
  const solid = 2 * Math.PI * (1 - Math.cos(within));
  return {
    middle: surfaceTowards(u, field),
    border: turns(BORDER_POINTS).map((turn) => surfaceTowards(toward(within, turn), field)),
    areaCm2: (sum / (RINGS * RING_POINTS)) * solid * 0.01,
  };
}

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

const unit = (a: Vec3): Vec3 => {
  const by = 1 / Math.hypot(...a);
  return [a[0] * by, a[1] * by, a[2] * by];
};

/** Where surface points fall in a photo, px. */
export const projected = (camera: Camera, points: readonly SurfacePoint[]): { x: number; y: number }[] =>
  points.map(({ at }) => {
    const { x, y } = project(camera, ...at);
    return { x, y };
  });
