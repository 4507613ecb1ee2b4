import { describe, expect, test } from 'vitest';
import type { HeadSight } from '../../../src/core/head/headPhoto';
import { headSizeOf, isMeasured } from '../../../src/core/head/headSize';
import { mmPerPx } from '../../../src/core/head/scale';
import type { HeadView } from '../../head/camera';
import { samplePhoto } from '../../head/samplePhotos';

/** The practice head's photo with a head so many times as large as it is. */
function measured(view: HeadView, times: number, kind: 'ruler' | 'sticker' = 'ruler'): HeadSight {
  const { photo } = samplePhoto(view);
  const mm = mmPerPx(photo).mmPerPx * 1000 * times;
  return {
    ...photo,
    outline: { ...photo.outline },
    calibration: { kind, a: { x: 0, y: 0 }, b: { x: 1000, y: 0 }, mm },
  };
}

describe('the size of a head', () => {
  test('follows what was measured on a photo of it', () => {
    const [usual, large] = [headSizeOf([measured('front', 1)]), headSizeOf([measured('front', 1.08)])];
    expect(usual?.breadthMm).toBeGreaterThan(148);
    expect(usual?.breadthMm).toBeLessThan(156);
    expect((large?.breadthMm ?? 0) / (usual?.breadthMm ?? 1)).toBeCloseTo(1.08, 2);
  });

  test('is surest of what the view shows, and surer by two photos than by one', () => {
    const front = headSizeOf([measured('front', 1)]);
    const both = headSizeOf([measured('front', 1), measured('left', 1)]);
    expect(front?.breadthError).toBeLessThan(front?.lengthError ?? 0);
    expect(both?.breadthError).toBeLessThan(front?.breadthError ?? 0);
    expect(both?.lengthError).toBeLessThan(0.03);
  });

  test('is no surer of what no photo shows, however many there are, than mean proportions allow', () => {
    const front = headSizeOf([measured('front', 1)]);
    const two = headSizeOf([measured('front', 1), measured('crown', 1)]);
    expect(two?.breadthError).toBeLessThan(front?.breadthError ?? 0);
    expect(two?.lengthError).toBeLessThan(front?.lengthError ?? 0);
    expect(two?.lengthError).toBeGreaterThan(0.035);
  });

  test('lies nearest to the surest measure', () => {
    const [ruler, sticker] = [headSizeOf([measured('front', 1)]), headSizeOf([measured('front', 1.1, 'sticker')])];
    const both = headSizeOf([measured('front', 1), measured('front', 1.1, 'sticker')]);
    const middle = ((ruler?.breadthMm ?? 0) + (sticker?.breadthMm ?? 0)) / 2;
    expect(both?.breadthMm).toBeGreaterThan(middle);
    expect(both?.breadthMm).toBeLessThan(sticker?.breadthMm ?? 0);
  });

  test('is not known where nothing was measured', () => {
    expect(headSizeOf([])).toBeNull();
    expect(isMeasured({ ...measured('front', 1), calibration: { kind: 'estimate' } })).toBe(false);
    expect(isMeasured({ ...measured('front', 1), view: 'other' })).toBe(false);
  });
});
