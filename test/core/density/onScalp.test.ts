import { describe, expect, it } from 'vitest';
import { project } from '../../head/camera';
import { samplePhoto } from '../../head/samplePhotos';
import { direction, surfaceTowards } from '../../head/surfaceTruth';
import { distanceToSegments } from '../../../src/core/geometry/distance';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { distancesOnScalp } from '../../../src/core/density/onScalp';
import { sceneField, type SceneField } from '../../../src/core/density/sceneField';
import { smoothRise } from '../../../src/core/density/smoothRise';
import { PLAIN_AREA, type Area } from '../../../src/core/design/area';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { Scene } from '../../../src/core/design/scene';
import { sceneOf } from '../../../src/core/design/sceneOf';
import { headInPhoto } from '../../../src/core/head/guides/headInPhoto';
import { sameMapOf, scalpTableOf } from '../../../src/core/head/scalpTable';
import type { Vec3 } from '../../../src/core/head/skull/vec3';

/*
 * The side of the head in half profile, far from the chart's middle above the forehead: a chart millimetre is up to a third
 * longer or shorter there than one of the scalp. Lengths are told in space, on the fitted skull.
 */
const { photo, camera } = samplePhoto('front45');
const head = headInPhoto(photo);
const seen = (azimuth: number, elevation: number): PhotoPoint =>
  project(camera, ...surfaceTowards(direction(azimuth, elevation)).at);

const disc = (degrees: number): PhotoPoint[] =>
  Array.from({ length: 48 }, (_, i) => {
    const a = (i / 24) * Math.PI;
    return seen(78 + (degrees * Math.cos(a)) / Math.cos(0.6), 35 + degrees * Math.sin(a));
  });

const card = { ...PLAIN_AREA, photoId: photo.id };
const plain = { photoId: photo.id, name: '', hidden: false, locked: false };
const ZONE: Area = { ...card, kind: 'zone', id: 'z', purpose: 'full', rings: [disc(12)], edgeMm: 5 };
const SCAR: Area = {
  ...card,
  kind: 'scar',
  id: 's',
  form: 'strip',
  points: Array.from({ length: 25 }, (_, i) => seen(66 + i, 40 - i / 2)),
  widthMm: 4,
  blendMm: 3,
  retention: 0.8,
  extraSessions: 0,
};

interface Laid extends SceneField {
  readonly scene: Scene;
}

function laid(...areas: readonly Area[]): Laid {
  const of = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
    type: 'together',
    edits: [{ type: 'addPhoto', photo }, ...areas.map((area) => ({ type: 'putArea' as const, area }))],
  });
  const scene = sceneOf(of, photo.id);
  if (!scene.ok) throw new Error(scene.error.kind);
  const { geometry } = scene.value;
  const made = sceneField(scene.value, scalpTableOf(geometry, sameMapOf(geometry)));
  if (!made.ok || made.value === null) throw new Error('The scene has a field.');
  return { ...made.value, scene: scene.value };
}

function onSkull({ geometry }: Scene, x: number, y: number): Vec3 {
  const place = sameMapOf(geometry).place({ x, y });
  const at = place === null ? null : (head?.toHead(place.photo) ?? null);
  if (at === null) throw new Error('The place lies in sight.');
  return at;
}

/** Length in space from a place to the nearest of a line's, mm; chords, which are arcs here to 1 in 1,000. */
function awayMm(scene: Scene, line: Float64Array): (x: number, y: number) => number {
  const places: Vec3[] = [];
  for (let i = 0; i < line.length; i += 2) {
    const [x, y] = [line[i] ?? 0, line[i + 1] ?? 0];
    const [nextX, nextY] = [line[i + 2] ?? x, line[i + 3] ?? y];
    for (let t = 0; t < 1; t += 0.1) places.push(onSkull(scene, x + (nextX - x) * t, y + (nextY - y) * t));
  }
  return (x, y) => {
    const [px, py, pz] = onSkull(scene, x, y);
    return places.reduce((least, [qx, qy, qz]) => Math.min(least, Math.hypot(px - qx, py - qy, pz - qz)), Infinity);
  };
}

/** Where on its way up smoothRise is that high, 0–1. */
function placeOnRise(risen: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (smoothRise(middle) < risen) low = middle;
    else high = middle;
  }
  return low;
}

/** Half of the lengths told are true to 1 % and nineteen in twenty to 4 %: at ends and in bays the chart tells them less well. */
function expectTrue(told: readonly { readonly told: number; readonly truth: number }[]): void {
  const ratios = told.map((each) => each.told / each.truth).sort((a, b) => a - b);
  const at = (share: number): number => ratios[Math.floor(share * (ratios.length - 1))] ?? NaN;
  expect(at(0.5)).toBeCloseTo(1, 1.7);
  expect(at(0.25)).toBeGreaterThan(0.99);
  expect(at(0.025)).toBeGreaterThan(0.96);
  expect(at(0.975)).toBeLessThan(1.04);
}

interface Seen {
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

/** Some of a field's nodes for which a condition holds. */
function nodesOf({ originX, originY, step, columns, rows }: SceneField['field'], wanted: (node: number) => boolean) {
  const nodes: Seen[] = [];
  for (let node = 0; node < columns * rows; node++) {
    if (!wanted(node)) continue;
    nodes.push({ node, x: originX + (node % columns) * step, y: originY + Math.floor(node / columns) * step });
  }
  expect(nodes.length).toBeGreaterThan(50);
  const every = Math.ceil(nodes.length / 400);
  return nodes.filter((_, i) => i % every === 0);
}

const ringOf = ({ areas }: Scene): Float64Array => {
  const [area] = areas;
  const ring = area?.kind === 'zone' ? area.ringsCm[0] : undefined;
  if (ring === undefined) throw new Error('The scene has a zone.');
  return ring;
};

describe('far from the middle of the chart', () => {
  it('lie all the shapes of these tests, at least 40° away', () => {
    const { scene } = laid(ZONE, SCAR);
    if (scene.geometry.kind === 'flat') throw new Error('A skull is fitted.');
    const far = (2 * scene.geometry.fit.chartRadiusMm * Math.sin((20 * Math.PI) / 180)) / 10;
    const ring = ringOf(scene);
    for (let i = 0; i < ring.length; i += 2) expect(Math.hypot(ring[i] ?? 0, ring[i + 1] ?? 0)).toBeGreaterThan(far);
  });

  it('a zone’s edge of 5 mm is 5 mm on the scalp', () => {
    const { scene, areas } = laid(ZONE);
    const { field, depthMm } = areas[0] ?? {};
    if (field === undefined || depthMm === undefined) throw new Error('The zone has a field.');
    const away = awayMm(scene, ringOf(scene));
    const edge = nodesOf(field, (node) => (depthMm[node] ?? 0) > 1 && (depthMm[node] ?? 0) < 8);
    expectTrue(edge.map(({ node, x, y }) => ({ told: depthMm[node] ?? 0, truth: away(x, y) })));
  });

  it('a scar 4 mm wide is 4 mm wide on the scalp, and blends over its 3 mm', () => {
    const { scene, areas } = laid(SCAR);
    const { field, tissue, depthMm } = areas[0] ?? {};
    const line = scene.areas[0]?.kind === 'scar' ? scene.areas[0].pointsCm : null;
    if (field === undefined || tissue === undefined || depthMm === undefined || line === null) {
      throw new Error('The scar has a field.');
    }
    const deepest = depthMm.reduce((most, mm) => Math.max(most, mm), 0);
    const away = awayMm(scene, line);
    // The border between tissue and skin is 0.6 mm wide.
    const border = nodesOf(field, (node) => (tissue[node] ?? 0) > 0.05 && (tissue[node] ?? 0) < 0.95);
    const tissueMm = (node: number): number => 2 + 0.6 * (placeOnRise(1 - (tissue[node] ?? 0)) - 0.5);
    expectTrue(border.map(({ node, x, y }) => ({ told: tissueMm(node), truth: away(x, y) })));
    const shareMm = (node: number): number => 2 + 3 * placeOnRise(1 - Math.sqrt((depthMm[node] ?? 0) / deepest));
    const blend = nodesOf(field, (node) => (depthMm[node] ?? 0) > 0.05 && (depthMm[node] ?? 0) < 0.9 * deepest);
    expectTrue(blend.map(({ node, x, y }) => ({ told: shareMm(node), truth: away(x, y) })));
  });

  it('a scar’s area is its length on the scalp times its width, however few its points', () => {
    const { scene } = laid({ ...SCAR, points: [seen(66, 40), seen(90, 28)] });
    const [scar] = scene.areas;
    if (scar?.kind !== 'scar') throw new Error('The scene has a scar.');
    let lengthMm = 0;
    for (let i = 2; i < scar.pointsCm.length; i += 2) {
      const [fromX, fromY, fromZ] = onSkull(scene, scar.pointsCm[i - 2] ?? 0, scar.pointsCm[i - 1] ?? 0);
      const [toX, toY, toZ] = onSkull(scene, scar.pointsCm[i] ?? 0, scar.pointsCm[i + 1] ?? 0);
      lengthMm += Math.hypot(toX - fromX, toY - fromY, toZ - fromZ);
    }
    expect(scar.areaCm2 / ((lengthMm * 4 + 4 * Math.PI) / 100)).toBeCloseTo(1, 3);
  });

  it.each([
    ['an exclusion rises from nothing over its', { ...plain, kind: 'exclusion', id: 'e', edgeMm: 4 } as const, 1],
    ['dots blend into hair over its', { ...plain, kind: 'hair', id: 'h', blendMm: 4 } as const, -1],
  ])('%s 4 mm on the scalp', (_, cut, outwards) => {
    const filled: Area = { ...ZONE, rings: [disc(22)] };
    const whole = laid(filled).field;
    const { scene, field } = laid(filled, { ...cut, rings: [disc(9)] });
    const away = awayMm(scene, scene.cuts[0]?.ringsCm[0] ?? new Float64Array());
    const share = (node: number): number => (field.perCm2[node] ?? 0) / (whole.perCm2[node] ?? 0);
    const faded = nodesOf(field, (node) => share(node) > 0.05 && share(node) < 0.95);
    const told = (node: number): number => 4 * placeOnRise(outwards === 1 ? share(node) : 1 - share(node));
    expectTrue(faded.map(({ node, x, y }) => ({ told: told(node), truth: away(x, y) })));
  });
});

it('without a table a distance is the chart’s own, bit for bit', () => {
  const grid = { originX: -1, originY: -1, step: 0.05, columns: 60, rows: 50 };
  const segments = Float64Array.of(-0.5, -0.3, 0.7, 0.4, 0.7, 0.4, 0.9, 1.1);
  expect(distancesOnScalp(grid, segments, 0.6, null)).toEqual(distanceToSegments(grid, segments, 0.6));
});
