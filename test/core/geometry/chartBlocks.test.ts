import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBlocksIn,
  addBlocksNear,
  addBlocksWithin,
  BLOCK_CM,
  blockAt,
  keepBlocksInside,
  rectsOf,
} from '../../../src/core/geometry/chartBlocks';

const place = fc.record({ x: fc.integer({ min: -20, max: 20 }), y: fc.integer({ min: -20, max: 20 }) });

describe('blocks of the chart', () => {
  it('are covered by their rectangles, each once and nothing else', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (places) => {
        const blocks = new Set(places.map(({ x, y }) => blockAt(x * BLOCK_CM, y * BLOCK_CM)));
        const covered: number[] = [];
        for (const { x0, y0, x1, y1 } of rectsOf(blocks)) {
          for (let y = y0; y < y1; y += BLOCK_CM) {
            for (let x = x0; x < x1; x += BLOCK_CM) covered.push(blockAt(x, y));
          }
        }
        expect(covered.sort((a, b) => a - b)).toEqual([...blocks].sort((a, b) => a - b));
      }),
      { seed: 3 },
    );
  });

  it('grow into one rectangle where they fill one', () => {
    const blocks = new Set<number>();
    addBlocksIn(blocks, { x0: -1.1, y0: 0.1, x1: 0.9, y1: 1.4 });
    expect(rectsOf(blocks)).toEqual([{ x0: -1.5, y0: 0, x1: 1, y1: 1.5 }]);
  });

  it('near a line are all that hold a place in its reach, and none far beyond', () => {
    const line = Float64Array.of(-3, -2, 0.3, 1.7, 4, 1);
    const blocks = new Set<number>();
    addBlocksNear(blocks, line, 0.8);
    const samples = Array.from({ length: 501 }, (_, i) => i / 500).flatMap((t) => [
      { x: -3 + 3.3 * t, y: -2 + 3.7 * t },
      { x: 0.3 + 3.7 * t, y: 1.7 - 0.7 * t },
    ]);
    const away = (x: number, y: number): number =>
      samples.reduce((nearest, at) => Math.min(nearest, Math.hypot(x - at.x, y - at.y)), Infinity);
    for (let y = -4; y <= 4; y += 0.23) {
      for (let x = -5; x <= 6; x += 0.23) {
        const distance = away(x, y);
        if (distance < 0.79) expect(blocks.has(blockAt(x, y))).toBe(true);
        if (distance > 0.8 + 2 * BLOCK_CM) expect(blocks.has(blockAt(x, y))).toBe(false);
      }
    }
  });

  it('within a ring are those whose middle it encloses; those that a region does not reach into can be left out', () => {
    const ring = Float64Array.of(0, 0, 3, 0, 3, 3, 0, 3);
    const blocks = new Set<number>();
    addBlocksWithin(blocks, ring);
    expect(blocks.size).toBe(36);
    // It ends in the third column, before its middle.
    keepBlocksInside(blocks, [[Float64Array.of(0, 0, 1.1, 0, 1.1, 3, 0, 3)]]);
    expect(blocks.size).toBe(18);
  });
});
