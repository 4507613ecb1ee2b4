import { expect, test } from 'vitest';
import { samplePhoto } from '../../head/samplePhotos';
import { checkHead } from '../../../src/core/head/checkHead';
import type { HeadOutline, HeadPhoto } from '../../../src/core/head/headPhoto';

const { photo } = samplePhoto('front');

function refusal(outline: Partial<HeadOutline>, change: Partial<HeadPhoto> = {}): string {
  const checked = checkHead({ ...photo, ...change, outline: { ...photo.outline, ...outline } });
  return checked.ok ? 'accepted' : checked.error.kind;
}

test('an outline and a scale that can be a head are accepted', () => {
  expect(refusal({})).toBe('accepted');
  expect(refusal({}, { calibration: { kind: 'estimate' } })).toBe('accepted');
});

test('what can be no head is refused with the reason', () => {
  expect(refusal({ rx: 12 })).toBe('outlineSmall');
  expect(refusal({ ry: NaN })).toBe('outlineSmall');
  expect(refusal({ rx: 300 })).toBe('outlineFlat');
  expect(refusal({ cx: -40 })).toBe('outlineAway');
  expect(refusal({ rx: 300, ry: 310 })).toBe('headTooSmall');
  expect(refusal({ rx: 1_300, ry: 1_310 })).toBe('headTooLarge');
  expect(checkHead({ ...photo, calibration: { kind: 'breadth', mm: 320 } })).toEqual({
    ok: false,
    error: { kind: 'headTooLarge', mm: expect.closeTo(320, 6) as number },
  });
});

test('a close-up is asked about its outline alone: it is no head', () => {
  expect(refusal({ rx: 1_300, ry: 1_310 }, { view: 'other' })).toBe('accepted');
  expect(refusal({ rx: 5 }, { view: 'other' })).toBe('outlineSmall');
});
