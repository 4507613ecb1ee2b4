import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tilesFor } from '../../../src/core/plan/tiles';

const A4 = { width: 210, height: 297 };
const ROOM = { margin: 10, band: 20, overlap: 15 };

describe('a drawing on sheets', () => {
  it('lies on one where it fits, turned where that helps', () => {
    expect(tilesFor({ width: 150, height: 200 }, A4, ROOM)).toMatchObject({ landscape: false, columns: 1, rows: 1 });
    expect(tilesFor({ width: 260, height: 140 }, A4, ROOM)).toMatchObject({ landscape: true, columns: 1, rows: 1 });
  });

  it('is wholly shown, in the middle, neighbours overlapping by as much as was asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1200, noNaN: true }),
        fc.double({ min: 1, max: 900, noNaN: true }),
        (width, height) => {
          const { tiles, columns, rows, windowWidth, windowHeight } = tilesFor({ width, height }, A4, ROOM);
          expect(tiles).toHaveLength(columns * rows);
          const right = Math.max(...tiles.map(({ x }) => x + windowWidth));
          const bottom = Math.max(...tiles.map(({ y }) => y + windowHeight));
          const left = Math.min(...tiles.map(({ x }) => x));
          const top = Math.min(...tiles.map(({ y }) => y));
          expect(left).toBeLessThanOrEqual(1e-9);
          expect(top).toBeLessThanOrEqual(1e-9);
          expect(right).toBeGreaterThanOrEqual(width - 1e-9);
          expect(bottom).toBeGreaterThanOrEqual(height - 1e-9);
          expect(right - width).toBeCloseTo(-left, 6);
          for (const tile of tiles) {
            const next = tiles.find(({ column, row }) => column === tile.column + 1 && row === tile.row);
            if (next !== undefined) expect(tile.x + windowWidth - next.x).toBeCloseTo(ROOM.overlap, 9);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
