import { describe, expect, it } from 'vitest';
import { typedFigure } from '../../../src/studio/panels/controls/typedFigure';

describe('a figure typed into a field', () => {
  it.each([
    ['220', 0, 220],
    ['1,5', 1, 1.5],
    [' 2.25 ', 2, 2.25],
    ['.5', 1, 0.5],
    ['-12,5', 1, -12.5],
    ['−3', 0, -3],
    ['١٥٫٥', 1, 15.5],
    ['۲۲۰', 0, 220],
  ])('“%s” with %i decimals is %d', (typed, digits, figure) => {
    expect(typedFigure(typed, digits)).toBe(figure);
  });

  it.each([
    ['1,5', 0, 2],
    ['0.000001', 0, 0],
    ['0.284', 2, 0.28],
    ['-0.4', 0, 0],
  ])('“%s” with %i decimals is kept as it will stand there, %d', (typed, digits, figure) => {
    expect(typedFigure(typed, digits)).toBe(figure);
  });

  it.each(['', ' ', 'NaN', 'Infinity', '1e9', '0x10', '1.5.5', '1,250.5', 'twelve', '-', '12 mm'])(
    '“%s” is no figure',
    (typed) => {
      expect(typedFigure(typed, 2)).toBeNull();
    },
  );
});
