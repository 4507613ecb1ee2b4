import * as z from 'zod/mini';
import { ZONE_PURPOSES } from '../../core/design/area';
import { BRUSH_KINDS } from '../../core/design/brushStroke';
import { CASE_VERSION, LUDWIG_STAGES, NORWOOD_STAGES, type Case } from '../../core/design/case';
import { LANDMARKS, VIEWS } from '../../core/head/headPhoto';
import { migrate, type MigrationProblem } from '../../core/design/migrations';
import { err, ok, type Result } from '../../core/result';

// Without this zod compiles its checks with `new Function`, which the page's Content-Security-Policy reports.
z.config({ jitless: true });

/**
 * What a stored document may hold. Bounds are our choice: wide enough for any work that the studio allows, tight enough
 * that no document can ask the engine for more than a machine has. Unknown keys are refused, never dropped unseen.
 */
const MAX_PHOTO_PX = 16_384;
const MAX_COORDINATE_PX = 1_000_000;
const MAX_POINTS = 10_000;
const MAX_EDGE_PLACES = 200;

const coordinate = z.number().check(z.gte(-MAX_COORDINATE_PX), z.lte(MAX_COORDINATE_PX));
const radius = z.number().check(z.gt(0), z.lte(MAX_COORDINATE_PX));
const sidePx = z.int().check(z.gte(1), z.lte(MAX_PHOTO_PX));
const id = z.string().check(z.minLength(1), z.maxLength(100));
const uint32 = z.int().check(z.gte(0), z.lte(0xffffffff));
const between = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max));
const text = (longest: number) => z.string().check(z.maxLength(longest));

/** SHA-256 as lower-case hex. */
export const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const point = z.strictObject({ x: coordinate, y: coordinate });
const lengthMm = z.number().check(z.gt(0), z.lte(10_000));

const calibration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('estimate') }),
  z.strictObject({ kind: z.enum(['ruler', 'sticker', 'pupils']), a: point, b: point, mm: lengthMm }),
  z.strictObject({ kind: z.literal('breadth'), mm: lengthMm }),
]);

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const angleDeg = between(-360, 360);

const landmark = z.strictObject({ name: z.enum(LANDMARKS), at: point, confirmed: z.boolean() });

const photo = z.strictObject({
  id,
  sha256: sha256Hex,
  width: sidePx,
  height: sidePx,
  view: z.enum(VIEWS),
  calibration,
  outline: z.strictObject({
    cx: coordinate,
    cy: coordinate,
    rx: radius,
    ry: radius,
    angleDeg: coordinate,
    placed: z.boolean(),
  }),
  edge: z.array(point).check(z.maxLength(MAX_EDGE_PLACES)),
  pose: z.strictObject({
    yawDeg: angleDeg,
    pitchDeg: angleDeg,
    rollDeg: angleDeg,
    distanceMm: between(100, 100_000),
    placed: z.boolean(),
  }),
  midline: z.strictObject({ top: point, bottom: point }),
  landmarks: z.array(landmark).check(z.refine((all) => new Set(all.map(({ name }) => name)).size === all.length)),
  whorls: z.array(z.strictObject({ at: point, clockwise: z.boolean() })).check(z.maxLength(2)),
  takenOn: z.nullable(isoDate),
  purpose: z.enum(['design', 'result']),
  followsId: z.nullable(id),
});

const rgb = z.tuple([between(0, 1_000), between(0, 1_000), between(0, 1_000)]);
const days = between(0, 36_500);
const keyframes = z.array(z.tuple([days, between(-100, 100)])).check(z.minLength(1), z.maxLength(100));

const ownPigment = z.strictObject({ id, name: text(200), absorption: rgb });

const pigment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), pigmentId: id }),
  z.strictObject({ kind: z.literal('mix'), firstId: id, secondId: id, share: between(0, 1) }),
]);

const treatment = z.strictObject({
  pigment,
  ownPigments: z.array(ownPigment).check(z.maxLength(200), idsOnce<z.output<typeof ownPigment>>()),
  plan: z.strictObject({
    firstDate: z.nullable(isoDate),
    touchUpDay: z.nullable(days),
    sessions: z
      .array(
        z.strictObject({
          share: between(0, 1),
          needle: z.strictObject({ kind: z.enum(['1RL', '3RL']), diameterMm: between(0.05, 2) }),
          dilution: between(0, 1_000),
          depthMm: between(0, 10),
          dayOffset: days,
        }),
      )
      .check(z.minLength(1), z.maxLength(12)),
  }),
  healing: z.strictObject({
    kind: z.enum(['permanent', 'temporary']),
    skin: z.strictObject({
      type: z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])),
      sun: z.enum(['little', 'some', 'much']),
      oiliness: z.enum(['dry', 'normal', 'oily']),
      scar: z.boolean(),
    }),
    curves: z.nullable(
      z.strictObject({
        darkness: keyframes,
        size: keyframes,
        softnessMm: keyframes,
        redness: keyframes,
        hueShift: keyframes,
      }),
    ),
  }),
});

const perCm2 = between(0, 1_000);
const dotSizeMm = z.number().check(z.gt(0), z.lte(5));
const widthMm = between(0, 1_000);

const areaCard = { id, photoId: id, name: text(200), hidden: z.boolean(), locked: z.boolean() };
const areaFill = { perCm2: z.nullable(perCm2), dotSizeMm: z.nullable(dotSizeMm), pigment: z.nullable(pigment) };
const points = (least: number) => z.array(point).check(z.minLength(least), z.maxLength(MAX_POINTS));
const rings = z.array(points(3)).check(z.minLength(1), z.maxLength(1_000));
const handle = z.strictObject({ x: coordinate, y: coordinate, tangent: z.exactOptional(point) });

const area = z.discriminatedUnion('kind', [
  z.strictObject({
    ...areaCard,
    ...areaFill,
    kind: z.literal('hairline'),
    points: z.array(handle).check(z.minLength(2), z.maxLength(MAX_POINTS)),
  }),
  z.strictObject({
    ...areaCard,
    ...areaFill,
    kind: z.literal('zone'),
    purpose: z.enum(ZONE_PURPOSES),
    rings,
    edgeMm: widthMm,
  }),
  z.strictObject({ ...areaCard, kind: z.literal('exclusion'), rings, edgeMm: widthMm }),
  z.strictObject({ ...areaCard, kind: z.literal('hair'), rings, blendMm: widthMm }),
  z.strictObject({
    ...areaCard,
    ...areaFill,
    kind: z.literal('scar'),
    form: z.enum(['strip', 'marks']),
    points: points(1),
    widthMm,
    blendMm: widthMm,
    retention: between(0, 1),
    extraSessions: z.int().check(z.gte(0), z.lte(2)),
  }),
]);

const stroke = z.strictObject({
  id,
  photoId: id,
  kind: z.enum(BRUSH_KINDS),
  path: z.array(coordinate).check(
    z.minLength(2),
    z.maxLength(2 * MAX_POINTS),
    z.refine((path) => path.length % 2 === 0),
  ),
  sizeMm: widthMm,
  feather: between(0, 1),
  strength: between(0, 1),
  perCm2: z.nullable(perCm2),
});

const handDot = z.strictObject({ id: uint32, photoId: id, at: point, size: between(0, 10) });
const movedDot = z.strictObject({ id: uint32, photoId: id, at: point });

const design = z.strictObject({
  treatment,
  engine: text(100),
  id,
  name: text(200),
  notes: text(100_000),
  seed: uint32,
  fill: z.strictObject({
    perCm2,
    dotSizeMm,
    sizeVariation: between(0, 2),
    irregularity: between(0, 1),
    softEdgeMm: between(0, 100),
  }),
  edge: z.strictObject({
    wanderMm: between(0, 100),
    waveMm: between(0.1, 1_000),
    gapsMm: between(0, 100),
    straysMm: between(0, 100),
    sizeAtLine: between(0, 1),
    shadeAtLine: between(0, 1),
  }),
  areas: z.array(area).check(z.maxLength(500), idsOnce<z.output<typeof area>>()),
  strokes: z.array(stroke).check(z.maxLength(20_000), idsOnce<z.output<typeof stroke>>()),
  handDots: z.strictObject({
    added: z.array(handDot).check(z.maxLength(100_000)),
    moved: z.array(movedDot).check(z.maxLength(100_000)),
    removed: z.array(uint32).check(z.maxLength(100_000)),
  }),
});

const hairLoss = z.discriminatedUnion('scale', [
  z.strictObject({ scale: z.literal('norwood'), stage: z.enum(NORWOOD_STAGES) }),
  z.strictObject({ scale: z.literal('ludwig'), stage: z.enum(LUDWIG_STAGES) }),
]);

const caseDocument = z
  .strictObject({
    version: z.literal(CASE_VERSION),
    id,
    client: z.strictObject({ name: text(500), notes: text(100_000), hairLoss: z.nullable(hairLoss) }),
    photos: z.array(photo).check(z.maxLength(200), idsOnce<z.output<typeof photo>>()),
    designs: z.array(design).check(z.minLength(1), z.maxLength(200), idsOnce<z.output<typeof design>>()),
    activeDesignId: id,
    chosenDesignId: z.nullable(id),
    activePhotoId: z.nullable(id),
  })
  .check(z.superRefine(pointersHold));

function idsOnce<Item extends { readonly id: string }>() {
  return z.refine<readonly Item[]>((items) => new Set(items.map((each) => each.id)).size === items.length);
}

/** What names something in the document names something that is there. */
function pointersHold(
  of: Plain<Case>,
  context: { addIssue(issue: { code: 'custom'; path: PropertyKey[] }): void },
): void {
  const missing = (...path: PropertyKey[]): void => context.addIssue({ code: 'custom', path });
  const photoIds = new Set(of.photos.map((each) => each.id));
  if (!of.designs.some((each) => each.id === of.activeDesignId)) missing('activeDesignId');
  if (of.activePhotoId !== null && !photoIds.has(of.activePhotoId)) missing('activePhotoId');
  const chosen = of.chosenDesignId;
  if (chosen !== null && !of.designs.some((each) => each.id === chosen)) missing('chosenDesignId');
  of.photos.forEach(({ followsId }, p) => {
    if (followsId !== null && !photoIds.has(followsId)) missing('photos', p, 'followsId');
  });
  of.designs.forEach(({ areas, strokes, handDots }, d) => {
    const placed: readonly [string[], readonly { photoId: string }[]][] = [
      [['areas'], areas],
      [['strokes'], strokes],
      [['handDots', 'added'], handDots.added],
      [['handDots', 'moved'], handDots.moved],
    ];
    for (const [part, items] of placed) {
      items.forEach(({ photoId }, i) => {
        if (!photoIds.has(photoId)) missing('designs', d, ...part, i, 'photoId');
      });
    }
  });
}

/** A type without brands and `readonly`, so that what the schema admits can be held against the Case. */
type Plain<T> = T extends number
  ? number extends T
    ? number
    : T
  : T extends string | boolean | null
    ? T
    : T extends readonly (infer Item)[]
      ? number extends T['length']
        ? Plain<Item>[]
        : { -readonly [At in keyof T]: Plain<T[At]> }
      : { -readonly [Key in keyof T as Key extends string ? Key : never]: Plain<T[Key]> };

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile when the schema and the Case differ in any field. */
true satisfies Same<Plain<z.output<typeof caseDocument>>, Plain<Case>>;

export type CaseProblem =
  MigrationProblem | { readonly kind: 'corrupt'; /** Path of the first field that is wrong. */ readonly where: string };

/** A case from anything that was stored or handed in: stepped up to today's version, then checked field by field. */
export function parseCase(document: unknown): Result<Case, CaseProblem> {
  const migrated = migrate(document);
  if (!migrated.ok) return migrated;
  const checked = caseDocument.safeParse(migrated.value);
  if (checked.success) return ok(checked.data);
  return err({ kind: 'corrupt', where: checked.error.issues[0]?.path.map(String).join('.') ?? '' });
}
