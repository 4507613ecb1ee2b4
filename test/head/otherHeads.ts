/** Heads of other proportions than the practice head's, as fields alone: no face, no hair, no photo. */
import { FRESH_PHOTO, type Photo } from '../../src/core/design/case';
import { defaultMidline } from '../../src/core/head/midline';
import { cameraFor, depthMm, project, type Camera, type HeadView, type Vec3 } from './camera';
import { fitEllipse, type Point } from './ellipseFit';
import { SKULL_CENTRE, samplePose } from './sampleGuide';
import type { SamplePhoto } from './samplePhotos';
import { blend, ellipsoid } from './sdf';
import { surfaceTowards, type Field } from './surfaceTruth';

interface Proportions {
  readonly breadthMm: number;
  readonly lengthMm: number;
  readonly upMm: number;
  /** 2 is an ellipsoid; more is boxier. */
  readonly fullness: number;
  /** How much narrower in front than behind, as a share of the half breadth. */
  readonly egg: number;
  /** How far the vertex stands behind the middle. */
  readonly vertexBackMm: number;
  /** By how much a bulge of the occiput stands out behind. */
  readonly occiputMm: number;
  /** By how much the sides stand out behind the ears; 0 where they are the egg's own. */
  readonly behindEarsMm?: number;
  /** How far the vertex stands to one side. */
  readonly skewMm?: number;
}

const HEADS: Readonly<Record<string, Proportions>> = {
  'long and narrow, a bulging occiput': {
    breadthMm: 142,
    lengthMm: 204,
    upMm: 88,
    fullness: 2.1,
    egg: 0.06,
    vertexBackMm: 10,
    occiputMm: 4,
  },
  'short and broad, a flat occiput': {
    breadthMm: 160,
    lengthMm: 184,
    upMm: 88,
    fullness: 2.2,
    egg: 0.06,
    vertexBackMm: 12,
    occiputMm: 0,
  },
  'small, a pointed vertex': {
    breadthMm: 138,
    lengthMm: 180,
    upMm: 82,
    fullness: 2.05,
    egg: 0.06,
    vertexBackMm: 8,
    occiputMm: 2,
  },
  'large, a flat vertex': {
    breadthMm: 164,
    lengthMm: 212,
    upMm: 90,
    fullness: 2.25,
    egg: 0.07,
    vertexBackMm: 8,
    occiputMm: 2,
  },
  'full behind the ears, askew': {
    breadthMm: 152,
    lengthMm: 196,
    upMm: 87,
    fullness: 2.1,
    egg: 0.06,
    vertexBackMm: 10,
    occiputMm: 0,
    behindEarsMm: 4,
    skewMm: 2,
  },
};

export const OTHER_HEADS = Object.keys(HEADS);

export function proportionsOf(name: string): Proportions {
  const head = HEADS[name];
  if (head === undefined) throw new Error(`no head called ${name}`);
  return head;
}

/** The field of a head; its place is the practice head's. */
export function fieldOf(name: string): Field {
  const head = proportionsOf(name);
  const { breadthMm, lengthMm, upMm, fullness: p, egg, vertexBackMm, occiputMm } = head;
  const { behindEarsMm = 0, skewMm = 0 } = head;
  const [cx, cy, cz] = SKULL_CENTRE;
  const half = lengthMm / 2;
  return (x0, y0, z0) => {
    const [y, z] = [y0 - cy, z0 - cz];
    const x = x0 - cx + (skewMm * y) / upMm;
    const side = (x * (1 + egg * (z / half))) / (breadthMm / 2);
    const high = Math.max(0, y) / upMm;
    const long = (z + vertexBackMm * high * high) / half;
    // The lower half runs down into face and neck.
    const up = y > 0 ? y / upMm : y / (1.5 * upMm);
    const f = (Math.abs(side) ** p + Math.abs(up) ** p + Math.abs(long) ** p) ** (1 / p);
    let cap = (f - 1) * (breadthMm / 2);
    if (behindEarsMm > 0) {
      const reach = 38 + behindEarsMm;
      // |x|, rounded at the midline.
      cap = blend(cap, ellipsoid(Math.sqrt(x * x + 25) - 30, y - 14, z + 48, reach, 40, reach), 24);
    }
    if (occiputMm === 0) return cap;
    return blend(cap, ellipsoid(x, y + 8, z + half - 35 - occiputMm, 44, 40, 35), 20);
  };
}

/** Above this height the outline is the cap's alone, mm from the skull's middle, as on the practice head. */
const CAP_FROM_MM = -4;

/** In a direction of the picture, in degrees from its right clockwise, the farthest place of a head's surface (mm) and where it shows. */
export function farthestTowards(
  camera: Camera,
  field: Field,
  degrees: number,
): { readonly at: Vec3; readonly px: Point; readonly depthMm: number } {
  const middle = project(camera, ...SKULL_CENTRE);
  const { right, up, back } = camera;
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const towards = (lean: number): { at: Vec3; px: Point; depthMm: number; away: number } => {
    const [k, h] = [Math.cos(lean), Math.sin(lean)];
    const part = (i: 0 | 1 | 2): number => (right[i] * c - up[i] * s) * k + back[i] * h;
    const { at } = surfaceTowards([part(0), part(1), part(2)], field);
    const px = project(camera, ...at);
    return { at, px, depthMm: px.depthMm, away: (px.x - middle.x) * c + (px.y - middle.y) * s };
  };
  let [low, high] = [-0.9, 1.2];
  while (high - low > 1e-3) {
    const [a, b] = [low + (high - low) * 0.382, low + (high - low) * 0.618];
    if (towards(a).away < towards(b).away) low = a;
    else high = b;
  }
  return towards((low + high) / 2);
}

/** The cap's silhouette in steps of 2°. */
function capOutline(camera: Camera, field: Field): Point[] {
  const points: Point[] = [];
  for (let degrees = 0; degrees < 360; degrees += 2) {
    const rim = farthestTowards(camera, field, degrees);
    if (rim.at[1] - SKULL_CENTRE[1] > CAP_FROM_MM) points.push(rim.px);
  }
  return points;
}

/** A photo of another head as the app opens it, its outline laid as on the practice head's, with a scale measured beside it. */
export function otherPhoto(field: Field, view: HeadView): SamplePhoto {
  const camera = cameraFor(view, 2400, 3000);
  const middle = project(camera, ...SKULL_CENTRE);
  const atCentre = depthMm(camera, ...SKULL_CENTRE) * camera.pixelSlope;
  const guess = { cx: middle.x, cy: middle.y, rx: 80 / atCentre, ry: 84 / atCentre, angleDeg: 0 };
  const outline = { ...fitEllipse(capOutline(camera, field), guess), placed: true };
  const photo: Photo = {
    ...FRESH_PHOTO,
    id: view,
    sha256: '',
    width: camera.width,
    height: camera.height,
    view,
    outline,
    pose: { ...samplePose(view, camera), placed: true },
    calibration: { kind: 'ruler', a: { x: 0, y: 0 }, b: { x: 1_000, y: 0 }, mm: 1_000 * atCentre },
    midline: defaultMidline(outline, view),
  };
  return { photo, camera, flatMmPerPx: atCentre };
}
