import { describe, expect, it } from 'vitest';
import type { ExifOrientation } from '../../../src/studio/photo/headerScan';
import { swapsSides, uprightTransform } from '../../../src/studio/photo/turn';

// Where EXIF says that the stored picture's first row and first column come to lie.
const PLACES: readonly (readonly [ExifOrientation, string, string])[] = [
  [1, 'top', 'left'],
  [2, 'top', 'right'],
  [3, 'bottom', 'right'],
  [4, 'bottom', 'left'],
  [5, 'left', 'top'],
  [6, 'right', 'top'],
  [7, 'right', 'bottom'],
  [8, 'left', 'bottom'],
];

const WIDTH = 30;
const HEIGHT = 20;

function sideOf(x: number, y: number): string {
  if (y === 0) return 'top';
  if (y === HEIGHT) return 'bottom';
  if (x === 0) return 'left';
  return x === WIDTH ? 'right' : 'inside';
}

describe.each(PLACES)('a picture of orientation %i', (orientation, firstRow, firstColumn) => {
  it(`gets its first row to the ${firstRow} and its first column to the ${firstColumn}`, () => {
    const [a, b, c, d, e, f] = uprightTransform(orientation, WIDTH, HEIGHT);
    const place = (x: number, y: number): string => sideOf(a * x + c * y + e, b * x + d * y + f);
    const [storedWidth, storedHeight] = swapsSides(orientation) ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
    expect(place(storedWidth / 2, 0)).toBe(firstRow);
    expect(place(0, storedHeight / 2)).toBe(firstColumn);
  });
});
