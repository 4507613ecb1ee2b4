import type { Treatment } from '../../../src/core/design/treatment';
import fc from 'fast-check';
import { ZONE_PURPOSES, type Area } from '../../../src/core/design/area';
import { BRUSH_KINDS } from '../../../src/core/design/brushStroke';
import {
  CASE_VERSION,
  LUDWIG_STAGES,
  NO_HAND_DOTS,
  NORWOOD_STAGES,
  type Case,
  type Design,
  type Photo,
} from '../../../src/core/design/case';
import { LANDMARKS, VIEWS } from '../../../src/core/head/headPhoto';

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
    {
      kind: fc.constantFrom('ruler' as const, 'sticker' as const, 'pupils' as const),
      a: point,
      b: point,
      mm: number(0.001, 10_000),
    },
    PLAIN,
  ),
  fc.record({ kind: fc.constant('breadth' as const), mm: number(0.001, 10_000) }, PLAIN),
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
    edge: fc.array(point, { maxLength: 20 }),
    pose: fc.record(
      {
        yawDeg: number(-360, 360),
        pitchDeg: number(-360, 360),
        rollDeg: number(-360, 360),
        distanceMm: number(100, 100_000),
        placed: fc.boolean(),
      },
      PLAIN,
    ),
    midline: fc.record({ top: point, bottom: point }, PLAIN),
    landmarks: fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...LANDMARKS), at: point, confirmed: fc.boolean() }, PLAIN),
      { maxLength: 4, selector: ({ name }) => name },
    ),
    whorls: fc.array(fc.record({ at: point, clockwise: fc.boolean() }, PLAIN), { maxLength: 2 }),
    takenOn: fc.constantFrom(null, '2026-03-31'),
    purpose: fc.constantFrom('design', 'result'),
    followsId: fc.constant(null),
  },
  PLAIN,
);

const pigment: fc.Arbitrary<Treatment['pigment']> = fc.oneof(
  fc.record({ kind: fc.constant('single' as const), pigmentId: id }, PLAIN),
  fc.record({ kind: fc.constant('mix' as const), firstId: id, secondId: id, share: number(0, 1) }, PLAIN),
);

const handle = fc.record({ x: px, y: px, tangent: point }, { ...PLAIN, requiredKeys: ['x', 'y'] });
const rings = fc.array(fc.array(point, { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 3 });
const widthMm = number(0, 1_000);

const area = (photoIds: readonly string[]): fc.Arbitrary<Area> => {
  const card = {
    id,
    photoId: fc.constantFrom(...photoIds),
    name: fc.string({ maxLength: 40 }),
    hidden: fc.boolean(),
    locked: fc.boolean(),
  };
  const fill = {
    perCm2: fc.option(number(0, 1_000)),
    dotSizeMm: fc.option(number(0.001, 5)),
    pigment: fc.option(pigment),
  };
  return fc.oneof(
    fc.record(
      {
        ...card,
        ...fill,
        kind: fc.constant('hairline' as const),
        points: fc.array(handle, { minLength: 2, maxLength: 12 }),
      },
      PLAIN,
    ),
    fc.record(
      {
        ...card,
        ...fill,
        kind: fc.constant('zone' as const),
        purpose: fc.constantFrom(...ZONE_PURPOSES),
        rings,
        edgeMm: widthMm,
      },
      PLAIN,
    ),
    fc.record({ ...card, kind: fc.constant('exclusion' as const), rings, edgeMm: widthMm }, PLAIN),
    fc.record({ ...card, kind: fc.constant('hair' as const), rings, blendMm: widthMm }, PLAIN),
    fc.record(
      {
        ...card,
        ...fill,
        kind: fc.constant('scar' as const),
        form: fc.constantFrom('strip' as const, 'marks' as const),
        points: fc.array(point, { minLength: 1, maxLength: 6 }),
        widthMm,
        blendMm: widthMm,
        retention: number(0, 1),
        extraSessions: fc.integer({ min: 0, max: 2 }),
      },
      PLAIN,
    ),
  );
};

const stroke = (photoIds: readonly string[]): fc.Arbitrary<Design['strokes'][number]> =>
  fc.record(
    {
      id,
      photoId: fc.constantFrom(...photoIds),
      kind: fc.constantFrom(...BRUSH_KINDS),
      path: fc.array(fc.tuple(px, px), { minLength: 1, maxLength: 6 }).map((points) => points.flat()),
      sizeMm: widthMm,
      feather: number(0, 1),
      strength: number(0, 1),
      perCm2: fc.option(number(0, 1_000)),
    },
    PLAIN,
  );

const handDots = (photoIds: readonly string[]): fc.Arbitrary<Design['handDots']> => {
  const photoId = fc.constantFrom(...photoIds);
  return fc.record(
    {
      added: fc.array(fc.record({ id: uint32, photoId, at: point, size: number(0, 10) }, PLAIN), { maxLength: 3 }),
      moved: fc.array(fc.record({ id: uint32, photoId, at: point }, PLAIN), { maxLength: 3 }),
      removed: fc.array(uint32, { maxLength: 3 }),
    },
    PLAIN,
  );
};

const keyframes = fc.array(fc.tuple(number(0, 36_500), number(-100, 100)), { minLength: 1, maxLength: 4 });

const treatment: fc.Arbitrary<Treatment> = fc.record(
  {
    pigment,
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
      notes: fc.string({ maxLength: 40 }),
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
      edge: fc.record(
        {
          wanderMm: number(0, 100),
          waveMm: number(0.1, 1_000),
          gapsMm: number(0, 100),
          straysMm: number(0, 100),
          sizeAtLine: number(0, 1),
          shadeAtLine: number(0, 1),
        },
        PLAIN,
      ),
      areas: photoIds.length === 0 ? fc.constant([]) : fc.uniqueArray(area(photoIds), { maxLength: 3, ...idsOnce }),
      strokes: photoIds.length === 0 ? fc.constant([]) : fc.uniqueArray(stroke(photoIds), { maxLength: 3, ...idsOnce }),
      handDots: photoIds.length === 0 ? fc.constant(NO_HAND_DOTS) : handDots(photoIds),
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
          {
            name: fc.string({ maxLength: 60, unit: 'binary' }),
            notes: fc.string({ unit: 'grapheme' }),
            hairLoss: fc.oneof(
              fc.constant(null),
              fc.record({ scale: fc.constant('norwood' as const), stage: fc.constantFrom(...NORWOOD_STAGES) }, PLAIN),
              fc.record({ scale: fc.constant('ludwig' as const), stage: fc.constantFrom(...LUDWIG_STAGES) }, PLAIN),
            ),
          },
          PLAIN,
        ),
        photos: fc.constant(photos),
        designs: fc.constant(designs),
        activeDesignId: fc.constantFrom(...designs.map((each) => each.id)),
        chosenDesignId: fc.constantFrom(null, ...designs.map((each) => each.id)),
        activePhotoId: fc.constantFrom(null, ...photoIds),
      },
      PLAIN,
    ),
  );
});
