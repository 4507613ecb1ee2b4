import { describe, expect, it } from 'vitest';
import { LINEAR_OF_BYTE } from '../../../src/core/pigment/light/light';
import { drawPatch, grainySkin, laid, LINE_CM, lightOf, patchScene, SKIN, SKIN_PIXEL } from './flatSkin';

/** Deep inside the area, 1.7 cm and more behind the hairline. */
const INSIDE = { x: 160, y: 340, width: 240, height: 240 };

function ratios(pixels: Uint32Array): readonly number[] {
  return lightOf(pixels).mean.map((light, channel) => light / (LINEAR_OF_BYTE[SKIN[channel] ?? 0] ?? 1));
}

describe('a full fill on light skin', () => {
  const scene = patchScene();
  const layer = laid(scene);

  it('leaves as much light of each colour as measured fills do', () => {
    const [red, green, blue] = ratios(drawPatch(scene, layer, 1, INSIDE));
    expect(red).toBeGreaterThan(0.58);
    expect(red).toBeLessThan(0.64);
    expect(green).toBeGreaterThan(0.66);
    expect(green).toBeLessThan(0.76);
    expect(blue).toBeGreaterThan(0.77);
    expect(blue).toBeLessThan(0.82);
  });

  it('has the contrast of measured fills, on a small picture as well', () => {
    expect(lightOf(drawPatch(scene, layer, 1, INSIDE)).contrast).toBeGreaterThan(0.12);
    expect(lightOf(drawPatch(scene, layer, 1, INSIDE)).contrast).toBeLessThan(0.24);
    expect(lightOf(drawPatch(scene, layer, 0.25, INSIDE)).contrast).toBeGreaterThan(0.1);
    expect(lightOf(drawPatch(scene, layer, 0.125, INSIDE)).contrast).toBeGreaterThan(0.07);
  });

  it('is as dark at every zoom, to half a per cent of the darkening', () => {
    const grainy = (zoom: number): readonly number[] => {
      const drawn = drawPatch(scene, layer, zoom, INSIDE, grainySkin);
      const bare = lightOf(grainySkin(drawn.length)).mean;
      return lightOf(drawn).mean.map((light, channel) => light / (bare[channel] ?? 1));
    };
    const truth = grainy(6);
    for (const zoom of [0.125, 0.25, 0.5, 0.77, 1, 1.5, 2, 3, 8]) {
      grainy(zoom).forEach((ratio, channel) => {
        const darkening = 1 - (truth[channel] ?? 0);
        expect(Math.abs(1 - ratio - darkening) / darkening, `zoom ${zoom}, channel ${channel}`).toBeLessThan(0.005);
      });
    }
  });

  it('keeps its darkness at every zoom for small and large, sparse and dense dots', () => {
    for (const change of [{ dotSizeMm: 0.1 }, { dotSizeMm: 0.5 }, { perCm2: 60 }, { perCm2: 350 }]) {
      const other = patchScene(change);
      const pigment = laid(other);
      const truth = ratios(drawPatch(other, pigment, 4, INSIDE));
      for (const zoom of [0.25, 1]) {
        ratios(drawPatch(other, pigment, zoom, INSIDE)).forEach((ratio, channel) => {
          expect(Math.abs(ratio - (truth[channel] ?? 0)), JSON.stringify({ ...change, zoom })).toBeLessThan(0.003);
        });
      }
    }
  });

  it('looks the same whole and put together from tiles', () => {
    const whole = drawPatch(scene, layer, 0.5);
    const tile = { x: 200, y: 100, width: 200, height: 200 };
    const part = drawPatch(scene, layer, 0.5, tile);
    for (let y = 0; y < 100; y++) {
      expect(part.subarray(y * 100, (y + 1) * 100)).toEqual(whole.subarray((50 + y) * 300 + 100, (50 + y) * 300 + 200));
    }
  });

  it('leaves every pixel beyond the strays and outside the area untouched to the bit', () => {
    for (const zoom of [0.25, 1, 3]) {
      const above = drawPatch(scene, layer, zoom, { x: 0, y: 0, width: 600, height: 90 });
      expect(above.every((pixel) => pixel === SKIN_PIXEL)).toBe(true);
    }
  });
});

describe('the haze', () => {
  it('is half at 3 to 5 mm behind the line and full at 12 to 15 mm', () => {
    const scene = patchScene();
    const { haze } = laid(scene);
    const column = Math.round(300 / haze.stepPx) - haze.column0;
    const shareAt = (mm: number): number => {
      const row = ((10 * LINE_CM + mm) * 10) / haze.stepPx - haze.row0;
      const low = haze.share[Math.floor(row) * haze.columns + column] ?? 0;
      const high = haze.share[Math.ceil(row) * haze.columns + column] ?? 0;
      return low + (high - low) * (row - Math.floor(row));
    };
    expect(shareAt(0)).toBe(0);
    expect(shareAt(3)).toBeLessThan(0.5);
    expect(shareAt(5.5)).toBeGreaterThan(0.5);
    expect(shareAt(11)).toBeLessThan(1);
    expect(shareAt(15.5)).toBeCloseTo(1, 3);
  });

  it('reaches up to the rest of the outline and is nothing on it and outside', () => {
    const { haze } = laid(patchScene());
    const row = Math.round(450 / haze.stepPx) - haze.row0;
    const shareAt = (x: number): number =>
      haze.share[row * haze.columns + Math.round(x / haze.stepPx) - haze.column0] ?? 0;
    expect(shareAt(-10)).toBe(0);
    expect(shareAt(0)).toBe(0);
    expect(shareAt(45)).toBe(1);
  });

  it('follows the density and stops where marks already meet', () => {
    const full = (perCm2: number): number => Math.max(...laid(patchScene({ perCm2 })).haze.share);
    expect(full(110)).toBeCloseTo(0.5, 5);
    expect(full(350)).toBeCloseTo(1.4, 5);
  });
});
