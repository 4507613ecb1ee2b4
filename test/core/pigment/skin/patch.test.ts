import { describe, expect, it } from 'vitest';
import { srgbToLinear } from '../../../../src/core/pigment/light/light';
import { meanOfPatch } from '../../../../src/core/pigment/skin/patch';

const picture = (width: number, rows: number, at: (x: number, y: number) => readonly [number, number, number]) => {
  const rgba = new Uint8Array(width * rows * 4);
  for (let y = 0; y < rows; y++) for (let x = 0; x < width; x++) rgba.set([...at(x, y), 255], (y * width + x) * 4);
  return rgba;
};

describe('the mean of a patch', () => {
  it('is taken in linear light', () => {
    const checks = picture(40, 40, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255] : [0, 0, 0]));
    const mean = meanOfPatch(checks, 40, 0, { x: 20, y: 20, radius: 10 });
    for (const channel of mean ?? []) expect(channel).toBeCloseTo(0.5, 1);
  });

  it('reads the round patch and nothing beside it, in rows that begin anywhere', () => {
    const disc = picture(60, 30, (x, y) =>
      Math.hypot(x + 0.5 - 30, y + 100.5 - 115) < 9 ? [200, 150, 100] : [0, 0, 255],
    );
    const mean = meanOfPatch(disc, 60, 100, { x: 30, y: 115, radius: 8 });
    expect(mean?.[0]).toBeCloseTo(srgbToLinear(200 / 255), 5);
    expect(mean?.[2]).toBeCloseTo(srgbToLinear(100 / 255), 5);
  });

  it('keeps to what of it lies in the picture, and is null where nothing does', () => {
    const grey = picture(10, 10, () => [90, 90, 90]);
    expect(meanOfPatch(grey, 10, 0, { x: 0, y: 0, radius: 4 })?.[1]).toBeCloseTo(srgbToLinear(90 / 255), 5);
    expect(meanOfPatch(grey, 10, 0, { x: 50, y: 50, radius: 4 })).toBeNull();
  });
});
