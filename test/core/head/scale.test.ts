import { describe, expect, test } from 'vitest';
import type { HeadPhoto, View } from '../../../src/core/head/headPhoto';
import { checkRuler, mmPerPx } from '../../../src/core/head/scale';

const outline = { cx: 1200, cy: 1000, rx: 632, ry: 684, angleDeg: 0, placed: true };
const a = { x: 100, y: 100 };
const b = { x: 400, y: 500 };

const photo = (calibration: HeadPhoto['calibration'], view: View = 'front') => ({ calibration, outline, view });
const refusal = (mm: number, to = b, view: View = 'front'): string => {
  const checked = checkRuler({ outline, view }, { a, b: to, mm });
  return checked.ok ? 'accepted' : checked.error.kind;
};

describe('the scale of a photo', () => {
  test('is estimated from the mean head across its outline until something is measured', () => {
    for (const [view, mm] of [
      ['front', 152],
      ['top', 152],
      ['crown', 152],
      ['other', 152],
      ['left', 197],
      ['right', 197],
    ] as const)
      expect(mmPerPx(photo({ kind: 'estimate' }, view))).toMatchObject({
        mmPerPx: mm / 1264,
        estimated: true,
        source: 'estimate',
      });
    expect(mmPerPx(photo({ kind: 'estimate' }, 'front45')).mmPerPx * 1264).toBeCloseTo(176, 0);
  });

  test('follows a ruler by its own length', () => {
    expect(mmPerPx(photo({ kind: 'ruler', a, b, mm: 50 }))).toMatchObject({
      mmPerPx: 0.1,
      estimated: false,
      source: 'ruler',
    });
    expect(mmPerPx(photo({ kind: 'pupils', a, b, mm: 63 }))).toMatchObject({
      mmPerPx: 0.126,
      estimated: false,
      source: 'pupils',
    });
  });

  test('follows the head breadth measured with callipers, in profile by its mean proportion to the length', () => {
    expect(mmPerPx(photo({ kind: 'breadth', mm: 140 }))).toMatchObject({ estimated: false, source: 'breadth' });
    expect(mmPerPx(photo({ kind: 'breadth', mm: 140 })).mmPerPx).toBeCloseTo(140 / 1264, 12);
    expect(mmPerPx(photo({ kind: 'breadth', mm: 140 }, 'left')).mmPerPx).toBeCloseTo((140 / 1264) * (197 / 152), 12);
    expect(mmPerPx(photo({ kind: 'breadth', mm: NaN })).source).toBe('estimate');
  });

  test('is measured across the picture, however the outline lies', () => {
    const lying = { ...outline, rx: 684, ry: 632, angleDeg: 90 };
    expect(mmPerPx({ calibration: { kind: 'estimate' }, outline: lying, view: 'front' }).mmPerPx).toBeCloseTo(
      152 / 1264,
    );
  });

  test('says how far off it likely is: least by a sticker, most by nothing measured', () => {
    const [far, wide] = [
      { x: 100, y: 100 },
      { x: 2100, y: 100 },
    ];
    const error = (calibration: HeadPhoto['calibration'], view: View = 'front'): number =>
      mmPerPx(photo(calibration, view)).errorShare;
    const order = [
      error({ kind: 'sticker', a: far, b: wide, mm: 20 }),
      error({ kind: 'breadth', mm: 150 }),
      error({ kind: 'breadth', mm: 150 }, 'left'),
      error({ kind: 'estimate' }),
      error({ kind: 'pupils', a: far, b: wide, mm: 63 }),
    ];
    expect(order).toEqual(order.toSorted((p, q) => p - q));
    expect(error({ kind: 'pupils', a: far, b: wide, mm: 66 })).toBeLessThan(0.03);
    // A line of a few pixels is worth little, whatever it was.
    expect(error({ kind: 'sticker', a: far, b: { x: 130, y: 100 }, mm: 20 })).toBeGreaterThan(0.05);
  });

  test('follows the head’s size that other photos tell, where nothing was measured on this one', () => {
    const size = { breadthMm: 160, breadthError: 0.02, lengthMm: 205, lengthError: 0.04 };
    const told = (view: View) => mmPerPx({ ...photo({ kind: 'estimate' }, view), size });
    expect(told('front')).toMatchObject({ mmPerPx: 160 / 1264, estimated: false, source: 'otherPhoto' });
    expect(told('left')).toMatchObject({ mmPerPx: 205 / 1264, source: 'otherPhoto' });
    expect(told('front').errorShare).toBeCloseTo(0.025, 10);
    expect(told('left').errorShare).toBeGreaterThan(told('front').errorShare);
    expect(told('left').errorShare).toBeLessThan(mmPerPx(photo({ kind: 'estimate' }, 'left')).errorShare);
    expect(mmPerPx({ ...photo({ kind: 'ruler', a, b, mm: 50 }), size }).source).toBe('ruler');
  });

  test('does not follow another photo’s measure that is no surer than an estimate', () => {
    const size = { breadthMm: 160, breadthError: 0.06, lengthMm: 205, lengthError: 0.07 };
    expect(mmPerPx({ ...photo({ kind: 'estimate' }), size })).toEqual(mmPerPx(photo({ kind: 'estimate' })));
  });

  test('falls back on the estimate where a stored measure gives none', () => {
    for (const broken of [
      { kind: 'ruler', a, b: a, mm: 50 },
      { kind: 'ruler', a, b, mm: 0 },
      { kind: 'ruler', a, b, mm: NaN },
    ] as const)
      expect(mmPerPx(photo(broken)).estimated).toBe(true);
  });
});

describe('a ruler', () => {
  test('is accepted when it gives a head the size of a head', () => {
    const checked = checkRuler({ outline, view: 'front' }, { a, b, mm: 60 });
    expect(checked.ok && checked.value).toBeCloseTo(0.12, 12);
  });

  test('is refused with the reason and its figures', () => {
    expect(refusal(60, { x: 106, y: 107 })).toBe('tooShort');
    expect(refusal(0.9)).toBe('length');
    expect(refusal(501)).toBe('length');
    expect(refusal(NaN)).toBe('length');
    expect(refusal(10)).toBe('headTooSmall');
    expect(refusal(200)).toBe('headTooLarge');
    expect(checkRuler({ outline, view: 'front' }, { a, b, mm: 10 })).toEqual({
      ok: false,
      error: { kind: 'headTooSmall', mm: 1264 * 0.02 },
    });
    expect(refusal(60, { x: NaN, y: 0 })).toBe('tooShort');
  });

  test('is not measured against the head on a close-up', () => {
    expect(refusal(10, b, 'other')).toBe('accepted');
  });
});
