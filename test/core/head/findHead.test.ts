import { describe, expect, test } from 'vitest';
import { HEAD_VIEWS, type HeadView } from '../../head/camera';
import { edgeOf } from '../../head/joinedPhotos';
import { samplePhoto } from '../../head/samplePhotos';
import { renderTruth, type HeadTruth } from '../../head/truth';
import { findHead } from '../../../src/core/head/silhouette/findHead';
import { shrink } from '../../../src/core/head/silhouette/shrink';

const WIDTH = 96;
const HEIGHT = 120;

/** A repeatable scatter between -1 and 1. */
const scatter = (i: number): number => (((Math.imul(i + 1, 0x9e3779b1) >>> 8) / 0x800000) % 2) - 1;

const truths = new Map<HeadView, HeadTruth>();

/** The practice head in flat colours before a wall lit from one side, with the camera's noise. */
function picture(view: HeadView, wall: (x: number, y: number) => number, noise = 3) {
  const truth = truths.get(view) ?? renderTruth(view, WIDTH, HEIGHT);
  truths.set(view, truth);
  const { surface, normal } = truth;
  const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let o = 0; o < WIDTH * HEIGHT; o++) {
    const ground = wall(o % WIDTH, Math.floor(o / WIDTH));
    const light = 0.6 + 0.4 * Math.max(0, (normal[o * 3 + 1] ?? 0) * 0.5 + 0.5);
    const colour = surface[o] === 0 ? [ground, ground, ground] : surface[o] === 1 ? [205, 160, 135] : [40, 40, 44];
    for (let channel = 0; channel < 3; channel++)
      rgba[o * 4 + channel] =
        (colour[channel] ?? 0) * (surface[o] === 0 ? 1 : light) + noise * scatter(o * 3 + channel);
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

const plain = (x: number, y: number): number => 105 + x * 0.2 - y * 0.1;

describe.each(HEAD_VIEWS)('the outline found in the %s view', (view) => {
  test('is the known one within 3 % of its size, above the ears', () => {
    const { photo } = samplePhoto(view);
    const shrunk = WIDTH / photo.width;
    const found = findHead(picture(view, plain), view)?.outline ?? null;
    expect(found).not.toBeNull();
    if (found === null) return;
    const size = Math.sqrt(photo.outline.rx * photo.outline.ry) * shrunk;
    const top = (outline: typeof found): number => {
      const a = (outline.angleDeg * Math.PI) / 180;
      return outline.cy - Math.hypot(outline.rx * Math.sin(a), outline.ry * Math.cos(a));
    };
    const across = (outline: typeof found): number => {
      const a = (outline.angleDeg * Math.PI) / 180;
      return Math.hypot(outline.rx * Math.cos(a), outline.ry * Math.sin(a));
    };
    expect(found.placed).toBe(false);
    expect(Math.abs(found.cx / shrunk / photo.outline.cx - 1)).toBeLessThan(0.03);
    expect(Math.abs(across(found) / (across(photo.outline) * shrunk) - 1)).toBeLessThan(0.04);
    expect(Math.abs(top(found) - top(photo.outline) * shrunk)).toBeLessThan(0.03 * size);
  });
});

test.each(HEAD_VIEWS)('the edge found in the %s view is the head’s own within about a pixel', (view) => {
  const { camera, photo } = samplePhoto(view);
  const shrunk = WIDTH / photo.width;
  const truth = edgeOf(camera).map(({ x, y }) => ({ x: x * shrunk, y: y * shrunk }));
  const found = findHead(picture(view, plain), view)?.edge ?? [];
  expect(found.length).toBeGreaterThan(20);
  const off = found.map((p) => {
    const [a, b] = truth.toSorted((q, r) => Math.hypot(q.x - p.x, q.y - p.y) - Math.hypot(r.x - p.x, r.y - p.y));
    if (a === undefined || b === undefined) throw new Error('the head has an edge');
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
    // Below the known edge's ends there is nothing to hold it against.
    if (along < -1) return 0;
    return Math.abs((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / length;
  });
  expect(Math.max(...off)).toBeLessThan(1.2);
  // This picture's pixels are the head's wholly or not at all, so that the half pixel that is taken off a photo's is missing.
  expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(0.6);
});

describe('where it is not sure it says nothing', () => {
  test('on a busy ground', () => {
    expect(
      findHead(
        picture('front', (x, y) => 40 + ((x * 7 + y * 13) % 29) * 7),
        'front',
      ),
    ).toBeNull();
  });

  test('on a head that the picture cuts off', () => {
    const whole = picture('front', plain);
    const from = 30;
    const rgba = whole.rgba.slice(from * WIDTH * 4);
    expect(findHead({ width: WIDTH, height: HEIGHT - from, rgba }, 'front')).toBeNull();
  });

  test('on an empty wall, and on a close-up', () => {
    const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(120);
    expect(findHead({ width: WIDTH, height: HEIGHT, rgba }, 'front')).toBeNull();
    expect(findHead(picture('front', plain), 'other')).toBeNull();
  });

  test('on a box', () => {
    const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(120);
    for (let y = 30; y < HEIGHT; y++)
      for (let x = 20; x < 76; x++) rgba.fill(220, (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3);
    expect(findHead({ width: WIDTH, height: HEIGHT, rgba }, 'front')).toBeNull();
  });
});

test('a picture is made smaller by whole steps, its colours kept', () => {
  const rgba = new Uint8ClampedArray(40 * 60 * 4).map((_, i) => (i % 4 === 0 ? 200 : 50));
  const small = shrink({ width: 40, height: 60, rgba }, 20);
  expect(small).toMatchObject({ width: 13, height: 20, factor: 3 });
  expect([...small.rgba.slice(0, 4)]).toEqual([200, 50, 50, 255]);
});
