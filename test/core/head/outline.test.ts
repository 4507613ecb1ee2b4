import { describe, expect, test } from 'vitest';
import { VIEWS } from '../../../src/core/head/headPhoto';
import {
  defaultOutline,
  fromUnitCircle,
  insideOutline,
  outlineInView,
  toUnitCircle,
} from '../../../src/core/head/outline';

describe('the outline of the head', () => {
  test('starts inside the picture in every view and format, not yet placed by hand', () => {
    for (const view of VIEWS)
      for (const [width, height] of [
        [2400, 3000],
        [3000, 2400],
        [1000, 1000],
        [900, 2000],
      ] as const) {
        const { cx, cy, rx, ry, placed } = defaultOutline(view, width, height);
        expect(placed).toBe(false);
        expect(cx - rx).toBeGreaterThan(0);
        expect(cx + rx).toBeLessThan(width);
        expect(cy - ry).toBeGreaterThan(0);
        expect(cy + ry).toBeLessThan(height);
      }
  });

  test('of a front portrait covers the skull cap: half the width, in the upper two thirds', () => {
    const { cx, cy, rx, ry } = defaultOutline('front', 2400, 3000);
    expect(cx).toBe(1200);
    expect((2 * rx) / 2400).toBeCloseTo(0.525, 3);
    expect(cy + ry).toBeLessThan(2000);
  });

  test('leads to the unit circle and back', () => {
    const outline = { cx: 500, cy: 400, rx: 200, ry: 100, angleDeg: 30, placed: true };
    const there = toUnitCircle(outline, { x: 613, y: 377 });
    const back = fromUnitCircle(outline, there);
    expect(back.x).toBeCloseTo(613, 9);
    expect(back.y).toBeCloseTo(377, 9);
    const tip = fromUnitCircle(outline, { x: 1, y: 0 });
    expect(tip.x).toBeCloseTo(500 + 200 * Math.cos(Math.PI / 6), 9);
    expect(tip.y).toBeCloseTo(400 + 100, 9);
  });

  test('knows what lies inside, turned too', () => {
    const outline = { cx: 500, cy: 400, rx: 200, ry: 50, angleDeg: 90, placed: true };
    expect(insideOutline(outline, { x: 500, y: 590 })).toBe(true);
    expect(insideOutline(outline, { x: 590, y: 400 })).toBe(false);
  });
});

test('an outline found in a photo keeps top and width where the photo turns out to be of another view', () => {
  const found = { cx: 1200, cy: 1010, rx: 640, ry: 690, angleDeg: 0, placed: false };
  const inProfile = outlineInView(found, 'left', 2400, 3000);
  expect(inProfile).toMatchObject({ cx: 1200, rx: 640, angleDeg: 0, placed: false });
  expect(inProfile.cy - inProfile.ry).toBeCloseTo(320, 9);
  expect(inProfile.ry / inProfile.rx).toBeCloseTo(0.91, 9);
  expect(outlineInView({ ...found, rx: 690, ry: 640, angleDeg: 90 }, 'front', 2400, 3000).rx).toBeCloseTo(640, 9);
});
