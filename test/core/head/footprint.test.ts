import { describe, expect, it } from 'vitest';
import { footprintInPhoto } from '../../../src/core/head/footprint';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { samplePhoto } from '../../head/samplePhotos';

const { photo } = samplePhoto('front');
const { map } = scalpOf(photo);
const { cx, cy, rx } = photo.outline;
const RADIUS_MM = 8;

function extentPx(points: readonly { x: number; y: number }[]): { width: number; height: number } {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
}

describe('what a brush touches', () => {
  it('is a circle on the chart, wherever it lies', () => {
    for (const middle of [
      { x: cx, y: cy },
      { x: cx + 0.8 * rx, y: cy },
    ]) {
      const at = map.toChart(middle);
      for (const corner of footprintInPhoto(map, middle, RADIUS_MM)) {
        const on = map.toChart(corner);
        expect(10 * Math.hypot((on?.x ?? NaN) - (at?.x ?? NaN), (on?.y ?? NaN) - (at?.y ?? NaN))).toBeCloseTo(
          RADIUS_MM,
          1,
        );
      }
    }
  });

  it('is flat where the skin is turned away', () => {
    const middle = { x: cx + 0.85 * rx, y: cy };
    const at = map.toChart(middle);
    const facing = (at === null ? null : map.place(at))?.facing ?? NaN;
    const { width, height } = extentPx(footprintInPhoto(map, middle, RADIUS_MM));
    expect(facing).toBeLessThan(0.6);
    expect(width / height).toBeLessThan(facing + 0.15);
  });

  it('ends at the silhouette', () => {
    const footprint = footprintInPhoto(map, { x: cx + 0.97 * rx, y: cy }, 4 * RADIUS_MM);
    expect(footprint.length).toBeGreaterThan(10);
    expect(footprint.length).toBeLessThan(48);
  });

  it('is nothing beside the head', () => {
    expect(footprintInPhoto(map, { x: cx + 1.3 * rx, y: cy }, RADIUS_MM)).toEqual([]);
  });
});
