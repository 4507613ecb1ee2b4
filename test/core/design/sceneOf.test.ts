import { describe, expect, test } from 'vitest';
import { FRESH_PHOTO, type Case, type Photo } from '../../../src/core/design/case';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import { sceneOf } from '../../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../../src/core/geometry/units';

const p = (x: number, y: number): PhotoPoint => ({ x, y });
const PHOTO: Photo = {
  ...FRESH_PHOTO,
  id: 'front',
  sha256: 'ab',
  width: 2000,
  height: 2400,
  view: 'front',
  calibration: { kind: 'ruler', a: p(100, 2000), b: p(700, 2000), mm: 60 },
  outline: { cx: 1000, cy: 1000, rx: 700, ry: 800, angleDeg: 0, placed: true },
  midline: { top: p(1000, 200), bottom: p(1000, 2300) },
};

function caseWith(points: readonly PhotoPoint[] | null, photo = PHOTO): Case {
  const empty = newCase({ caseId: 'c', designId: 'd', seed: 7, engine: '1' });
  const opened = applyEdit(empty, { type: 'addPhoto', photo });
  return points === null
    ? opened
    : applyEdit(opened, { type: 'setHairline', areaId: 'line', photoId: photo.id, points });
}

function sceneWith(points: readonly PhotoPoint[] | null, photo = PHOTO) {
  const scene = sceneOf(caseWith(points, photo), photo.id);
  if (!scene.ok) throw new Error(scene.error.kind);
  return scene.value;
}

const outlineTop = (x: number): number => 1000 - 800 * Math.sqrt(1 - ((x - 1000) / 700) ** 2);

describe('the scene of a design on a photo', () => {
  test('has the area of a U-shaped hairline in cm² within a hundredth', () => {
    const [left, right, level] = [600, 1400, 1100];
    const u = [
      p(left, outlineTop(left)),
      p(left, level),
      p(left, level),
      p(right, level),
      p(right, level),
      p(right, outlineTop(right)),
    ];
    // Under the ellipse from left to right, down to the level; 10 px are 1 mm.
    const share = (x: number): number => ((x * Math.sqrt(1 - x * x) + Math.asin(x)) * 700 * 800) / 2;
    const px2 = (right - left) * (level - 1000) + share(400 / 700) - share(-400 / 700);
    const [area] = sceneWith(u, { ...PHOTO, view: 'other' }).areas;
    expect((area?.areaCm2 ?? 0) / (px2 / 100 ** 2)).toBeCloseTo(1, 2);
    expect(area?.areaCm2).toBeGreaterThan(60);
  });

  test('has more area on a head than in a flat picture of it', () => {
    const line = [p(350, 900), p(1000, 600), p(1650, 900)];
    const [curved, flat] = (['front', 'other'] as const).map((view) => sceneWith(line, { ...PHOTO, view }).areas[0]);
    const ratio = (curved?.areaCm2 ?? 0) / (flat?.areaCm2 ?? 1);
    expect(ratio).toBeGreaterThan(1.3);
    expect(ratio).toBeLessThan(3);
  });

  test('scales its chart with the ruler while the handles stay in the photo', () => {
    const line = [p(350, 900), p(1000, 600), p(1650, 900)];
    const calibration = { kind: 'ruler', a: p(0, 0), b: p(600, 0), mm: 120 } as const;
    const [fine] = sceneWith(line, { ...PHOTO, view: 'other' }).areas;
    const [coarse] = sceneWith(line, { ...PHOTO, view: 'other', calibration }).areas;
    if (fine?.kind !== 'hairline' || coarse?.kind !== 'hairline') throw new Error('Both photos have a hairline.');
    expect(coarse.areaCm2 / fine.areaCm2).toBeCloseTo(4, 9);
    expect((coarse.hairlineCm[0] ?? 0) / (fine.hairlineCm[0] ?? 1)).toBeCloseTo(2, 9);
  });

  test("carries the fill, the seed and the photo's size", () => {
    const scene = sceneWith([p(350, 900), p(1000, 600), p(1650, 900)]);
    expect(scene).toMatchObject({ photoWidth: 2000, photoHeight: 2400, mmPerPx: 0.1, seed: 7, dotSizeMm: 0.28 });
    expect(scene.areas).toHaveLength(1);
    expect(scene.areas[0]).toMatchObject({ id: 'line', perCm2: 220, softEdgeMm: 5 });
  });

  test('has no areas without a hairline on that photo', () => {
    expect(sceneWith(null).areas).toEqual([]);
    const elsewhere = applyEdit(caseWith([p(350, 900), p(1650, 900)]), {
      type: 'addPhoto',
      photo: { ...PHOTO, id: 'left' },
    });
    const scene = sceneOf(elsewhere, 'left');
    expect(scene.ok && scene.value.areas).toEqual([]);
  });

  test('says what is wrong with a hairline that bounds nothing, or a photo that is not there', () => {
    const problem = (of: Case, photoId = 'front'): string => {
      const scene = sceneOf(of, photoId);
      return scene.ok ? 'none' : scene.error.kind;
    };
    expect(problem(caseWith([p(10, 10), p(60, 20)]))).toBe('outsideHead');
    expect(problem(caseWith([p(500, 900), p(1500, 900), p(1400, 600), p(900, 1200)]))).toBe('crossesItself');
    expect(problem(caseWith(null), 'another')).toBe('noPhoto');
  });
});
