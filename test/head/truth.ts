/** What is known exactly about each pixel of a photograph of the practice head. */
import type { Camera, HeadView } from './camera';
import { cameraFor, depthMm, FAR_MM, NEAR_MM, rayThrough } from './camera';
import { isScalp } from './hair';
import { earMask } from './ear';
import { fieldDistance, materialAt } from './head';
import { measureNormal, normal } from './trace';

export interface HeadTruth {
  readonly view: HeadView;
  readonly width: number;
  readonly height: number;
  readonly camera: Camera;
  /** Per pixel: 0 background, 1 skin, 2 shirt. */
  readonly surface: Uint8Array;
  /** Surface point seen at the pixel's centre, mm, three floats a pixel; 0 on the background. */
  readonly positionMm: Float32Array;
  /** Outward unit normal there, three floats a pixel; 0 on the background. */
  readonly normal: Float32Array;
  /** 1 on the scalp: behind the natural hairline, bald or haired. */
  readonly scalp: Uint8Array;
  /** Millimetres that a pixel spans across the line of sight there, from the camera's depth; 0 on the background. */
  readonly mmPerPx: Float32Array;
}

/** Half the step of the normals' differences, mm: smaller than any feature of the model. */
const NORMAL_STEP_MM = 0.2;
/** Ends a march; the last step is then a Newton step along the ray. */
const TOLERANCE_MM = 0.02;

/**
 * First surface on a ray from the camera, by the field alone (no grid): the length of the ray in mm, or undefined.
 * Beside the nose and the ears the field overestimates a little, so steps are shortened.
 */
export function firstHitMm(camera: Camera, px: number, py: number): number | undefined {
  const [ox, oy, oz] = camera.positionMm;
  const [dx, dy, dz] = rayThrough(camera, px, py);
  let t = NEAR_MM;
  for (let i = 0; i < 220 && t < FAR_MM; i++) {
    const d = fieldDistance(ox + dx * t, oy + dy * t, oz + dz * t);
    if (d < TOLERANCE_MM) return t + d;
    t += d * (d > 12 ? 0.9 : 0.75);
  }
  return undefined;
}

/** The ground truth of one view at any size; deterministic, in this thread, about 0.5 s at 96 × 120. */
export function renderTruth(view: HeadView, width: number, height: number): HeadTruth {
  const camera = cameraFor(view, width, height);
  const size = width * height;
  const truth: HeadTruth = {
    view,
    width,
    height,
    camera,
    surface: new Uint8Array(size),
    positionMm: new Float32Array(size * 3),
    normal: new Float32Array(size * 3),
    scalp: new Uint8Array(size),
    mmPerPx: new Float32Array(size),
  };
  const [ox, oy, oz] = camera.positionMm;
  for (let j = 0, o = 0; j < height; j++)
    for (let i = 0; i < width; i++, o++) {
      const t = firstHitMm(camera, i + 0.5, j + 0.5);
      if (t === undefined) continue;
      const [dx, dy, dz] = rayThrough(camera, i + 0.5, j + 0.5);
      const x = ox + dx * t;
      const y = oy + dy * t;
      const z = oz + dz * t;
      const skin = materialAt(x, y, z) === 'skin';
      truth.surface[o] = skin ? 1 : 2;
      truth.positionMm.set([x, y, z], o * 3);
      measureNormal(x, y, z, NORMAL_STEP_MM);
      truth.normal.set(normal, o * 3);
      truth.scalp[o] = skin && isScalp(x, y, z) && earMask(Math.abs(x), y, z) < 0.2 ? 1 : 0;
      truth.mmPerPx[o] = depthMm(camera, x, y, z) * camera.pixelSlope;
    }
  return truth;
}
