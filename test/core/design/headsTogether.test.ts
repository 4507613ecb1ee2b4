import { describe, expect, test } from 'vitest';
import { FRESH_PHOTO, type Photo } from '../../../src/core/design/case';
import { activePhoto, applyEdit } from '../../../src/core/design/edits';
import { photoOf, photosOf } from '../../../src/core/design/headsTogether';
import { newCase } from '../../../src/core/design/newCase';
import { mmPerPx } from '../../../src/core/head/scale';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { skullBreadthMm } from '../../../src/core/head/skull/breadth';
import { defaultMidline } from '../../../src/core/head/midline';
import type { View } from '../../../src/core/head/headPhoto';
import { HEAD_VIEWS, type HeadView } from '../../head/camera';
import { samplePhoto } from '../../head/samplePhotos';

const photo = (view: View, rx: number): Photo => {
  const outline = { cx: 1_200, cy: 1_000, rx, ry: 700, angleDeg: 0, placed: true };
  return {
    ...FRESH_PHOTO,
    id: view,
    sha256: 'a'.repeat(64),
    width: 2_400,
    height: 3_000,
    view,
    calibration: { kind: 'estimate' },
    outline,
    midline: defaultMidline(outline, view),
  };
};

/** The practice head's photo with nothing measured on it. */
const stored = (view: HeadView): Photo => ({
  ...photo(view, 1),
  ...samplePhoto(view).photo,
  id: view,
  calibration: { kind: 'estimate' },
});

const one = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
  type: 'addPhoto',
  photo: photo('front', 640),
});
const two = applyEdit(one, { type: 'addPhoto', photo: photo('left', 840) });
const geometryOf = (of: typeof two): unknown => scalpOf(photoOf(of, 'front') ?? photo('front', 640)).geometry;

describe('the photos of a case', () => {
  test('know of each other, close-ups apart; a photo alone is the one that is stored', () => {
    expect(activePhoto(one)).toBe(one.photos[0]);
    expect(photoOf(two, 'front')?.others).toMatchObject([{ view: 'left' }]);
    const close = applyEdit(one, { type: 'addPhoto', photo: photo('other', 300) });
    expect(photoOf(close, 'front')).toBe(close.photos[0]);
    expect(photoOf(close, 'other')).toBe(close.photos[1]);
    expect(photoOf(two, 'none')).toBeUndefined();
  });

  test('store nothing of it', () => {
    activePhoto(two);
    expect(JSON.stringify(two)).not.toContain('others');
  });

  test('are the same values, and their scalps too, until a head changes', () => {
    const before = photoOf(two, 'front');
    const named = applyEdit(two, { type: 'renameClient', name: 'A' });
    const moved = applyEdit(named, {
      type: 'setMidline',
      photoId: 'left',
      midline: { top: { x: 1, y: 2 }, bottom: { x: 3, y: 4 } },
    });
    expect(photoOf(moved, 'front')).toBe(before);
    const drawn = applyEdit(moved, { type: 'setHairline', areaId: 'l', photoId: 'front', points: [] });
    expect(photoOf(drawn, 'front')).toBe(before);
  });

  test('follow another photo’s outline, and are back when that is undone', () => {
    const before = geometryOf(two);
    const wide = applyEdit(two, {
      type: 'setOutline',
      photoId: 'left',
      outline: { ...photo('left', 800).outline },
    });
    expect(geometryOf(wide)).not.toEqual(before);
    expect(geometryOf(two)).toEqual(before);
    expect(geometryOf(applyEdit(two, { type: 'removePhoto', photoId: 'left' }))).toEqual(geometryOf(one));
  });

  test('share what was measured on one of them', () => {
    const large = HEAD_VIEWS.reduce(
      (of, view) => applyEdit(of, { type: 'addPhoto', photo: stored(view) }),
      newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }),
    );
    const { mmPerPx: usual } = mmPerPx(stored('front'));
    const ruler = { kind: 'ruler', a: { x: 0, y: 0 }, b: { x: 1_000, y: 0 }, mm: 1_080 * usual } as const;
    const told = applyEdit(large, { type: 'setCalibration', photoId: 'front', calibration: ruler });
    const breadths = (of: typeof told): readonly number[] =>
      photosOf(of).map((each) => {
        const { geometry } = scalpOf(each);
        return geometry.kind === 'skull' ? skullBreadthMm(geometry.fit.shape) : NaN;
      });
    const before = breadths(large);
    breadths(told).forEach((breadth, i) => expect(breadth / (before[i] ?? NaN)).toBeCloseTo(1.08, 1.3));
    expect(photosOf(told).map((each) => mmPerPx(each).source)).toEqual([
      'ruler',
      ...HEAD_VIEWS.slice(1).map(() => 'otherPhoto'),
    ]);
    expect(JSON.stringify(told)).not.toContain('breadthError');
    const [front, ...others] = photosOf(told);
    for (const other of others) {
      expect(front?.others?.find(({ view }) => view === other.view)?.size).toBe(other.size);
    }
    expect(photosOf(large).every((each) => mmPerPx(each).estimated)).toBe(true);
  });
});
