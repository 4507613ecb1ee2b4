import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceToSegments, segmentsOfLine, squaredDistanceToSegment } from '../../../src/core/geometry/distance';

const grid = { originX: -3, originY: -2, step: 0.07, columns: 91, rows: 67 };

describe('distance of a grid to a line', () => {
  it('is exact within the band and the band beyond it, for any line', () => {
    const coordinate = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(coordinate, { minLength: 4, maxLength: 60 }).map((flat) => flat.slice(0, flat.length & ~1)),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (flat, band) => {
          const segments = segmentsOfLine(Float64Array.from(flat));
          const found = distanceToSegments(grid, segments, band);
          for (let node = 0; node < found.length; node += 13) {
            const x = grid.originX + (node % grid.columns) * grid.step;
            const y = grid.originY + Math.floor(node / grid.columns) * grid.step;
            let nearest = Infinity;
            for (let s = 0; s < segments.length; s += 4) {
              nearest = Math.min(nearest, squaredDistanceToSegment(segments, s, x, y));
            }
            const expected = Math.min(Math.sqrt(nearest), band);
            if (Math.abs((found[node] as number) - expected) > 1e-6) {
              throw new Error(`node ${node}: ${found[node]}, not ${expected}`);
            }
          }
        },
      ),
      { seed: 5, numRuns: 40 },
    );
  });

  it('a line without length is a place; without a line all is beyond the band', () => {
    const place = distanceToSegments(grid, Float64Array.of(1, 1, 1, 1), 2);
    expect(Math.min(...place)).toBeLessThan(0.05);
    expect(new Set(distanceToSegments(grid, new Float64Array(0), 2))).toEqual(new Set([2]));
  });
});
