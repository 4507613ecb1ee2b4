import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhotoOfHead } from '../../../../src/core/design/headsTogether';
import type { View } from '../../../../src/core/head/headPhoto';
import { fitAlone } from '../../../../src/core/head/skull/fitAlone';
import { fitSkull, fitTogether } from '../../../../src/core/head/skull/fitSkull';
import { shapeBreadthMm, shapeLengthMm } from '../../../../src/core/head/skull/shape';
import { capRegions, measureRegions } from '../../../head/headMeasures';
import { joinedPhotos } from '../../../head/joinedPhotos';

const samples = joinedPhotos();
const photos = samples.map(({ photo }) => photo);
const photoIn = (view: View): PhotoOfHead => {
  const photo = photos.find((each) => each.view === view);
  if (photo === undefined) throw new Error(view);
  return photo;
};
const [front, left] = [photoIn('front'), photoIn('left')];

/** Photos, each knowing of the others. */
const together = (set: readonly PhotoOfHead[]): readonly PhotoOfHead[] =>
  set.map((photo) => ({ ...photo, others: set.filter((each) => each !== photo) }));

describe('one photo alone', () => {
  test.each(photos)('is the mean skull on its outline ($view)', (photo) => {
    expect(fitSkull({ ...photo, others: [] })).toEqual(fitAlone(photo));
  });

  test('stays alone until its outline has been placed, and beside photos whose outline has not', () => {
    const unplaced = { ...front, outline: { ...front.outline, placed: false } };
    expect(fitTogether(unplaced)).toEqual({ fit: fitAlone(unplaced), joined: 0, apart: 0 });
    expect(fitTogether({ ...left, others: [unplaced, { ...front, view: 'other' as const }] })).toEqual({
      fit: fitAlone(left),
      joined: 0,
      apart: 0,
    });
  });
});

describe('photos of one head', () => {
  test('share its shape, whatever their order', () => {
    const fits = together(photos).map(fitSkull);
    const turned = together(photos.toReversed()).map(fitSkull).reverse();
    expect(turned).toEqual(fits);
    for (const { shape } of fits) {
      expect(shape.modes).toEqual(fits[0]?.shape.modes);
      expect(shapeLengthMm(shape) / shapeBreadthMm(shape)).toBeCloseTo(197 / 152, 1);
    }
  });

  test('tell each other what one outline does not show: the length, seen from the front', () => {
    const long = { ...left, outline: { ...left.outline, rx: left.outline.rx * 1.06 }, edge: [] };
    const other = { ...front, edge: [] };
    const alone = shapeLengthMm(fitAlone(other).shape);
    const [joined] = together([other, long]);
    if (joined === undefined) throw new Error('two photos');
    expect(shapeLengthMm(fitSkull(joined).shape) / alone).toBeGreaterThan(1.025);
  });

  test('keep their own pose and their own measured scale', () => {
    for (const photo of together(photos)) {
      const fit = fitSkull(photo);
      const alone = fitAlone(photo);
      expect(fit.axes).toEqual(alone.axes);
      expect([fit.distanceMm, fit.focalPx]).toEqual([alone.distanceMm, alone.focalPx]);
    }
  });

  test('of estimated scale come out as a head of the mean size', () => {
    const estimated = together(photos.map((photo) => ({ ...photo, calibration: { kind: 'estimate' as const } })));
    for (const photo of estimated) {
      const { fit, joined } = fitTogether(photo);
      expect(joined).toBe(5);
      expect(Math.abs(shapeBreadthMm(fit.shape) / 152 - 1)).toBeLessThan(0.05);
    }
  });
});

const SPOILED: readonly (readonly [string, (photo: PhotoOfHead) => PhotoOfHead])[] = [
  ['with a scale a third too large', (photo) => ({ ...photo, calibration: scaled(photo, 1.33) })],
  ['with a scale a quarter too small', (photo) => ({ ...photo, calibration: scaled(photo, 0.75) })],
  ['with an outline a quarter too wide', (photo) => ({ ...photo, outline: wider(photo) })],
  [
    'with an outline anywhere',
    (photo) => ({ ...photo, outline: { ...photo.outline, cx: 400, cy: 2_000, rx: 300, ry: 500, angleDeg: 60 } }),
  ],
];
const wider = ({ outline }: PhotoOfHead) => ({ ...outline, rx: outline.rx * 1.25 });
const scaled = ({ calibration }: PhotoOfHead, by: number) =>
  calibration.kind === 'estimate' ? calibration : { ...calibration, mm: calibration.mm * by };

/** The photos with one of them changed. */
const withOne = (at: number, change: (photo: PhotoOfHead) => PhotoOfHead): readonly PhotoOfHead[] =>
  together(photos.map((photo, i) => (i === at ? change(photo) : photo)));

describe('a photo that does not fit with the others', () => {
  test.each(SPOILED)('%s is left out, and they are as without it', (_, spoil) => {
    for (const at of [0, 2, 5]) {
      const spoiled = withOne(at, spoil);
      const rest = together(photos.filter((_photo, i) => i !== at));
      const fits = spoiled.map(fitTogether);
      expect(fits[at]).toMatchObject({ joined: 0, apart: 5, fit: fitAlone(spoiled[at] ?? front) });
      expect(fits.filter((_fit, i) => i !== at)).toEqual(
        rest.map((photo) => ({ fit: fitSkull(photo), joined: 4, apart: 1 })),
      );
    }
  });

  test('by an edge that is one of hair counts by its outline alone', () => {
    const hairy = (photo: PhotoOfHead): PhotoOfHead => ({
      ...photo,
      edge: photo.edge.map(({ x, y }, i) => ({ x: x + (i % 3 === 0 ? 38 : -30), y: y - (i % 4 === 0 ? 42 : 8) })),
    });
    expect(withOne(2, hairy).map(fitSkull)).toEqual(withOne(2, (photo) => ({ ...photo, edge: [] })).map(fitSkull));
  });

  test('never moves the others’ areas by more than a tenth', () => {
    const regions = capRegions();
    const poses = fc.record({
      at: fc.integer({ min: 0, max: 5 }),
      yawDeg: fc.double({ min: -15, max: 15, noNaN: true }),
      pitchDeg: fc.double({ min: -15, max: 15, noNaN: true }),
      scale: fc.double({ min: 0.7, max: 1.4, noNaN: true }),
      wide: fc.double({ min: 0.8, max: 1.3, noNaN: true }),
    });
    fc.assert(
      fc.property(poses, ({ at, yawDeg, pitchDeg, scale, wide }) => {
        const spoiled = withOne(at, (photo) => ({
          ...photo,
          pose: { ...photo.pose, yawDeg: photo.pose.yawDeg + yawDeg, pitchDeg: photo.pose.pitchDeg + pitchDeg },
          outline: { ...photo.outline, rx: photo.outline.rx * wide },
          calibration: scaled(photo, scale),
        }));
        for (const [i, sample] of samples.entries()) {
          if (i === at) continue;
          const with6 = { ...sample, photo: spoiled[i] ?? front };
          for (const { angleDeg, skullCm2, trueCm2, name } of measureRegions(with6, regions))
            if (angleDeg < 60) expect(Math.abs(skullCm2 / trueCm2 - 1), name).toBeLessThan(0.13);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('is a skull whatever was stored', () => {
    const wild = fc.record({
      cx: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      cy: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      rx: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      ry: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      angleDeg: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      placed: fc.constant(true),
    });
    fc.assert(
      fc.property(wild, (outline) => {
        for (const photo of together([{ ...front, outline }, left])) {
          const { shape, centre } = fitSkull(photo);
          const { modes = [], ...sizes } = shape;
          expect(Object.values<number>(sizes).every((mm) => Number.isFinite(mm) && mm > 0)).toBe(true);
          expect([...modes, centre.x, centre.y].every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
