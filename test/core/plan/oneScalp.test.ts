import { describe, expect, it } from 'vitest';
import { PLAIN_AREA, type Area } from '../../../src/core/design/area';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { Scene } from '../../../src/core/design/scene';
import { sceneOf } from '../../../src/core/design/sceneOf';
import { DEFAULT_TREATMENT } from '../../../src/core/design/treatment';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { areaFigures } from '../../../src/core/plan/areaFigures';
import { oneScalp } from '../../../src/core/plan/oneScalp';
import { treatedCm2 } from '../../../src/core/plan/treatedArea';
import { samplePhoto } from '../../head/samplePhotos';
import { patchScene } from '../pigment/flatSkin';

const photos = (['front', 'top'] as const).map((view) => samplePhoto(view).photo);

/** The same round zone of the forehead's top, drawn on the photo from the front and on the one from above. */
function sceneWith(photo: (typeof photos)[number]): Scene {
  const { map } = scalpOf(photo);
  const ring = Array.from({ length: 40 }, (_, i) => {
    const place = map.place({ x: 2.5 * Math.cos(i / 6.366), y: 2 + 2.5 * Math.sin(i / 6.366) });
    if (place === null) throw new Error('Both photos show it.');
    return place.photo;
  });
  const zone: Area = {
    ...PLAIN_AREA,
    kind: 'zone',
    id: photo.id,
    photoId: photo.id,
    purpose: 'full',
    rings: [ring],
    edgeMm: 0,
  };
  const empty = newCase({ caseId: 'c', designId: 'd', seed: 3, engine: '1' });
  const drawn = applyEdit(applyEdit(empty, { type: 'addPhoto', photo }), { type: 'putArea', area: zone });
  const scene = sceneOf(drawn, photo.id);
  if (!scene.ok) throw new Error(scene.error.kind);
  return scene.value;
}

const dotsIn = (scene: Scene): number => {
  const made = areaFigures(scene, DEFAULT_TREATMENT.plan);
  if (!made.ok) throw new Error('The areas have dots.');
  return made.value.flatMap(({ dotsBySession }) => dotsBySession).reduce((sum, dots) => sum + dots, 0);
};

describe('what is drawn on several photos of a head', () => {
  it('is dotted and measured once', () => {
    const scenes = photos.map(sceneWith);
    const [one, ...more] = oneScalp(scenes);
    const [front] = scenes;
    if (one === undefined || front === undefined) throw new Error('There is a scalp.');
    expect(more).toEqual([]);
    expect(dotsIn(one) / dotsIn(front)).toBeCloseTo(1, 1);
    expect(treatedCm2(one) / treatedCm2(front)).toBeCloseTo(1, 1);
  });

  it('stands beside close-ups, and one photo alone is what it was', () => {
    const close = patchScene();
    const [front] = photos.map(sceneWith);
    if (front === undefined) throw new Error('There is a scene.');
    expect(oneScalp([close, front])).toEqual([close, front]);
    expect(oneScalp([front, close, front])).toHaveLength(2);
  });
});
