import { expect, test } from 'vitest';
import { caseWithRest, dotsNow } from './benchCase';
import { benchDots, changedBy, EDITED_SHARE } from './benchDots';
import { PULL_PX } from './ownWays';
import { PHOTO } from './benchScreen';

test('all edits change the same share of the dots', () => {
  const { of, x, y, strip } = benchDots(10_000);
  expect(Math.abs(x.length / 10_000 - 1)).toBeLessThan(0.005);
  expect(strip.length / x.length).toBeCloseTo(EDITED_SHARE, 3);
  expect(changedBy(of, 0, PULL_PX) / x.length).toBeCloseTo(EDITED_SHARE, 2);
  const rows = Array.from(strip, (i) => y[i] ?? 0);
  expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(PHOTO.height / 6);
});

test('a drag touches as many dots, however many are at rest elsewhere', () => {
  const few = caseWithRest(10_000);
  const many = caseWithRest(20_000);
  expect(dotsNow(many).dots.count - dotsNow(few).dots.count).toBeGreaterThan(9_900);
  const touched = changedBy(few, 0, 10);
  expect(touched).toBeGreaterThan(3_000);
  expect(changedBy(many, 0, 10)).toBe(touched);
});
