import { describe, expect, it } from 'vitest';
import { halved, type Raster } from '../../../../src/core/pigment/light/mips';
import { linearToSrgb } from '../../../../src/core/pigment/light/light';
import { photoSharpness, type PhotoSharpness } from '../../../../src/core/pigment/light/photoSharpness';

const SIDE = 320;

/** Bars of light and dark skin whose edges lie aslant and are blurred by a Gaussian; grain in bytes. */
function bars(sigmaPx: number, grain = 0): Raster {
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32 - 0.5;
  };
  const rgba = Uint32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const along = (((i % SIDE) * Math.cos(0.3) + Math.floor(i / SIDE) * Math.sin(0.3)) % 80) - 20;
    const light = 0.2 + 0.4 * (rise(along / sigmaPx) - rise((along - 40) / sigmaPx));
    const byte = Math.round(255 * linearToSrgb(light) + grain * random());
    return 0xff000000 + byte * 0x010101;
  });
  return { width: SIDE, height: SIDE, rgba };
}

/** A step softened by a Gaussian of sigma 1 (logistic approximation, to 0.01). */
const rise = (z: number): number => 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z ** 3));

function sharpnessOf(photo: Raster): PhotoSharpness {
  const mips = [photo];
  const mip = (level: number): Raster => (mips[level] ??= halved(mip(level - 1)));
  return photoSharpness(mip);
}

describe('a photo’s sharpness', () => {
  it('is read from slanted edges to 15 per cent, with a camera’s grain to 25', () => {
    for (const sigma of [0.6, 0.9, 1.4, 2.2, 3.5]) {
      expect(Math.abs(sharpnessOf(bars(sigma)).sigmaPx / sigma - 1), `sigma ${sigma}`).toBeLessThan(0.15);
      expect(Math.abs(sharpnessOf(bars(sigma, 5)).sigmaPx / sigma - 1), `grain, sigma ${sigma}`).toBeLessThan(0.25);
    }
  });

  it('is that of its sharpest parts where others are out of focus', () => {
    const sharp = bars(0.8);
    const soft = bars(3);
    const rgba = sharp.rgba.map((pixel, i) => (i < (SIDE * SIDE) / 2 ? pixel : (soft.rgba[i] ?? 0)));
    expect(sharpnessOf({ ...sharp, rgba }).sigmaPx).toBeLessThan(1.1);
  });

  it('is a usual camera’s on a photo without edges', () => {
    const flat = { width: 64, height: 64, rgba: new Uint32Array(4096).fill(0xff96b0d6) };
    expect(sharpnessOf(flat)).toEqual({ sigmaPx: 0.8, edges: 0 });
  });

  it('reads a photo of few pixels without going beyond it', () => {
    expect(sharpnessOf({ width: 1, height: 1, rgba: Uint32Array.of(0xff000000) }).edges).toBe(0);
  });
});
