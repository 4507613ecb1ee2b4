import { describe, expect, it } from 'vitest';
import { cutField, excludeFromField } from '../../../src/core/density/cutField';
import { densityAt } from '../../../src/core/density/field';
import type { Ring } from '../../../src/core/geometry/rings';
import { insideRings } from '../../../src/core/geometry/rings';
import { fieldOf } from '../scatter/scattered';

const field = fieldOf(-5, -4, 12, 9, 0.05, (x, y) => 150 + 5 * x + 3 * y);
const ring: Ring = [
  [-2.01, -1.52],
  [3.03, -2.04],
  [4.01, 3.02],
  [-1.03, 2.51],
];
const hole: Ring = [
  [0.02, 0.01],
  [1.01, 0.03],
  [1.02, 1.01],
  [0.01, 1.03],
];
const rings = [ring, hole];
const nodes = field.perCm2.map((_, node) => node);
const isInside = (node: number): boolean =>
  insideRings(
    rings,
    field.originX + (node % field.columns) * field.step,
    field.originY + Math.floor(node / field.columns) * field.step,
  );

describe('a cut', () => {
  it('without a feather keeps each side as it was and empties the other', () => {
    const kept = cutField(field, rings).perCm2;
    const excluded = excludeFromField(field, rings).perCm2;
    for (const node of nodes) {
      const value = field.perCm2[node] as number;
      if (kept[node] !== (isInside(node) ? value : 0)) throw new Error(`node ${node} of the cut`);
      if (excluded[node] !== (isInside(node) ? 0 : value)) throw new Error(`node ${node} of the exclusion`);
    }
  });

  it('with a feather rises over it, on its own side alone, holes included', () => {
    const kept = cutField(field, rings, 4);
    const excluded = excludeFromField(field, rings, 4);
    const share = (of: typeof field, x: number, y: number): number => densityAt(of, x, y) / densityAt(field, x, y);
    // The hole's left edge lies at x ≈ 0.02: inside the cut to its left, excluded to its left.
    expect(share(kept, -0.18, 0.5)).toBeCloseTo(0.5, 1);
    expect(share(kept, -0.45, 0.5)).toBe(1);
    expect(share(kept, 0.1, 0.5)).toBe(0);
    expect(share(excluded, 0.22, 0.5)).toBeCloseTo(0.5, 1);
    expect(share(excluded, 0.5, 0.5)).toBe(1);
    expect(share(excluded, -0.1, 0.5)).toBe(0);
    expect(share(excluded, -4, -3)).toBe(1);
    for (const node of nodes) {
      if (kept.perCm2[node] !== 0 && excluded.perCm2[node] !== 0) throw new Error(`node ${node} is on both sides`);
    }
  });
});
