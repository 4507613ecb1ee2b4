import { describe, expect, it } from 'vitest';
import { project } from '../../head/camera';
import { samplePhoto } from '../../head/samplePhotos';
import { direction, surfaceTowards } from '../../head/surfaceTruth';
import type { Photo } from '../../../src/core/design/case';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { SceneStroke } from '../../../src/core/design/scene';
import { sceneOf } from '../../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { headInPhoto } from '../../../src/core/head/guides/headInPhoto';
import { scalpOf } from '../../../src/core/head/scalpOf';
import type { Vec3 } from '../../../src/core/head/skull/vec3';

/* Far from the chart's middle above the forehead. Lengths are told in space, on the fitted skull. */
const { photo, camera } = samplePhoto('front45');
const head = headInPhoto(photo);
const { map } = scalpOf(photo);
const WIDTH_MM = 10;
/** Half a stroke's length on the head, degrees. */
const HALF = 8;

const seen = (azimuth: number, elevation: number): PhotoPoint =>
  project(camera, ...surfaceTowards(direction(azimuth, elevation)).at);

function strokeOn(of: Photo, path: readonly PhotoPoint[]): SceneStroke {
  const document = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
    type: 'together',
    edits: [
      { type: 'addPhoto', photo: of },
      {
        type: 'addStroke',
        stroke: {
          id: 's',
          photoId: of.id,
          kind: 'more',
          path: path.flatMap(({ x, y }) => [x, y]),
          sizeMm: WIDTH_MM,
          feather: 0.5,
          strength: 0.5,
          perCm2: null,
        },
      },
    ],
  });
  const scene = sceneOf(document, of.id);
  const [stroke] = scene.ok ? scene.value.strokes : [];
  if (stroke === undefined) throw new Error('The scene has the stroke.');
  return stroke;
}

function onSkull(x: number, y: number): Vec3 {
  const place = map.place({ x, y });
  const at = place === null ? null : (head?.toHead(place.photo) ?? null);
  if (at === null) throw new Error('The place lies in sight.');
  return at;
}

const apartMm = ([ax, ay, az]: Vec3, [bx, by, bz]: Vec3): number => Math.hypot(ax - bx, ay - by, az - bz);

/** From the edge of a stroke, at its middle and on both sides, over the skull to its way: its width on the scalp. */
function coveredMm({ pathCm, sizeMm }: SceneStroke): number {
  const way: Vec3[] = [];
  for (let i = 0; i + 3 < pathCm.length; i += 2) {
    const [x0, y0, x1, y1] = [...pathCm.subarray(i, i + 4)] as [number, number, number, number];
    for (let t = 0; t < 1; t += 0.1) way.push(onSkull(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t));
  }
  const at = 2 * Math.floor(pathCm.length / 4);
  const [x0, y0, x1, y1] = [...pathCm.subarray(at - 2, at + 2)] as [number, number, number, number];
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [nx, ny] = [(y0 - y1) / length, (x1 - x0) / length];
  const sides = [-1, 1].map((side) => {
    const off = (side * sizeMm) / 20;
    const edge = onSkull((x0 + x1) / 2 + nx * off, (y0 + y1) / 2 + ny * off);
    return way.reduce((least, place) => Math.min(least, apartMm(edge, place)), Infinity);
  });
  return sides.reduce((sum, mm) => sum + mm, 0);
}

/** Degrees of the head from the chart's middle, on a ball of its size. */
function degreesOut(p: PhotoPoint): number {
  const c = map.toChart(p);
  return c === null ? NaN : (2 * Math.asin(Math.hypot(c.x, c.y) / 2 / 8.5) * 180) / Math.PI;
}

const line = (from: PhotoPoint, to: PhotoPoint): PhotoPoint[] =>
  Array.from({ length: 9 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / 8,
    y: from.y + ((to.y - from.y) * i) / 8,
  }));

describe('a stroke on a head', () => {
  const PLACES = [
    [60, 36],
    [66, 38],
    [78, 35],
    [88, 25],
  ] as const;
  it.each(PLACES)('at %s° to the side, %s° up is as wide as its brush, whichever way it runs', (azimuth, elevation) => {
    expect(degreesOut(seen(azimuth, elevation))).toBeGreaterThan(40);
    const level = line(seen(azimuth - HALF, elevation), seen(azimuth + HALF, elevation));
    const upright = line(seen(azimuth, elevation - HALF), seen(azimuth, elevation + HALF));
    for (const path of [level, upright]) {
      expect(Math.abs(coveredMm(strokeOn(photo, path)) / WIDTH_MM - 1)).toBeLessThan(0.05);
    }
  });

  it.each(PLACES)('that is a dab at %s° to the side, %s° up covers the area of its brush', (azimuth, elevation) => {
    const at = seen(azimuth, elevation);
    const { sizeMm, pathCm } = strokeOn(photo, [at]);
    const scalpPerChart = map.scalpPerChart({ x: pathCm[0] ?? NaN, y: pathCm[1] ?? NaN });
    expect(Math.abs((sizeMm / WIDTH_MM) ** 2 * scalpPerChart - 1)).toBeLessThan(0.05);
  });

  it('that grows by a little keeps its width, so that what was painted stays', () => {
    const [from, to] = [seen(70, 36), seen(84, 36)];
    const nearly = { x: to.x + (from.x - to.x) / 50, y: to.y + (from.y - to.y) / 50 };
    expect(strokeOn(photo, [from, nearly]).sizeMm).toBe(strokeOn(photo, [from, to]).sizeMm);
  });

  it('is in a flat photo just as it was drawn', () => {
    expect(strokeOn({ ...photo, view: 'other' }, line(seen(60, 30), seen(80, 40))).sizeMm).toBe(WIDTH_MM);
  });
});
