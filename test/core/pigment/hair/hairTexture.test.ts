import { describe, expect, it } from 'vitest';
import { hairTexture, proposeHair, smoothPlaceNear } from '../../../../src/core/pigment/hair/hairTexture';
import { outlinesArea } from '../../../../src/core/geometry/outlines';
import { mix32 } from '../../../../src/core/density/hash';

const SIDE = 600;
const MM_PER_PX = 0.12;
/** Grey skin, and stubble within 20 mm of (300, 300): dark specks at random. */
const rgba = new Uint8Array(4 * SIDE * SIDE);
for (let y = 0; y < SIDE; y++) {
  for (let x = 0; x < SIDE; x++) {
    const hair = Math.hypot(x - 300, y - 300) * MM_PER_PX < 20 && mix32((y >> 1) * 4093 + (x >> 1)) % 4 === 0;
    rgba.set([hair ? 90 : 170, hair ? 80 : 140, hair ? 75 : 120, 255], 4 * (y * SIDE + x));
  }
}
const texture = hairTexture(rgba, SIDE, SIDE, MM_PER_PX);
const anywhere = (): boolean => true;
const cm2 = (rings: ReturnType<typeof proposeHair>): number => outlinesArea(rings) * (MM_PER_PX / 10) ** 2;

describe('hair found by its texture', () => {
  it('is outlined within a cell or two', () => {
    const rings = proposeHair(texture, MM_PER_PX, 0.5, anywhere);
    expect(rings).toHaveLength(1);
    for (const { x, y } of rings[0] ?? []) {
      expect(Math.abs(Math.hypot(x - 300, y - 300) * MM_PER_PX - 20)).toBeLessThan(4);
    }
  });

  it('is less of it at a higher threshold, and none where there is no head', () => {
    const sizes = [0.2, 0.5, 0.9].map((threshold) => cm2(proposeHair(texture, MM_PER_PX, threshold, anywhere)));
    expect(sizes[1]).toBeLessThanOrEqual(sizes[0] ?? 0);
    expect(sizes[2]).toBeLessThanOrEqual(sizes[1] ?? 0);
    expect(proposeHair(texture, MM_PER_PX, 0.5, () => false)).toEqual([]);
    const left = proposeHair(texture, MM_PER_PX, 0.5, ({ x }) => x < 300);
    expect(cm2(left)).toBeLessThan(0.6 * cm2(proposeHair(texture, MM_PER_PX, 0.5, anywhere)));
  });

  it('leaves the nearest bare skin to be told', () => {
    const bare = smoothPlaceNear(texture, { x: 420, y: 300 }, anywhere);
    expect(bare).not.toBeNull();
    const away = Math.hypot((bare?.x ?? 0) - 300, (bare?.y ?? 0) - 300) * MM_PER_PX;
    expect(away).toBeGreaterThan(19);
    expect(away).toBeLessThan(34);
  });
});
