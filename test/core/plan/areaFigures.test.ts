import { describe, expect, it } from 'vitest';
import { project } from '../../head/camera';
import { samplePhoto } from '../../head/samplePhotos';
import { direction, surfaceTowards } from '../../head/surfaceTruth';
import { fieldMemory } from '../../../src/core/density/fieldMemory';
import { PLAIN_AREA, type Area } from '../../../src/core/design/area';
import type { BrushStroke } from '../../../src/core/design/brushStroke';
import type { Case } from '../../../src/core/design/case';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { Scene } from '../../../src/core/design/scene';
import { sceneOf } from '../../../src/core/design/sceneOf';
import { DEFAULT_TREATMENT } from '../../../src/core/design/treatment';
import { areaFigures } from '../../../src/core/plan/areaFigures';
import type { AreaFigures } from '../../../src/core/plan/planSheet';

const { plan } = DEFAULT_TREATMENT;
const { photo, camera } = samplePhoto('front45');
const seen = (azimuth: number, elevation: number) =>
  project(camera, ...surfaceTowards(direction(azimuth, elevation)).at);
const card = { ...PLAIN_AREA, photoId: photo.id };

const SCAR: Area = {
  ...card,
  kind: 'scar',
  id: 'scar',
  form: 'strip',
  points: Array.from({ length: 9 }, (_, i) => seen(66 + 3 * i, 42 - i)),
  widthMm: 5,
  blendMm: 3,
  retention: 0.8,
  extraSessions: 1,
};
const ZONE: Area = {
  ...card,
  kind: 'zone',
  id: 'zone',
  purpose: 'full',
  rings: [Array.from({ length: 24 }, (_, i) => seen(76 + 16 * Math.cos(i / 3.82), 38 + 13 * Math.sin(i / 3.82)))],
  edgeMm: 2,
};
const stroke = (n: number): BrushStroke => {
  const [from, to] = [seen(66 + n, 34), seen(80, 40 + n)];
  return {
    id: `s${String(n)}`,
    photoId: photo.id,
    kind: n % 2 === 0 ? 'less' : 'more',
    path: [from.x, from.y, to.x, to.y],
    sizeMm: 10,
    feather: 0.5,
    strength: 0.3,
    perCm2: null,
  };
};

const opened = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), { type: 'addPhoto', photo });
const withAreas = (areas: readonly Area[]): Case =>
  areas.reduce((of, area) => applyEdit(of, { type: 'putArea', area }), opened);

function sceneFrom(of: Case): Scene {
  const scene = sceneOf(of, photo.id);
  if (!scene.ok) throw new Error(scene.error.kind);
  return scene.value;
}

const figuresOf = (made: ReturnType<typeof areaFigures>): readonly AreaFigures[] => {
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
};

describe('the figures of areas', () => {
  it('count the dots on a scar by its width on the scalp, on the side of the head too', () => {
    const scene = sceneFrom(withAreas([SCAR]));
    const [scar] = figuresOf(areaFigures(scene, plan));
    const [, , , goneOver = 0] = scar?.dotsBySession ?? [];
    const [area] = scene.areas;
    expect(goneOver / ((area?.areaCm2 ?? 0) * (area?.perCm2 ?? 0))).toBeCloseTo(1, 1);
  });

  it('leave the dots of overlapping areas to the topmost', () => {
    const dots = ({ dotsBySession }: AreaFigures): number => dotsBySession.slice(0, 3).reduce((sum, n) => sum + n, 0);
    const [zone, scar] = figuresOf(areaFigures(sceneFrom(withAreas([ZONE, SCAR])), plan)).map(dots);
    const [below, above] = figuresOf(areaFigures(sceneFrom(withAreas([SCAR, ZONE])), plan)).map(dots);
    expect((zone ?? 0) + (scar ?? 0)).toBe((below ?? 0) + (above ?? 0));
    expect(scar).toBeGreaterThan(100);
    expect(below ?? 0).toBeLessThan((scar ?? 0) / 3);
  });

  it('are the same with a memory that is handed in again, and lay only the new stroke', () => {
    const { strokes } = fieldMemory();
    const flattened: number[] = [];
    const flatten: typeof strokes.flatten = (laid) => {
      flattened.push(laid.length);
      return strokes.flatten(laid);
    };
    const memory = { ...fieldMemory(), strokes: { flatten } };
    let of = withAreas([ZONE, SCAR]);
    for (let n = 0; n < 4; n++) {
      of = applyEdit(of, { type: 'addStroke', stroke: stroke(n) });
      const kept = areaFigures(sceneFrom(of), plan, null, memory);
      expect(kept).toEqual(areaFigures(sceneFrom(structuredClone(of)), plan));
    }
    expect(flattened).toEqual([1, 2, 3, 4]);
  });
});
