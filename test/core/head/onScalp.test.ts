import { describe, expect, test } from 'vitest';
import { project } from '../../head/camera';
import { samplePhoto } from '../../head/samplePhotos';
import { direction, surfaceTowards } from '../../head/surfaceTruth';
import { lengthOnScalpMm, mirrorOnHead, offsetOnScalp } from '../../../src/core/head/onScalp';

const half = samplePhoto('front45');
const seen = (azimuth: number, elevation: number): { x: number; y: number } =>
  project(half.camera, ...surfaceTowards(direction(azimuth, elevation)).at);

describe('on the head in half profile', () => {
  test('a place is mirrored to where the other side of the head shows it', () => {
    for (const [azimuth, elevation] of [
      [15, 35],
      [20, 55],
      [10, 70],
    ] as const) {
      const mirrored = mirrorOnHead(half.photo, seen(azimuth, elevation));
      const truth = seen(-azimuth, elevation);
      // 4 px are half a millimetre: the two halves of the practice head differ by as much.
      expect(Math.hypot((mirrored?.x ?? 0) - truth.x, (mirrored?.y ?? 0) - truth.y)).toBeLessThan(25);
    }
  });

  test('a side that is turned away has no mirrored place, and neither has a place beside the head', () => {
    expect(mirrorOnHead(half.photo, seen(80, 20))).toBeNull();
    expect(mirrorOnHead(half.photo, { x: 20, y: 20 })).toBeNull();
  });

  test('twice mirrored is where it was', () => {
    const p = seen(20, 45);
    const there = mirrorOnHead(half.photo, p);
    const back = there === null ? null : mirrorOnHead(half.photo, there);
    expect(back?.x).toBeCloseTo(p.x, 4);
    expect(back?.y).toBeCloseTo(p.y, 4);
  });

  test('lengths are those of the skin, along a true arc over the top', () => {
    const arc = Array.from({ length: 61 }, (_, i) => surfaceTowards(direction(42, 20 + i)));
    const truth = arc.slice(1).reduce((sum, { at }, i) => {
      const before = arc[i]?.at ?? at;
      return sum + Math.hypot(at[0] - before[0], at[1] - before[1], at[2] - before[2]);
    }, 0);
    const line = arc.map(({ at }) => project(half.camera, ...at));
    expect(Math.abs(lengthOnScalpMm(half.photo, line) / truth - 1)).toBeLessThan(0.03);
  });

  test('a place moves by so many millimetres of scalp, fewer pixels where the scalp turns away', () => {
    const step = (p: { x: number; y: number }): number => {
      const moved = offsetOnScalp(half.photo, p, 5, 0);
      expect(lengthOnScalpMm(half.photo, [p, moved])).toBeCloseTo(5, 1);
      expect(Math.abs(moved.y - p.y)).toBeLessThan(3);
      return moved.x - p.x;
    };
    const [middle, edge] = [step(seen(42, 30)), step(seen(100, 30))];
    expect(edge).toBeLessThan(0.7 * middle);
  });
});

test('on a close-up all of it is flat', () => {
  const photo = { ...half.photo, view: 'other' as const };
  const a = { x: 100, y: 100 };
  const moved = offsetOnScalp(photo, a, 3, 4);
  expect(lengthOnScalpMm(photo, [a, moved])).toBeCloseTo(5, 6);
  expect(mirrorOnHead(photo, mirrorOnHead(photo, a) ?? a)?.x).toBeCloseTo(a.x, 6);
});
