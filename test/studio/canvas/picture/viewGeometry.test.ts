import { describe, expect, it } from 'vitest';
import {
  coveredPart,
  deviceSize,
  levelsFor,
  placementOf,
  visiblePart,
} from '../../../../src/studio/canvas/picture/viewGeometry';

const PHOTO = { width: 2400, height: 3000 };

describe('the canvas in device px', () => {
  it('follows the pixel ratio and never grows beyond what devices can hold', () => {
    expect(deviceSize(1000, 800, 1.5)).toEqual({ width: 1500, height: 1200, ratio: 1.5 });
    const large = deviceSize(4000, 3000, 3);
    expect(large.width * large.height).toBeLessThanOrEqual(16_100_000);
    expect(deviceSize(0, 0, 2)).toMatchObject({ width: 0, height: 0 });
  });
});

describe('the level for a scale', () => {
  it('has at least the resolution of the screen, and less than twice of it', () => {
    for (const scale of [0.07, 0.2, 0.26, 0.5, 0.51, 0.99]) {
      const { level } = placementOf({ scale, x: 0, y: 0 }, 1);
      expect(2 ** -level).toBeGreaterThanOrEqual(scale);
      expect(2 ** -level / 2).toBeLessThan(scale);
    }
    expect(placementOf({ scale: 8, x: 0, y: 0 }, 2).level).toBe(0);
  });

  it('lies on whole device px where its pixels are those of the screen', () => {
    expect(placementOf({ scale: 1, x: 10.4, y: -3.6 }, 1)).toEqual({ scale: 1, x: 10, y: -4, level: 0, exact: true });
    expect(placementOf({ scale: 0.25, x: 10.4, y: 3.2 }, 2)).toMatchObject({ scale: 0.5, x: 21, y: 6, exact: true });
    expect(placementOf({ scale: 0.3, x: 10.4, y: 3.2 }, 1)).toMatchObject({ x: 10.4, y: 3.2, exact: false });
  });
});

describe('what of the photo is in sight', () => {
  const size = { width: 800, height: 600, ratio: 1 };

  it('is cut by the canvas and by the photo', () => {
    const placement = placementOf({ scale: 0.4, x: -100, y: 50 }, 1);
    expect(visiblePart(placement, size, PHOTO)).toEqual({ x0: 250, y0: 0, x1: 2250, y1: 1375 });
    expect(coveredPart(placement, size, PHOTO)).toEqual({ x: 0, y: 50, width: 800, height: 550 });
  });

  it('is nothing when the photo lies beside the canvas', () => {
    const placement = placementOf({ scale: 0.4, x: 900, y: 0 }, 1);
    expect(coveredPart(placement, size, PHOTO).width).toBe(0);
  });
});

describe('the levels of a comparison', () => {
  it('hold a large photo at full size only once', () => {
    const large = { width: 4096, height: 3072 };
    expect(levelsFor({ kind: 'split', at: 0.5 }, 0, large)).toEqual([
      { layer: 'after', level: 0 },
      { layer: 'before', level: 1 },
    ]);
    expect(levelsFor({ kind: 'before' }, 0, PHOTO)).toEqual([{ layer: 'before', level: 0 }]);
    expect(levelsFor({ kind: 'split', at: 0.5 }, 2, large).map(({ level }) => level)).toEqual([2, 2]);
  });
});
