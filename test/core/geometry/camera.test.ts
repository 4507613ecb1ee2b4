import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCamera, keepInSight, panBy, toPhoto, toScreen, zoomAbout } from '../../../src/core/geometry/camera';

const photo = { width: 2400, height: 3000 };
const canvas = { width: 1000, height: 800 };

describe('the camera', () => {
  it('fits the whole photo in the middle', () => {
    const camera = fitCamera(photo, canvas);
    const topLeft = toScreen(camera, { x: 0, y: 0 });
    const bottomRight = toScreen(camera, { x: photo.width, y: photo.height });
    expect(topLeft.x + bottomRight.x).toBeCloseTo(canvas.width, 6);
    expect(topLeft.y + bottomRight.y).toBeCloseTo(canvas.height, 6);
    expect(topLeft.y).toBeGreaterThan(0);
    expect(bottomRight.y).toBeLessThan(canvas.height);
  });

  it('keeps the place under the pointer while it zooms', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 800, noNaN: true }),
        (scale, factor, x, y) => {
          const camera = { scale, x: 120, y: -300 };
          const under = toPhoto(camera, { x, y });
          const after = toScreen(zoomAbout(camera, factor, { x, y }, photo), under);
          expect(after.x).toBeCloseTo(x, 5);
          expect(after.y).toBeCloseTo(y, 5);
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });

  it('never zooms past its ends, and can always come back', () => {
    let camera = fitCamera(photo, canvas);
    for (let i = 0; i < 50; i++) camera = zoomAbout(camera, 2, { x: 1, y: 1 }, photo);
    expect(camera.scale).toBe(16);
    for (let i = 0; i < 50; i++) camera = zoomAbout(camera, 0.5, { x: 1, y: 1 }, photo);
    expect(camera.scale * photo.height).toBeGreaterThanOrEqual(119);
  });

  it('keeps a part of the photo in sight, however far it is thrown', () => {
    for (const [dx, dy] of [
      [1e6, 0],
      [-1e6, 0],
      [0, 1e6],
      [0, -1e6],
    ] as const) {
      const camera = keepInSight(panBy(fitCamera(photo, canvas), dx, dy), photo, canvas);
      const left = Math.max(0, camera.x);
      const right = Math.min(canvas.width, camera.x + photo.width * camera.scale);
      const top = Math.max(0, camera.y);
      const bottom = Math.min(canvas.height, camera.y + photo.height * camera.scale);
      expect(right - left).toBeGreaterThanOrEqual(79);
      expect(bottom - top).toBeGreaterThanOrEqual(79);
    }
  });
});
