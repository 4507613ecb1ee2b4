import { describe, expect, it } from 'vitest';
import { LINEAR_OF_BYTE } from '../../../../src/core/pigment/light/light';
import { halved, type Raster } from '../../../../src/core/pigment/light/mips';
import { resampleInto } from '../../../../src/core/pigment/light/resample';

const grey = (byte: number): number => 0xff000000 + byte * 0x010101;

/** A chequerboard of single pixels: the hardest texture for the mean light. */
function chequers(width: number, height: number): Raster {
  const rgba = Uint32Array.from({ length: width * height }, (_, i) =>
    grey(((i % width) + Math.floor(i / width)) % 2 === 0 ? 20 : 230),
  );
  return { width, height, rgba };
}

const meanLight = (rgba: Uint32Array): number =>
  rgba.reduce((sum, pixel) => sum + (LINEAR_OF_BYTE[pixel & 255] ?? 0), 0) / rgba.length;

describe('halved', () => {
  it('keeps the mean light of a fine texture', () => {
    const from = chequers(64, 64);
    expect(meanLight(halved(from).rgba)).toBeCloseTo(meanLight(from.rgba), 2);
  });

  it('rounds odd sizes up and stays opaque', () => {
    const half = halved({ width: 5, height: 3, rgba: new Uint32Array(15).fill(grey(77)) });
    expect([half.width, half.height]).toEqual([3, 2]);
    expect([...half.rgba]).toEqual(new Array(6).fill(grey(77)));
  });
});

describe('resampleInto', () => {
  const drawn = (from: Raster, scale: number, originX = 0, originY = 0, side = 60): Uint32Array => {
    const to = new Uint32Array(side * side);
    resampleInto(to, from, { width: side, height: side, scale, originX, originY });
    return to;
  };

  it('leaves even skin even at any scale and at the borders', () => {
    const skin = { width: 40, height: 40, rgba: new Uint32Array(1600).fill(grey(180)) };
    for (const scale of [0.55, 0.8, 1.3, 5]) {
      expect(drawn(skin, scale, -3.3, 2.1).every((pixel) => Math.abs((pixel & 255) - 180) <= 1)).toBe(true);
    }
  });

  it('returns the photo itself at scale 1', () => {
    const from = chequers(60, 60);
    expect(drawn(from, 1)).toEqual(from.rgba);
  });

  it('shows no edges of pixels when it grows', () => {
    const step = {
      width: 16,
      height: 16,
      rgba: Uint32Array.from({ length: 256 }, (_, i) => grey(i % 16 < 8 ? 80 : 160)),
    };
    const to = drawn(step, 8, 0, 0, 128);
    for (let x = 1; x < 128; x++) {
      expect(Math.abs(((to[64 * 128 + x] ?? 0) & 255) - ((to[64 * 128 + x - 1] ?? 0) & 255))).toBeLessThan(20);
    }
  });

  it('keeps the mean light of a fine texture when it shrinks', () => {
    const from = chequers(100, 100);
    expect(meanLight(drawn(from, 0.6))).toBeCloseTo(meanLight(from.rgba), 2);
  });
});
