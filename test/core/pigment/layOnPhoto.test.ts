import { describe, expect, it } from 'vitest';
import { layOnPhoto, samplePhoto, type LaidOnPhoto } from '../../../src/core/pigment/layOnPhoto';
import { halved, type Raster } from '../../../src/core/pigment/light/mips';
import { patchScene, SKIN_PIXEL } from './flatSkin';

const GREY_WALL = 0xff808080;
const DARK_SKIN = 0xff48546e;

/** 600 × 600 px: a grey wall over the first 14 mm, skin below, a tenth of it hair and a tenth shine. */
const photoOf = (skin: number): Raster => ({
  width: 600,
  height: 600,
  rgba: Uint32Array.from({ length: 360_000 }, (_, i) => {
    if (i < 140 * 600) return GREY_WALL;
    const chance = Math.imul(i, 0x9e3779b1) >>> 24;
    return chance < 26 ? 0xff101418 : chance > 230 ? 0xffffffff : skin;
  }),
});

function laidOn(photo: Raster, change: Parameters<typeof patchScene>[0] = {}): LaidOnPhoto {
  const scene = patchScene(change);
  const mips = [photo];
  const mip = (level: number): Raster => (mips[level] ??= halved(mip(level - 1)));
  const laid = layOnPhoto(scene, { samples: samplePhoto(mip), hairMm: null });
  if (!laid.ok || laid.value === null) throw new Error('The scene has no dots.');
  return laid.value;
}

describe('a scene laid on its photo', () => {
  it('reads the skin under its marks, whatever lies beside it, and hair and shine left out', () => {
    const { skin } = laidOn(photoOf(SKIN_PIXEL));
    expect(skin?.unread).toBe(null);
    expect(skin?.light[0]).toBeGreaterThan(0.63);
    expect(skin?.light[0]).toBeLessThan(0.71);
    const { skin: dark } = laidOn(photoOf(DARK_SKIN));
    expect(dark?.itaDegrees).toBeLessThan((skin?.itaDegrees ?? 0) - 40);
  });

  it('takes more of dark skin than of light', () => {
    const haze = (of: LaidOnPhoto): number => of.layer.skin.hazeDensity[1];
    expect(haze(laidOn(photoOf(DARK_SKIN)))).toBeGreaterThan(1.5 * haze(laidOn(photoOf(SKIN_PIXEL))));
  });

  it('keeps its look while a handle is moved, so that only touched tiles are made again', () => {
    const first = laidOn(photoOf(SKIN_PIXEL));
    for (const bumpMm of [1, 2, 3]) {
      expect(laidOn(photoOf(SKIN_PIXEL), { bumpMm }).layer.lookHash).toBe(first.layer.lookHash);
    }
  });

  it('says that a black-and-white photo shows no skin colour', () => {
    expect(laidOn(photoOf(0xffa0a0a0)).skin?.unread).toBe('monochrome');
  });

  it('has nothing to say before the first session', () => {
    expect(laidOn(photoOf(SKIN_PIXEL), { sessions: [] }).skin).toBe(null);
  });
});
