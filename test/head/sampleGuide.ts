/** What the studio may know of a sample photo from the start: outline, midline, eyes, scale and a natural hairline. */
import type { Camera, HeadView, Vec3 } from './camera';
import { cameraFor, depthMm, FAR_MM, NEAR_MM, project, rayThrough } from './camera';
import type { Ellipse, Point } from './ellipseFit';
import { drawnInside, fitEllipse } from './ellipseFit';
import { HAIRLINE_END_DEG, hairlineY } from './hair';
import { HEAD, lashLineY } from './landmarks';
import { midlineDrift } from './skull';
import { frontZ, surfaceAt } from './surface';
import { measureNormal, normal } from './trace';
import { firstHitMm } from './truth';

export interface SampleGuide {
  readonly view: HeadView;
  readonly width: number;
  readonly height: number;
  /** Ellipse on the skull cap's outline, drawn in until it stays on the head; photo px. */
  readonly outline: Ellipse;
  /** Two points of the face's midline, photo px; null where the view does not show it. */
  readonly midline: readonly [Point, Point] | null;
  readonly glabella: Point | null;
  /** Middle of the closed lids, his right eye first; null where hidden. */
  readonly pupils: readonly [Point | null, Point | null];
  /** Scale at the middle of the cap as seen, mm per photo px. */
  readonly mmPerPx: number;
  /** Nine points of a natural mature hairline, left to right in the picture; photo px. */
  readonly hairline: readonly Point[];
}

const HAIRLINE_POINTS = 9;
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

/** `count` points spaced evenly along a polyline. */
function spaced(points: readonly Point[], count: number): Point[] {
  const along = [0];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    along.push((along[i - 1] ?? 0) + (a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0));
  }
  const total = along[along.length - 1] ?? 0;
  return Array.from({ length: count }, (_, k) => {
    const want = (total * k) / (count - 1);
    const i = Math.max(
      1,
      along.findIndex((s) => s >= want - 1e-9),
    );
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) return { x: 0, y: 0 };
    const t = (want - (along[i - 1] ?? 0)) / ((along[i] ?? 1) - (along[i - 1] ?? 0));
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
  });
}

function hairlineIn(camera: Camera, outline: Ellipse, cap: readonly Point[], middle: Point): Point[] {
  if (camera.view === 'crown') {
    // the far edge of the bald top: along the silhouette, a little inside it
    const upper = cap.filter((p) => p.y < outline.cy - outline.ry * 0.35).sort((a, b) => a.x - b.x);
    const inset = upper.map((p) => ({ x: middle.x + (p.x - middle.x) * 0.93, y: middle.y + (p.y - middle.y) * 0.93 }));
    return spaced(inset, HAIRLINE_POINTS);
  }
  const seen = hairlineCurve()
    .map((p) => (facing(camera, p) < LEAST_FACING ? null : visible(camera, p)))
    .filter((p) => p !== null);
  if ((seen[0]?.x ?? 0) > (seen[seen.length - 1]?.x ?? 0)) seen.reverse();
  return spaced(seen, HAIRLINE_POINTS);
}

/** A point of the midline at a height, on the front (+1) or the back (-1) of the head. */
function midlinePoint(y: number, end: 1 | -1): Vec3 {
  const [, , z] = surfaceAt(end > 0 ? 0 : 180, y);
  return [-midlineDrift(y, z), y, z];
}

export function sampleGuide(view: HeadView, width: number, height: number): SampleGuide {
  const camera = cameraFor(view, width, height);
  const { points, middle } = capOutline(camera);
  const mm = depthMm(camera, 0, 50, 0) * camera.pixelSlope;
  const fit = fitEllipse(points, { cx: middle.x, cy: middle.y, rx: 80 / mm, ry: 84 / mm, angleDeg: 0 });
  const outline = drawnInside(fit, points);
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
    midline: near && far && view !== 'left' && view !== 'right' ? [rounded(near), rounded(far)] : null,
    glabella: glabella && rounded(glabella),
    pupils: [eye(-1), eye(1)],
    mmPerPx: round(depth * camera.pixelSlope, 5),
    hairline: hairlineIn(camera, outline, points, middle).map(rounded),
  };
}
