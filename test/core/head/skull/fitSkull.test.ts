import { describe, expect, test } from 'vitest';
import { fitEllipse } from '../../../head/ellipseFit';
import { HEAD_VIEWS } from '../../../head/camera';
import { samplePhoto } from '../../../head/samplePhotos';
import type { HeadPhoto } from '../../../../src/core/head/headPhoto';
import { fitSkull } from '../../../../src/core/head/skull/fitSkull';
import { shapeBreadthMm, shapeLengthMm, shapeUpMm, skullShape } from '../../../../src/core/head/skull/shape';
import type { SkullFit } from '../../../../src/core/head/skull/skullFit';
import { silhouette, wire } from '../../../../src/core/head/skull/wire';

const front = samplePhoto('front').photo;
const mmPerPxAtCentre = ({ distanceMm, focalPx }: SkullFit): number => distanceMm / focalPx;

/** The outline that a hand would lay on the upper half of a skull's silhouette. */
function outlineOf(fit: SkullFit): HeadPhoto['outline'] {
  const upper = silhouette(fit, 120).filter(({ y }) => y < fit.centre.y + 20);
  const guess = { cx: fit.centre.x, cy: fit.centre.y, rx: 600, ry: 650, angleDeg: 0 };
  return { ...fitEllipse(upper, guess), placed: true };
}

describe('the skull fitted to a photo', () => {
  test.each([
    [140, 180, 82],
    [152, 197, 87],
    [165, 205, 92],
  ])('finds the sizes %d × %d × %d that its outline shows again', (breadth, length, up) => {
    const known: SkullFit = { ...fitSkull(front), shape: skullShape(breadth, length, up) };
    const fit = fitSkull({ ...front, outline: outlineOf(known) });
    expect(Math.abs(shapeBreadthMm(fit.shape) - breadth)).toBeLessThan(2);
    expect(Math.abs(shapeUpMm(fit.shape) - up)).toBeLessThan(2);
    // From the front nobody sees the length: it follows from the others by a mean head's proportions.
    const mean = (197 * (breadth / 152 + up / 87)) / 2;
    expect(Math.abs(shapeLengthMm(fit.shape) / mean - 1)).toBeLessThan(0.02);
  });

  test.each(HEAD_VIEWS)('is the practice head in the %s view', (view) => {
    const { shape, centre } = fitSkull(samplePhoto(view).photo);
    expect(Math.abs(shapeBreadthMm(shape) / 152 - 1)).toBeLessThan(0.02);
    expect(Math.abs(shapeLengthMm(shape) / 197 - 1)).toBeLessThan(0.04);
    expect(Math.abs(shapeUpMm(shape) / 87 - 1)).toBeLessThan(0.03);
    expect(centre.x).toBeGreaterThan(1_000);
  });

  test('is plain JSON', () => {
    const fit = fitSkull(front);
    const sent = JSON.stringify(fit);
    expect(JSON.stringify(JSON.parse(sent))).toBe(sent);
  });

  test('takes what was measured at its own depth', () => {
    const atCentre = mmPerPxAtCentre(fitSkull(front));
    const guide = { left: { x: 917.9, y: 1391.9 }, right: { x: 1482.1, y: 1391.9 } };
    const scaled = (calibration: HeadPhoto['calibration']): number =>
      mmPerPxAtCentre(fitSkull({ ...front, calibration })) / atCentre - 1;
    expect(Math.abs(scaled({ kind: 'pupils', a: guide.left, b: guide.right, mm: 63 }))).toBeLessThan(0.01);
    // 200 px beside each other in the middle of the forehead, 95 mm nearer than the skull's middle: 0.111 mm each.
    const [a, b] = [
      { x: 1097, y: 900 },
      { x: 1297, y: 900 },
    ];
    expect(Math.abs(scaled({ kind: 'ruler', a, b, mm: 22.2 }))).toBeLessThan(0.01);
    expect(Math.abs(scaled({ kind: 'sticker', a, b, mm: 22.3 }))).toBeLessThan(0.015);
  });

  test('comes out as a head of the mean breadth where nothing was measured, from near and from afar', () => {
    for (const distanceMm of [500, 1_500, 4_000]) {
      const photo: HeadPhoto = {
        ...front,
        calibration: { kind: 'estimate' },
        pose: { ...front.pose, distanceMm },
      };
      expect(Math.abs(shapeBreadthMm(fitSkull(photo).shape) - 152)).toBeLessThan(2.5);
    }
  });

  test('is a skull whatever was stored', () => {
    for (const outline of [
      { cx: 0, cy: 0, rx: 0, ry: 0, angleDeg: 0, placed: true },
      { cx: 900, cy: 900, rx: NaN, ry: 500, angleDeg: 0, placed: true },
      { cx: 900, cy: 900, rx: 20, ry: 3_000, angleDeg: 40, placed: true },
    ]) {
      const fit = fitSkull({ ...front, outline });
      expect(Object.values(fit.shape).every((mm) => Number.isFinite(mm) && mm > 0)).toBe(true);
    }
  });

  test('shows only the side of its wire that faces the camera', () => {
    const fit = fitSkull(front);
    const rim = silhouette(fit);
    const reach = Math.max(...rim.map(({ y }) => y)) + 1;
    for (const { points } of wire(fit)) for (const { y } of points) expect(y).toBeLessThan(reach);
    const midline = wire(fit).filter(({ main }) => main)[0];
    // Seen from the front the midline runs straight down the middle.
    for (const { x } of midline?.points ?? []) expect(Math.abs(x - fit.centre.x)).toBeLessThan(3);
  });
});
