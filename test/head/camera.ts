/** The studio's camera: a pinhole 1.5 m away, one position for each view of a consultation. */

export const HEAD_VIEWS = ['front', 'front45', 'left', 'right', 'top', 'crown'] as const;
export type HeadView = (typeof HEAD_VIEWS)[number];

/** x, y, z in mm, or a direction. */
export type Vec3 = readonly [number, number, number];

/** From the subject, azimuth 0 in front and +90° at his left side; `spanMm` is the frame's height at the target. */
interface Position {
  azimuthDeg: number;
  elevationDeg: number;
  targetMm: Vec3;
  spanMm: number;
}

const POSITIONS: Readonly<Record<HeadView, Position>> = {
  front: { azimuthDeg: 0, elevationDeg: 2, targetMm: [0, -4, 15], spanMm: 352 },
  front45: { azimuthDeg: 42, elevationDeg: 4, targetMm: [4, -4, 5], spanMm: 352 },
  left: { azimuthDeg: 90, elevationDeg: 1, targetMm: [0, -4, 4], spanMm: 352 },
  right: { azimuthDeg: -90, elevationDeg: 1, targetMm: [0, -4, 4], spanMm: 352 },
  top: { azimuthDeg: 0, elevationDeg: 52, targetMm: [0, 48, 10], spanMm: 300 },
  crown: { azimuthDeg: 180, elevationDeg: 38, targetMm: [0, 46, -12], spanMm: 300 },
};

const DISTANCE_MM = 1500;

/** A pinhole camera. `right`, `up` and `back` are unit vectors; `back` points from the subject to the camera. */
export interface Camera {
  readonly view: HeadView;
  readonly width: number;
  readonly height: number;
  readonly positionMm: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly back: Vec3;
  /** Width of one pixel at a depth of 1: mm per pixel = depth × pixelSlope. */
  readonly pixelSlope: number;
}

const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export function cameraFor(view: HeadView, width: number, height: number): Camera {
  const { azimuthDeg, elevationDeg, targetMm, spanMm } = POSITIONS[view];
  const a = (azimuthDeg * Math.PI) / 180;
  const e = (elevationDeg * Math.PI) / 180;
  const back: Vec3 = [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
  const right: Vec3 = [Math.cos(a), 0, -Math.sin(a)];
  const up: Vec3 = [
    back[1] * right[2] - back[2] * right[1],
    back[2] * right[0] - back[0] * right[2],
    back[0] * right[1] - back[1] * right[0],
  ];
  const positionMm: Vec3 = [
    targetMm[0] + back[0] * DISTANCE_MM,
    targetMm[1] + back[1] * DISTANCE_MM,
    targetMm[2] + back[2] * DISTANCE_MM,
  ];
  return { view, width, height, positionMm, right, up, back, pixelSlope: spanMm / DISTANCE_MM / height };
}

/** Depth of a point along the camera's axis, mm (not the length of the ray to it). */
export const depthMm = (camera: Camera, x: number, y: number, z: number): number =>
  -(
    (x - camera.positionMm[0]) * camera.back[0] +
    (y - camera.positionMm[1]) * camera.back[1] +
    (z - camera.positionMm[2]) * camera.back[2]
  );

/** Where a point (mm) falls in the picture, px from its top left corner; pixel (i, j) has its centre at +0.5. */
export function project(camera: Camera, x: number, y: number, z: number): { x: number; y: number; depthMm: number } {
  const p = camera.positionMm;
  const v: Vec3 = [x - p[0], y - p[1], z - p[2]];
  const depth = -dot(v, camera.back);
  return {
    x: dot(v, camera.right) / depth / camera.pixelSlope + camera.width / 2,
    y: -dot(v, camera.up) / depth / camera.pixelSlope + camera.height / 2,
    depthMm: depth,
  };
}

/** Unit direction of the ray through a picture point (px). */
export function rayThrough(camera: Camera, px: number, py: number): Vec3 {
  const a = (px - camera.width / 2) * camera.pixelSlope;
  const b = -(py - camera.height / 2) * camera.pixelSlope;
  const { right, up, back } = camera;
  const dx = right[0] * a + up[0] * b - back[0];
  const dy = right[1] * a + up[1] * b - back[1];
  const dz = right[2] * a + up[2] * b - back[2];
  const m = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
  return [dx * m, dy * m, dz * m];
}

/** Millimetres per pixel at the target, for detail that follows the picture's resolution. */
export const typicalMmPerPx = (camera: Camera): number => camera.pixelSlope * DISTANCE_MM;

/** Ray lengths between which the subject lies, mm. */
export const NEAR_MM = DISTANCE_MM - 280;
export const FAR_MM = DISTANCE_MM + 420;
