import { describe, expect, it } from 'vitest';
import { skinWithin } from '../../../../src/core/pigment/skin/skinSample';
import { proposeSkinType } from '../../../../src/core/pigment/skin/skinType';
import { linearOfSrgb } from '../srgb';
import { SKIN_OF_TYPE } from '../../../../src/core/pigment/skin/swatchSkin';

const SIDE = 40;
const RING = [
  [5, 5],
  [35, 5],
  [35, 35],
  [5, 35],
] as const;

/** A picture of one colour, with what `at` paints over it. */
function picture(of: readonly number[], at: (x: number, y: number) => readonly number[] | null): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) rgba.set([...(at(x, y) ?? of), 255], (y * SIDE + x) * 4);
  }
  return rgba;
}

describe('the skin within an area', () => {
  it('is read between its hairs and beside its shine, and not from what lies around', () => {
    for (const type of [1, 2, 3, 4, 5, 6] as const) {
      const skin = SKIN_OF_TYPE[type];
      const rgba = picture(skin, (x, y) => {
        if (x < 5 || x >= 35 || y < 5 || y >= 35) return [20, 90, 200];
        if ((x + y) % 3 === 0) return skin.map((byte) => byte * 0.4);
        return x > 30 && y < 15 ? [250, 250, 250] : null;
      });
      const read = skinWithin(rgba, SIDE, SIDE, [RING]);
      if (read === null) throw new Error('nothing read');
      const [proposed, known] = [proposeSkinType(read), proposeSkinType(linearOfSrgb(skin))];
      if (!proposed.ok || !known.ok) throw new Error('no skin');
      expect(proposed.value.itaDegrees).toBeCloseTo(known.value.itaDegrees, 3);
    }
  });

  it('is none where the area lies beyond the picture', () => {
    const ring = RING.map(([x, y]) => [x + 100, y] as const);
    expect(
      skinWithin(
        picture([200, 150, 120], () => null),
        SIDE,
        SIDE,
        [ring],
      ),
    ).toBeNull();
  });
});
