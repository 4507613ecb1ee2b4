import type { Treatment } from '../../../src/core/design/treatment';
import fc from 'fast-check';
import { CASE_VERSION, VIEWS, type Area, type Case, type Design, type Photo } from '../../../src/core/design/case';

/** Objects as JSON and the browser's storage give them back. */
const PLAIN = { noNullPrototype: true } as const;

/** A number of the range; never −0, which a JSON file does not tell from 0. */
const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));

const px = number(-1e6, 1e6);
const point = fc.record({ x: px, y: px }, PLAIN);
const id = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
const idsOnce = { selector: (each: { readonly id: string }): string => each.id };
const uint32 = fc.nat({ max: 0xffffffff });
const side = fc.integer({ min: 1, max: 16_384 });

const calibration: fc.Arbitrary<Photo['calibration']> = fc.oneof(
  fc.constant({ kind: 'estimate' as const }),
  fc.record(
    { kind: fc.constantFrom('ruler' as const, 'pupils' as const), a: point, b: point, mm: number(0.001, 10_000) },
    PLAIN,
  ),
);

const photo: fc.Arbitrary<Photo> = fc.record(
  {
    id,
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    width: side,
    height: side,
    view: fc.constantFrom(...VIEWS),
    calibration,
    outline: fc.record(
      { cx: px, cy: px, rx: number(1e-3, 1e6), ry: number(1e-3, 1e6), angleDeg: px, placed: fc.boolean() },
      PLAIN,
    ),
    midline: fc.record({ top: point, bottom: point }, PLAIN),
  },
  PLAIN,
);

const area = (photoIds: readonly string[]): fc.Arbitrary<Area> =>
  fc.record(
    {
      kind: fc.constant('hairline' as const),
      id,
      photoId: fc.constantFrom(...photoIds),
      points: fc.array(point, { minLength: 2, maxLength: 12 }),
    },
    PLAIN,
  );

const keyframes = fc.array(fc.tuple(number(0, 36_500), number(-100, 100)), { minLength: 1, maxLength: 4 });

const treatment: fc.Arbitrary<Treatment> = fc.record(
  {
    pigment: fc.oneof(
      fc.record({ kind: fc.constant('single' as const), pigmentId: id }, PLAIN),
      fc.record({ kind: fc.constant('mix' as const), firstId: id, secondId: id, share: number(0, 1) }, PLAIN),
    ),
    ownPigments: fc.uniqueArray(
      fc.record(
        {
          id,
          name: fc.string({ maxLength: 40 }),
          absorption: fc.tuple(number(0, 1_000), number(0, 1_000), number(0, 1_000)),
        },
        PLAIN,
      ),
      { maxLength: 3, ...idsOnce },
    ),
    plan: fc.record(
      {
        firstDate: fc.constantFrom(null, '2026-03-31'),
        touchUpDay: fc.option(number(0, 36_500)),
        sessions: fc.array(
          fc.record(
            {
              share: number(0, 1),
              needle: fc.record({ kind: fc.constantFrom('1RL', '3RL'), diameterMm: number(0.05, 2) }, PLAIN),
              dilution: number(0, 1_000),
              depthMm: number(0, 10),
              dayOffset: number(0, 36_500),
            },
            PLAIN,
          ),
          { minLength: 1, maxLength: 4 },
        ),
      },
      PLAIN,
    ),
    healing: fc.record(
      {
        kind: fc.constantFrom('permanent', 'temporary'),
        skin: fc.record(
          {
            type: fc.constantFrom(null, 1, 2, 3, 4, 5, 6),
            sun: fc.constantFrom('little', 'some', 'much'),
            oiliness: fc.constantFrom('dry', 'normal', 'oily'),
            scar: fc.boolean(),
          },
          PLAIN,
        ),
        curves: fc.option(
          fc.record(
            { darkness: keyframes, size: keyframes, softnessMm: keyframes, redness: keyframes, hueShift: keyframes },
            PLAIN,
          ),
        ),
      },
      PLAIN,
    ),
  },
  PLAIN,
);

const design = (photoIds: readonly string[]): fc.Arbitrary<Design> =>
  fc.record(
    {
      id,
      name: fc.string({ maxLength: 40 }),
      seed: uint32,
      fill: fc.record(
        {
          perCm2: number(0, 1_000),
          dotSizeMm: number(0.001, 5),
          sizeVariation: number(0, 2),
          irregularity: number(0, 1),
          softEdgeMm: number(0, 100),
        },
        PLAIN,
      ),
      treatment,
      engine: fc.string({ maxLength: 40 }),
      areas: photoIds.length === 0 ? fc.constant([]) : fc.uniqueArray(area(photoIds), { maxLength: 3, ...idsOnce }),
    },
    PLAIN,
  );

/** Every case that the rules of the document allow, in small. */
export const anyCase: fc.Arbitrary<Case> = fc.uniqueArray(photo, { maxLength: 3, ...idsOnce }).chain((photos) => {
  const photoIds = photos.map((each) => each.id);
  return fc.uniqueArray(design(photoIds), { minLength: 1, maxLength: 3, ...idsOnce }).chain((designs) =>
    fc.record(
      {
        version: fc.constant(CASE_VERSION),
        id,
        client: fc.record(
          { name: fc.string({ maxLength: 60, unit: 'binary' }), notes: fc.string({ unit: 'grapheme' }) },
          PLAIN,
        ),
        photos: fc.constant(photos),
        designs: fc.constant(designs),
        activeDesignId: fc.constantFrom(...designs.map((each) => each.id)),
        activePhotoId: fc.constantFrom(null, ...photoIds),
      },
      PLAIN,
    ),
  );
});
