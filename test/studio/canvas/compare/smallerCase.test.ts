import { expect, it } from 'vitest';
import { FRESH_PHOTO, type Case, type Photo } from '../../../../src/core/design/case';
import { applyEdit } from '../../../../src/core/design/edits';
import { newCase } from '../../../../src/core/design/newCase';
import { DEFAULT_LIGHT } from '../../../../src/core/pigment/light/lightChoice';
import { dotsOfScene } from '../../../../src/core/pigment/dots/sceneDots';
import { mmPerPx } from '../../../../src/core/head/scale';
import { smallerCase } from '../../../../src/studio/canvas/compare/smallerCase';
import { sceneAt } from '../../../../src/studio/canvas/sceneAt';

const PHOTO: Photo = {
  ...FRESH_PHOTO,
  id: 'front',
  sha256: 'ab',
  width: 2000,
  height: 2400,
  view: 'front',
  calibration: { kind: 'ruler', a: { x: 100, y: 2000 }, b: { x: 800, y: 2000 }, mm: 70 },
  outline: { cx: 1000, cy: 1000, rx: 700, ry: 800, angleDeg: 0, placed: true },
  midline: { top: { x: 1000, y: 200 }, bottom: { x: 1000, y: 2300 } },
};

const LINE = [
  { x: 400, y: 900 },
  { x: 1000, y: 600 },
  { x: 1600, y: 900 },
];

const drawn: Case = applyEdit(
  applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 7, engine: '1' }), { type: 'addPhoto', photo: PHOTO }),
  { type: 'setHairline', areaId: 'line', photoId: 'front', points: LINE },
);

function laid(of: Case) {
  const scene = sceneAt(of, 'front', { step: null, days: 30, light: DEFAULT_LIGHT });
  const dots = scene === null ? null : dotsOfScene(scene);
  if (scene === null || dots?.ok !== true) throw new Error('nothing laid');
  return { scene, dots: dots.value?.dots };
}

it('keeps millimetres and dots where they are on the head, at fewer pixels', () => {
  const small = smallerCase(drawn, 'front', 0.5);
  const [photo] = small.photos;
  expect(photo).toMatchObject({ width: 1000, height: 1200 });
  expect(photo && mmPerPx(photo).mmPerPx).toBeCloseTo(2 * mmPerPx(PHOTO).mmPerPx, 9);
  const [whole, half] = [laid(drawn), laid(small)];
  const count = whole.dots?.count ?? 0;
  expect(count).toBeGreaterThan(1_000);
  expect(Math.abs((half.dots?.count ?? 0) - count)).toBeLessThan(count * 0.01);
  const cm2 = ({ scene }: ReturnType<typeof laid>): number => scene.areas[0]?.areaCm2 ?? 0;
  expect(cm2(half) / cm2(whole)).toBeCloseTo(1, 2);
  expect(half.scene.sessions).toEqual(whole.scene.sessions);
});

it('is the case itself where nothing is reduced', () => {
  expect(smallerCase(drawn, 'front', 1)).toBe(drawn);
});
