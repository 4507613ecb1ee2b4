/** What the studio may know of a sample photo from the start: outline, midline, eyes, scale and a natural hairline. */
import type { Camera, HeadView, Vec3 } from './camera';
import { cameraFor, depthMm, FAR_MM, NEAR_MM, project, rayThrough } from './camera';
import type { Ellipse, Point } from './ellipseFit';
import { fitEllipse } from './ellipseFit';
import { fitCurve } from '../../src/core/geometry/fitCurve';
import type { HeadPose } from '../../src/core/head/headPhoto';
import { USUAL_DIRECTION } from '../../src/core/head/skull/headAxes';
import { HAIRLINE_END_DEG, hairlineY, scalpHairPerCm2, STUBBLE_PER_CM2 } from './hair';
import { HEAD, lashLineY } from './landmarks';
import { midlineDrift } from './skull';
import { frontZ, surfaceAt } from './surface';
import { measureNormal, normal } from './trace';
import { firstHitMm } from './truth';

export interface SampleGuide {
  readonly view: HeadView;
  readonly width: number;
  readonly height: number;
  /** Ellipse that lies best on the skull cap's outline, photo px. */
  readonly outline: Ellipse;
  /** How the head is turned from the view's usual direction, as seen along the line of sight to the skull's middle. */
  readonly pose: Omit<HeadPose, 'placed'>;
  /** Two points of the face's midline, photo px; null where the view does not show it. */
  readonly midline: readonly [Point, Point] | null;
  readonly glabella: Point | null;
  /** Middle of the closed lids, his right eye first; null where hidden. */
  readonly pupils: readonly [Point | null, Point | null];
  /** Scale at the middle of the cap as seen, mm per photo px. */
  readonly mmPerPx: number;
  /**
   * Handles of the treated area's edge as far as this view shows it, left to right in the picture: a natural mature
   * hairline, and from the temples on the upper border of the stubble; photo px.
   */
  readonly hairline: readonly Point[];
}

/** How far the fitted handles' curve may leave the true edge, mm: less than the soft edge hides. */
const EDGE_TOLERANCE_MM = 1.8;
/** Above this height the outline is the cap's alone, mm: over the brow and the ears. */
const CAP_FROM_Y = 42;

const round = (x: number, digits: number): number => Math.round(x * 10 ** digits) / 10 ** digits;
const rounded = (p: Point): Point => ({ x: round(p.x, 1), y: round(p.y, 1) });

/** A hairline is followed to where the surface faces the camera by this much: beyond, it runs along the silhouette. */
const LEAST_FACING = 0.14;

function facing(camera: Camera, [x, y, z]: Vec3): number {
  const c = camera.positionMm;
  const away = Math.hypot(c[0] - x, c[1] - y, c[2] - z);
  measureNormal(x, y, z, 0.5);
  const [nx = 0, ny = 0, nz = 0] = normal;
  return (nx * (c[0] - x) + ny * (c[1] - y) + nz * (c[2] - z)) / away;
}

/** Where a surface point falls in the picture, or null if something hides it. */
function visible(camera: Camera, p: Vec3): Point | null {
  const at = project(camera, ...p);
  const t = firstHitMm(camera, at.x, at.y);
  const c = camera.positionMm;
  if (t === undefined || Math.abs(t - Math.hypot(p[0] - c[0], p[1] - c[1], p[2] - c[2])) > 1.5) return null;
  return { x: at.x, y: at.y };
}

/** Points of the cap's silhouette, found by bisection outwards from its middle. */
function capOutline(camera: Camera): { points: Point[]; middle: Point } {
  const middle = project(camera, 0, 50, 0);
  const points: Point[] = [];
  for (let degrees = 0; degrees < 360; degrees += 2) {
    const ux = Math.cos((degrees * Math.PI) / 180);
    const uy = Math.sin((degrees * Math.PI) / 180);
    let inside = 0;
    let outside = camera.height;
    for (let i = 0; i < 18; i++) {
      const r = (inside + outside) / 2;
      if (firstHitMm(camera, middle.x + ux * r, middle.y + uy * r) === undefined) outside = r;
      else inside = r;
    }
    const edge = { x: middle.x + ux * inside, y: middle.y + uy * inside };
    const t = firstHitMm(camera, edge.x, edge.y) ?? NEAR_MM;
    const y = camera.positionMm[1] + rayThrough(camera, edge.x, edge.y)[1] * t;
    if (y > CAP_FROM_Y && t < FAR_MM) points.push(edge);
  }
  return { points, middle };
}

/** The hairline in space: one point a degree, from his right temple to his left. */
export function hairlineCurve(): Vec3[] {
  const curve: Vec3[] = [];
  for (let a = -HAIRLINE_END_DEG; a <= HAIRLINE_END_DEG; a++) curve.push(surfaceAt(a, hairlineY(a)));
  return curve;
}

/** The stubble counts as begun where it stands at this share of its full density. */
const BEGUN = 0.45;

/**
 * The border runs where the stubble has this share: a fill grows behind its edge as the stubble thins out, so that both
 * together are one shade (by eye; at .9 a dark band lies between them, at .5 a pale one).
 */
const BORDER = 0.76;

const stubbleAt = (angleDeg: number, y: number): number => {
  const p = surfaceAt(angleDeg, y);
  return scalpHairPerCm2(...p) / STUBBLE_PER_CM2;
};

/** Height of the stubble's upper border at an angle, mm, evened out over 13 degrees. */
function borderY(angleDeg: number): number {
  let sum = 0;
  for (let a = angleDeg - 6; a <= angleDeg + 6; a++) {
    let y = 110;
    while (y > 40 && stubbleAt(a, y) < BORDER) y -= 0.5;
    sum += y;
  }
  return sum / 13;
}

/**
 * The edge of the bald area in space, all round the head, a point a degree from behind over his right side: along the
 * hairline in front, down the temples until it meets the stubble, and along the stubble's border round the back.
 */
function treatedEdge(): Vec3[] {
  const meets = (side: 1 | -1): number => {
    for (let a = 40; a <= HAIRLINE_END_DEG; a++) if (stubbleAt(side * a, hairlineY(a)) >= BEGUN) return a;
    return HAIRLINE_END_DEG;
  };
  const reach = { right: meets(-1), left: meets(1) };
  const edge: Vec3[] = [];
  for (let a = -180; a < 180; a++) {
    const inFront = a >= -reach.right && a <= reach.left;
    edge.push(surfaceAt(a, inFront ? hairlineY(a) : borderY(a)));
  }
  return edge;
}

/** The longest run of a closed line that the camera sees. */
function longestRun(seen: readonly (Point | null)[]): Point[] {
  let best: Point[] = [];
  let run: Point[] = [];
  // Twice around, so that a run over the seam is found whole.
  for (const p of [...seen, ...seen]) {
    run = p === null ? [] : [...run, p];
    if (run.length > best.length && run.length <= seen.length) best = run;
  }
  return best;
}

function hairlineIn(camera: Camera, middle: Point, mm: number): Point[] {
  const seen = treatedEdge().map((p) => (facing(camera, p) < LEAST_FACING ? null : visible(camera, p)));
  const run = longestRun(seen);
  if ((run[0]?.x ?? 0) > (run[run.length - 1]?.x ?? 0)) run.reverse();
  return fitCurve(run, EDGE_TOLERANCE_MM / mm).map((p) => ontoHead(camera, p, middle));
}

/** A fitted end may leave the silhouette by its tolerance: it is drawn in until it is on the head. */
function ontoHead(camera: Camera, p: Point, middle: Point): Point {
  let at = p;
  for (let i = 0; i < 40 && firstHitMm(camera, round(at.x, 1), round(at.y, 1)) === undefined; i++) {
    at = { x: at.x + (middle.x - at.x) * 0.005, y: at.y + (middle.y - at.y) * 0.005 };
  }
  return at;
}

/** A point of the midline at a height, on the front (+1) or the back (-1) of the head. */
function midlinePoint(y: number, end: 1 | -1): Vec3 {
  const [, , z] = surfaceAt(end > 0 ? 0 : 180, y);
  return [-midlineDrift(y, z), y, z];
}

/** Middle of the skull: half way along its length and at the level of its greatest breadth, mm. */
export const SKULL_CENTRE: Vec3 = [0, 46, 0];

/** From along the line of sight to the skull's middle, as the app fits it. */
export function samplePose(view: HeadView, camera: Camera): Omit<HeadPose, 'placed'> {
  const [cx, cy, cz] = SKULL_CENTRE;
  const [x, y, z] = [camera.positionMm[0] - cx, camera.positionMm[1] - cy, camera.positionMm[2] - cz];
  const distanceMm = Math.hypot(x, y, z);
  const { azimuthDeg, elevationDeg } = USUAL_DIRECTION[view];
  const yaw = azimuthDeg - (Math.atan2(x, z) * 180) / Math.PI;
  return {
    yawDeg: round(yaw > 180 ? yaw - 360 : yaw, 2),
    pitchDeg: round(elevationDeg - (Math.asin(y / distanceMm) * 180) / Math.PI, 2),
    rollDeg: 0,
    distanceMm: round(distanceMm, 0),
  };
}

export function sampleGuide(view: HeadView, width: number, height: number): SampleGuide {
  const camera = cameraFor(view, width, height);
  const { points, middle } = capOutline(camera);
  const mm = depthMm(camera, 0, 50, 0) * camera.pixelSlope;
  const outline = fitEllipse(points, { cx: middle.x, cy: middle.y, rx: 80 / mm, ry: 84 / mm, angleDeg: 0 });
  const glabella = visible(camera, midlinePoint(HEAD.glabellaY, 1));
  const far = visible(camera, midlinePoint(view === 'crown' ? 20 : 100, view === 'crown' ? -1 : 1));
  const near = view === 'crown' ? visible(camera, midlinePoint(110, -1)) : glabella;
  const eye = (sign: 1 | -1): Point | null => {
    const y = lashLineY(HEAD.pupilX) + 1;
    const z = frontZ(sign * HEAD.pupilX, y);
    const p = z === undefined ? null : visible(camera, [sign * HEAD.pupilX, y, z]);
    return p && rounded(p);
  };
  const centreRay = firstHitMm(camera, outline.cx, outline.cy) ?? NEAR_MM;
  const [dx, dy, dz] = rayThrough(camera, outline.cx, outline.cy);
  const [ox, oy, oz] = camera.positionMm;
  const depth = depthMm(camera, ox + dx * centreRay, oy + dy * centreRay, oz + dz * centreRay);
  return {
    view,
    width,
    height,
    outline: {
      cx: round(outline.cx, 1),
      cy: round(outline.cy, 1),
      rx: round(outline.rx, 1),
      ry: round(outline.ry, 1),
      angleDeg: round(outline.angleDeg, 2),
    },
    pose: samplePose(view, camera),
    midline: near && far && view !== 'left' && view !== 'right' ? [rounded(near), rounded(far)] : null,
    glabella: glabella && rounded(glabella),
    pupils: [eye(-1), eye(1)],
    mmPerPx: round(depth * camera.pixelSlope, 5),
    hairline: hairlineIn(camera, middle, mm).map(rounded),
  };
}
