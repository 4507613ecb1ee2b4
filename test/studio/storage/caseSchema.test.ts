import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_VERSION, type Case } from '../../../src/core/design/case';
import { VIEWS } from '../../../src/core/head/headPhoto';
import { applyEdit } from '../../../src/core/design/edits';
import { FILL_RANGES } from '../../../src/core/design/fillRanges';
import { newCase } from '../../../src/core/design/newCase';
import { caseCopy } from '../../../src/studio/storage/caseFile';
import { parseCase } from '../../../src/studio/storage/caseSchema';
import { anyCase } from './anyCase';
import { caseOf, must, openDesk, storedFixture } from './sampleCases';

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** The fixture with the value at a path replaced; `undefined` takes the field away. */
function fixtureWith(path: string, value: unknown): unknown {
  const document = storedFixture(CASE_VERSION);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce(fieldOf, document);
  if (typeof holder !== 'object' || holder === null) throw new Error(`the fixture has no ${path}`);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  return document;
}

describe('a stored case', () => {
  it.each(Array.from({ length: CASE_VERSION }, (_, i) => i + 1))('of version %i is read', (version) => {
    expect(parseCase(storedFixture(version))).toMatchObject({ ok: true, value: { version: CASE_VERSION } });
  });

  it('of the present version is read as it stands', () => {
    expect(parseCase(storedFixture(CASE_VERSION))).toEqual({ ok: true, value: storedFixture(CASE_VERSION) });
  });

  it('of a newer version, or no case at all, says so', () => {
    expect(parseCase(fixtureWith('version', 2 ** 20))).toEqual({
      ok: false,
      error: { kind: 'newer', version: 2 ** 20 },
    });
    expect(parseCase('{}')).toEqual({ ok: false, error: { kind: 'notACase' } });
  });

  it('may be new and empty', () => {
    expect(parseCase(newCase({ caseId: 'a', designId: 'b', seed: -1, engine: '1' }))).toMatchObject({ ok: true });
  });

  it('may have every value that the inspector offers', () => {
    for (const [field, range] of Object.entries(FILL_RANGES))
      for (const value of [range.min, range.max])
        expect(parseCase(applyEdit(caseOf('a'), { type: 'setFill', fill: { [field]: value } }))).toMatchObject({
          ok: true,
        });
    for (const view of VIEWS) expect(parseCase(fixtureWith('photos.0.view', view))).toMatchObject({ ok: true });
  });
});

describe('a damaged case is refused, and the field named', () => {
  const handle = { x: 1, y: 1 };
  const damages: [string, unknown][] = [
    ['id', ''],
    ['client', undefined],
    ['client.name', 7],
    ['client.notes', 'x'.repeat(100_001)],
    ['photos.0.sha256', 'F'.repeat(64)],
    ['photos.0.sha256', '0'.repeat(63)],
    ['photos.0.width', 0],
    ['photos.0.width', 2400.5],
    ['photos.0.width', Number.NaN],
    ['photos.0.height', 1_000_000],
    ['photos.0.view', 'behind'],
    ['photos.0.calibration.kind', 'guess'],
    ['photos.0.calibration.mm', 0],
    ['photos.0.calibration.mm', Number.POSITIVE_INFINITY],
    ['photos.0.calibration.a', undefined],
    ['photos.0.outline.rx', 0],
    ['photos.0.outline.angleDeg', null],
    ['photos.0.outline.placed', 1],
    ['photos.0.midline.top.x', Number.NaN],
    ['designs', []],
    ['designs.0.seed', -1],
    ['designs.0.seed', 2 ** 32],
    ['designs.0.seed', 0.5],
    ['designs.0.fill.perCm2', 1e9],
    ['designs.0.fill.dotSizeMm', 0],
    ['designs.0.fill.irregularity', 1.01],
    ['designs.0.areas.0.kind', 'lake'],
    ['designs.0.areas.0.points', [handle]],
    ['designs.0.areas.0.points', Array.from({ length: 10_001 }, () => handle)],
    ['designs.0.areas.0.points.1.y', Number.NEGATIVE_INFINITY],
    ['designs.0.areas.0.photoId', 'elsewhere'],
    ['client.hairLoss.stage', '8'],
    ['photos.0.pose.distanceMm', 1],
    ['photos.0.pose.yawDeg', 361],
    ['photos.0.landmarks.0.name', 'elbow'],
    ['photos.0.followsId', 'elsewhere'],
    ['photos.0.takenOn', 'yesterday'],
    ['designs.0.edge.waveMm', 0],
    ['designs.0.areas.0.points.0.tangent', null],
    ['designs.0.areas.0.points.0.tangent.x', Number.NaN],
    ['designs.0.areas.1.purpose', 'moat'],
    ['designs.0.areas.1.rings', []],
    ['designs.0.areas.1.rings.0', [handle, handle]],
    ['designs.0.areas.4.retention', 1.5],
    ['designs.0.strokes.0.path', [1, 2, 3]],
    ['designs.0.strokes.0.photoId', 'elsewhere'],
    ['designs.0.handDots.added.0.id', -1],
    ['designs.0.handDots.moved.0.photoId', 'elsewhere'],
    ['chosenDesignId', 'elsewhere'],
    ['activeDesignId', 'elsewhere'],
    ['activePhotoId', 'elsewhere'],
    ['activePhotoId', undefined],
  ];

  it.each(damages)('%s: %o', (path, value) => {
    expect(parseCase(fixtureWith(path, value))).toEqual({ ok: false, error: { kind: 'corrupt', where: path } });
  });

  it.each(['', 'client.', 'photos.0.', 'photos.0.midline.top.', 'designs.0.', 'designs.0.fill.', 'designs.0.areas.0.'])(
    'an unknown field in %o is not dropped unseen',
    (holder) => {
      expect(parseCase(fixtureWith(`${holder}surprise`, 1))).toEqual({
        ok: false,
        error: { kind: 'corrupt', where: holder.slice(0, -1) },
      });
    },
  );

  it.each(['photos', 'designs', 'designs.0.areas', 'designs.0.strokes', 'photos.0.landmarks'])(
    'an id twice in %s',
    (list) => {
      const items: unknown = list.split('.').reduce(fieldOf, storedFixture(CASE_VERSION));
      const first: unknown = Array.isArray(items) ? items[0] : undefined;
      expect(parseCase(fixtureWith(list, [first, first]))).toEqual({
        ok: false,
        error: { kind: 'corrupt', where: list },
      });
    },
  );
});

describe('any case', () => {
  it('survives saving and loading unchanged', async () => {
    const { storage, raw } = openDesk();
    await fc.assert(
      fc.asyncProperty(anyCase, async (document: Case) => {
        await raw.open();
        await raw.cases.clear();
        await raw.photos.bulkPut(
          document.photos.map(({ sha256 }) => ({ sha256, bytes: new Blob(['x']), type: '', size: 1 })),
        );
        must(await storage.save({ case: document, expectedRevision: 0 }));
        expect(must(await storage.load(document.id)).case).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });

  it('survives being taken away as a file', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (document) => {
        const file = caseCopy(document);
        expect(file.type).toBe('application/json');
        expect(parseCase(JSON.parse(await file.text()))).toEqual({ ok: true, value: document });
      }),
      { numRuns: 60 },
    );
  });
});
