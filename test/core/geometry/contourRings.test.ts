import { describe, expect, it } from 'vitest';
import { contourRings } from '../../../src/core/geometry/contourRings';
import { outlinesArea } from '../../../src/core/geometry/outlines';

const grid = (side: number, value: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: side * side }, (_, node) => value(node % side, Math.floor(node / side)));

describe('contours', () => {
  it('of a cone are circles', () => {
    const rings = contourRings(
      grid(41, (x, y) => 15 - Math.hypot(x - 20, y - 20)),
      41,
      41,
      5,
    );
    expect(rings).toHaveLength(1);
    for (const { x, y } of rings[0] ?? []) expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(10, 1);
    expect(outlinesArea(rings)).toBeCloseTo(100 * Math.PI, -1);
  });

  it('leave holes, keep islands, and close at the rim of the grid', () => {
    const ringed = contourRings(
      grid(41, (x, y) => 5 - Math.abs(Math.hypot(x - 20, y - 20) - 12)),
      41,
      41,
      0,
    );
    expect(ringed).toHaveLength(2);
    expect(outlinesArea(ringed)).toBeCloseTo(Math.PI * (17 ** 2 - 7 ** 2), -1);
    expect(
      outlinesArea(
        contourRings(
          grid(10, () => 1),
          10,
          10,
          0.5,
        ),
      ),
    ).toBeCloseTo(99.5, 6);
    const corners = grid(4, (x, y) => (x === y && x % 3 !== 0 ? 1 : 0));
    expect(contourRings(corners, 4, 4, 0.5)).toHaveLength(2);
    expect(
      contourRings(
        grid(5, () => 0),
        5,
        5,
        0.5,
      ),
    ).toEqual([]);
  });
});
