import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/core/design/scene';
import { dotsOfScene } from '../../../src/core/pigment/dots/sceneDots';
import { REHEARSAL_TURNS, rehearsed } from '../../../src/core/pigment/rehearsal';
import { patchScene } from './flatSkin';

const scene = patchScene({ perCm2: 60 });
const line = ({ areas }: Scene): { hairlineCm: Float64Array; ringCm: Float64Array } => {
  const [area] = areas;
  if (area?.kind !== 'hairline') throw new Error('The patch has a hairline.');
  return area;
};
const dotCount = (of: Scene): number => {
  const made = dotsOfScene(of);
  if (!made.ok || made.value === null) throw new Error('The scene has dots.');
  return made.value.dots.count;
};

describe('a rehearsal', () => {
  it('pulls the middle of the line to and fro, its area with it, and leaves the rest where it is', () => {
    const before = line(scene);
    const heights = [0, REHEARSAL_TURNS].map((turn) => {
      const { hairlineCm, ringCm } = line(rehearsed(scene, turn));
      expect(ringCm.subarray(0, hairlineCm.length)).toEqual(hairlineCm);
      expect(hairlineCm.subarray(0, 2)).toEqual(before.hairlineCm.subarray(0, 2));
      expect(ringCm.subarray(-4)).toEqual(before.ringCm.subarray(-4));
      const middle = 2 * Math.floor(hairlineCm.length / 4) + 1;
      return (hairlineCm[middle] ?? 0) - (before.hairlineCm[middle] ?? 0);
    });
    expect(Math.min(...heights)).toBeCloseTo(-0.15, 6);
    expect(Math.max(...heights)).toBeCloseTo(0.15, 6);
  });

  it('brushes dots away, and ends with the scene as it is', () => {
    expect(dotCount(rehearsed(scene, 1))).toBeLessThan(0.97 * dotCount(scene));
    expect(rehearsed(scene, REHEARSAL_TURNS - 1)).toBe(scene);
  });
});
