import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_VERSION, type Case } from '../../../../src/core/design/case';
import { judgePhoto } from '../../../../src/studio/flows/cases/judgePhoto';
import { BYTES_PER_MEGABYTE, MAX_PHOTO_MEGABYTES } from '../../../../src/studio/photo/photoLimits';
import { digestHex, MAX_PHOTO_BYTES } from '../../../../src/studio/storage/backup/backupFormat';
import { checkBackup } from '../../../../src/studio/storage/backup/checkBackup';
import { takeIn, type TakenCase, type TakeInOptions } from '../../../../src/studio/storage/backup/takeIn';
import { writeBackup } from '../../../../src/studio/storage/backup/writeBackup';
import type { CaseStorage } from '../../../../src/studio/storage/caseStorage';
import { ascii, jpeg, jpegSegment, png } from '../../photo/photoBytes';
import { caseOf, must, openDesk, photo, storedFixture, type Desk } from '../sampleCases';

const FRONT = jpeg(1200, 1600, jpegSegment(0xfe, ascii('first')));
const CROWN = png(800, 1000);

const typed = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** A case that shows these pictures, stored with them. */
async function store(storage: CaseStorage, id: string, name: string, pictures: readonly Uint8Array[]): Promise<Case> {
  const hashes = await Promise.all(pictures.map((bytes) => digestHex(typed(bytes))));
  for (const [index, sha256] of hashes.entries()) {
    must(await storage.putPhoto(sha256, new Blob([typed(pictures[index] ?? FRONT)])));
  }
  const photos = hashes.map((sha256, index) => ({ ...photo('a'), id: `photo-${String(index)}`, sha256 }));
  const document = { ...caseOf(id, name), photos, activePhotoId: photos[0]?.id ?? null };
  must(await storage.save({ case: document, expectedRevision: 0 }));
  return document;
}

const pack = async (storage: CaseStorage, ...ids: string[]): Promise<Blob> =>
  must(
    await writeBackup(
      storage,
      ids.map((id) => ({ id, changedAt: 1_700_000_000_000 })),
      judgePhoto,
    ),
  ).file;

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

let ids = 0;
const OPTIONS: TakeInOptions = {
  freshId: () => `fresh-${String(++ids)}`,
  nameBeside: (name, nth) => `${name} (imported${nth === 1 ? '' : ` ${String(nth)}`})`,
  thumbnail: () => Promise.resolve(undefined),
};

async function importInto(storage: CaseStorage, file: Blob): Promise<readonly TakenCase[]> {
  return must(await takeIn(storage, must(await checkBackup(file, judgePhoto)), OPTIONS));
}

/** All that is stored, as text. */
const contents = async ({ raw }: Desk): Promise<string> => {
  await raw.open();
  const tables = [raw.cases, raw.photos, raw.photoUses, raw.thumbnails, raw.places, raw.settings];
  return JSON.stringify(await Promise.all(tables.map((table) => table.toArray())));
};

/** Files for a zip of any program, with a manifest that fits them unless told otherwise. */
async function zipOf(
  files: Record<string, Uint8Array | string>,
  change: (manifest: Record<string, unknown>) => Record<string, unknown> = (same) => same,
  level: 0 | 9 = 0,
): Promise<Blob> {
  const bytes = Object.entries(files).map(([path, content]): [string, Uint8Array<ArrayBuffer>] => [
    path,
    typed(typeof content === 'string' ? new TextEncoder().encode(content) : content),
  ]);
  const entries = await Promise.all(
    bytes.map(async ([path, content]) => ({ path, length: content.length, sha256: await digestHex(content) })),
  );
  const manifest = {
    format: 'follicle-backup',
    version: 1,
    app: 'Follicle',
    date: '2026-01-01T00:00:00.000Z',
    entries,
  };
  const text = new TextEncoder().encode(JSON.stringify(change(manifest)));
  return new Blob([typed(zipSync({ ...Object.fromEntries(bytes), 'manifest.json': text }, { level }))]);
}

const problemOf = async (file: Blob): Promise<unknown> => {
  const checked = await checkBackup(file, judgePhoto);
  return checked.ok ? 'accepted' : checked.error;
};

const framePath = async (extension = 'jpg'): Promise<string> => `photos/${await digestHex(typed(FRONT))}.${extension}`;

async function withPhoto(extra: object = {}): Promise<string> {
  const photos = [{ ...photo('a'), id: 'p', sha256: await digestHex(typed(FRONT)) }];
  return JSON.stringify({ ...caseOf('one', 'Ann'), photos, activePhotoId: 'p', ...extra });
}

describe('a backup and its import', () => {
  it('gives the same case with the same photos on another device, byte for byte', async () => {
    const here = openDesk();
    await store(here.storage, 'one', 'Ann', [FRONT, CROWN]);
    const there = openDesk();
    const file = await pack(here.storage, 'one');
    expect(await importInto(there.storage, file)).toEqual([{ how: 'added', id: 'one', name: 'Ann' }]);
    const [before, after] = await Promise.all(
      [here, there].map(async ({ raw }) => {
        await raw.open();
        const [row] = await raw.cases.toArray();
        return JSON.stringify(Reflect.get(row as object, 'document'));
      }),
    );
    expect(after).toBe(before);
    const kept = must(await there.storage.getPhoto(await digestHex(typed(FRONT))));
    expect(await bytesOf(kept)).toEqual(typed(FRONT));
  });

  it('has the same bytes each time it is made', async () => {
    const { storage } = openDesk();
    await store(storage, 'one', 'Ann', [FRONT, CROWN]);
    await store(storage, 'two', 'Ben', [FRONT]);
    const first = await bytesOf(await pack(storage, 'one', 'two'));
    expect(await bytesOf(await pack(storage, 'two', 'one'))).toEqual(first);
  });

  it('holds several cases, and a photo that two of them show once', async () => {
    const here = openDesk();
    await store(here.storage, 'one', 'Ann', [FRONT]);
    await store(here.storage, 'two', 'Ben', [FRONT, CROWN]);
    const there = openDesk();
    const checked = must(await checkBackup(await pack(here.storage, 'one', 'two'), judgePhoto));
    expect(checked.photos.length).toBe(2);
    const taken = must(await takeIn(there.storage, checked, OPTIONS));
    expect(taken.map(({ how, name }) => `${how} ${name}`)).toEqual(['added Ann', 'added Ben']);
  });

  it('leaves out of many a case whose photo is gone, and says so', async () => {
    const { storage, raw } = openDesk();
    await store(storage, 'one', 'Ann', [FRONT]);
    await store(storage, 'two', 'Ben', [CROWN]);
    await raw.open();
    await raw.photos.delete(await digestHex(typed(CROWN)));
    const chosen = ['one', 'two'].map((id) => ({ id, changedAt: 0 }));
    expect(must(await writeBackup(storage, chosen, judgePhoto)).leftOut).toEqual(['two']);
    const alone = await writeBackup(storage, chosen.slice(1), judgePhoto);
    expect(alone).toMatchObject({ ok: false, error: { kind: 'storage', problem: { kind: 'missingPhoto' } } });
  });

  it('says that a case is here already, and changes nothing', async () => {
    const desk = openDesk();
    await store(desk.storage, 'one', 'Ann', [FRONT]);
    const file = await pack(desk.storage, 'one');
    const before = await contents(desk);
    expect(await importInto(desk.storage, file)).toEqual([{ how: 'same', id: 'one', name: 'Ann' }]);
    expect(await contents(desk)).toBe(before);
  });

  it('brings a deleted case back as it was', async () => {
    const desk = openDesk();
    const document = await store(desk.storage, 'one', 'Ann', [FRONT]);
    const file = await pack(desk.storage, 'one');
    must(await desk.storage.remove('one'));
    expect(await importInto(desk.storage, file)).toEqual([{ how: 'restored', id: 'one', name: 'Ann' }]);
    expect(must(await desk.storage.load('one')).case).toEqual(document);
  });

  it('keeps a case that differs from the stored one beside it', async () => {
    const { storage } = openDesk();
    const document = await store(storage, 'one', 'Ann', [FRONT]);
    const file = await pack(storage, 'one');
    const changed = { ...document, client: { ...document.client, notes: 'allergy' } };
    must(await storage.save({ case: changed, expectedRevision: 1 }));
    const [taken] = await importInto(storage, file);
    expect(taken).toMatchObject({ how: 'beside', name: 'Ann (imported)' });
    expect(must(await storage.load('one')).case).toEqual(changed);
    expect(must(await storage.load(taken?.id ?? '')).case.client).toEqual({
      ...document.client,
      name: 'Ann (imported)',
    });
  });

  describe('taken in once more beside a changed case', () => {
    /** A case that has moved on since its backup, and the backup's case beside it. */
    async function besideEachOther() {
      const { storage } = openDesk();
      const document = await store(storage, 'one', 'Ann', [FRONT]);
      const file = await pack(storage, 'one');
      must(
        await storage.save({ case: { ...document, client: { ...document.client, notes: 'x' } }, expectedRevision: 1 }),
      );
      const [first] = await importInto(storage, file);
      return { storage, file, id: first?.id ?? '' };
    }

    it('makes no second copy', async () => {
      const { storage, file, id } = await besideEachOther();
      expect(await importInto(storage, file)).toEqual([{ how: 'same', id, name: 'Ann (imported)' }]);
      expect(must(await storage.list())).toHaveLength(2);
    });

    it('brings the copy back that was deleted', async () => {
      const { storage, file, id } = await besideEachOther();
      must(await storage.remove(id));
      expect(await importInto(storage, file)).toEqual([{ how: 'restored', id, name: 'Ann (imported)' }]);
    });

    it('bears another name where the copy has been worked on, and so once only', async () => {
      const { storage, file, id } = await besideEachOther();
      const { case: copy } = must(await storage.load(id));
      must(await storage.save({ case: { ...copy, client: { ...copy.client, notes: 'more' } }, expectedRevision: 1 }));
      expect(await importInto(storage, file)).toMatchObject([{ how: 'beside', name: 'Ann (imported 2)' }]);
      expect(await importInto(storage, file)).toMatchObject([{ how: 'same', name: 'Ann (imported 2)' }]);
    });
  });

  it('takes in a case of every version', async () => {
    for (let version = 1; version <= CASE_VERSION; version++) {
      const { storage } = openDesk();
      const json = JSON.stringify(storedFixture(version)).replaceAll(/[0-9a-f]{64}/g, await digestHex(typed(FRONT)));
      const file = await zipOf({ 'case.json': json, [await framePath()]: FRONT });
      const [taken] = await importInto(storage, file);
      expect(must(await storage.load(taken?.id ?? '')).case.photos.length).toBeGreaterThan(0);
    }
  });

  it('takes in a file that another program has packed again', async () => {
    const { storage } = openDesk();
    const file = await zipOf({ 'case.json': await withPhoto(), [await framePath()]: FRONT }, undefined, 9);
    expect(await importInto(storage, file)).toMatchObject([{ how: 'added' }]);
  });

  it('bounds a photo as opening one does', () => {
    expect(MAX_PHOTO_BYTES).toBe(MAX_PHOTO_MEGABYTES * BYTES_PER_MEGABYTE);
  });
});

describe('a file that is no sound backup is refused with its reason', () => {
  const sound = async (): Promise<Record<string, Uint8Array | string>> => ({
    'case.json': await withPhoto(),
    [await framePath()]: FRONT,
  });

  it('accepts the file that the others are made from', async () => {
    expect(await problemOf(await zipOf(await sound()))).toBe('accepted');
  });

  it('no zip, or a zip of something else', async () => {
    expect(await problemOf(new Blob(['hello']))).toEqual({ kind: 'notABackup' });
    expect(await problemOf(new Blob([]))).toEqual({ kind: 'notABackup' });
    expect(await problemOf(new Blob([typed(FRONT)]))).toEqual({ kind: 'notABackup' });
    expect(await problemOf(new Blob([typed(zipSync({ 'a.txt': new Uint8Array(3) }))]))).toEqual({ kind: 'notABackup' });
  });

  it.each([
    '../case.json',
    '/case.json',
    'photos/../case.json',
    'a/b/case.json',
    'CASE.json',
    'notes.txt',
    'photos\\x',
  ])('the foreign path %s', async (path) => {
    expect(await problemOf(await zipOf({ ...(await sound()), [path]: 'x' }))).toEqual({ kind: 'foreign', path });
  });

  it('a newer layout, whatever else lies in it', async () => {
    const file = await zipOf({ ...(await sound()), 'voice.ogg': 'x' }, (manifest) => ({ ...manifest, version: 2 }));
    expect(await problemOf(file)).toEqual({ kind: 'newer', version: 2 });
  });

  it('a case of a newer version', async () => {
    const file = await zipOf({ ...(await sound()), 'case.json': await withPhoto({ version: 99 }) });
    expect(await problemOf(file)).toMatchObject({ kind: 'caseRefused', problem: { kind: 'newer', version: 99 } });
  });

  it('a manifest with more fields than it has', async () => {
    const file = await zipOf(await sound(), (manifest) => ({ ...manifest, more: 1 }));
    expect(await problemOf(file)).toEqual({ kind: 'damaged', path: 'manifest.json' });
  });

  it('names that reach into prototypes, in the case and in the manifest', async () => {
    const evil = (await withPhoto()).replace('{', '{"__proto__":{"admin":true},');
    expect(await problemOf(await zipOf({ ...(await sound()), 'case.json': evil }))).toMatchObject({ kind: 'foreign' });
    const nested = (await withPhoto()).replace('"notes":', '"constructor":{},"notes":');
    expect(await problemOf(await zipOf({ ...(await sound()), 'case.json': nested }))).toMatchObject({
      kind: 'foreign',
    });
    const file = await zipOf(await sound(), (manifest) => ({ ...manifest, prototype: 1 }));
    expect(await problemOf(file)).toMatchObject({ kind: 'foreign' });
  });

  it('a photo under the name or ending of another, or that is no photo', async () => {
    const { 'case.json': document = '' } = await sound();
    const renamed = await zipOf({ 'case.json': document, [await framePath()]: CROWN });
    expect(await problemOf(renamed)).toMatchObject({ kind: 'foreign' });
    const asPng = await framePath('png');
    expect(await problemOf(await zipOf({ 'case.json': document, [asPng]: FRONT }))).toEqual({
      kind: 'foreign',
      path: asPng,
    });
    const text = new TextEncoder().encode('not a photo at all');
    const path = `photos/${await digestHex(typed(text))}.jpg`;
    expect(await problemOf(await zipOf({ ...(await sound()), [path]: text }))).toMatchObject({
      kind: 'photoRefused',
      refusal: { kind: 'notAPhoto' },
    });
  });

  it('a photo that is missing, or that no case shows', async () => {
    expect(await problemOf(await zipOf({ 'case.json': await withPhoto() }))).toMatchObject({ kind: 'missing' });
    const other = `photos/${await digestHex(typed(CROWN))}.png`;
    expect(await problemOf(await zipOf({ ...(await sound()), [other]: CROWN }))).toEqual({
      kind: 'foreign',
      path: other,
    });
  });

  it('an entry that unfolds to more than it declares, without unfolding it', async () => {
    const zip = await bytesOf(await zipOf({ 'case.json': `[${' '.repeat(20_000_000)}]` }, undefined, 9));
    expect(zip.length).toBeLessThan(100_000);
    const view = new DataView(zip.buffer);
    // The uncompressed size in the directory and in the manifest is made small; the packed bytes stay.
    for (let at = 0; at + 4 < zip.length; at++)
      if (view.getUint32(at, true) === 20_000_002) view.setUint32(at, 100, true);
    expect(await problemOf(new Blob([zip]))).toMatchObject({ kind: 'damaged', path: 'case.json' });
    const huge = await bytesOf(await zipOf({ 'case.json': '{}' }));
    const sizes = new DataView(huge.buffer);
    for (let at = 0; at + 46 < huge.length; at++) {
      if (sizes.getUint32(at, true) === 0x02014b50) sizes.setUint32(at + 24, 0xf0000000, true);
    }
    expect(await problemOf(new Blob([huge]))).toEqual({ kind: 'tooLarge' });
  });

  it('anything that was cut or in which a byte was turned: never thrown, never stored, or still the very same case', async () => {
    const desk = openDesk();
    await store(desk.storage, 'one', 'Ann', [FRONT, CROWN]);
    const whole = await bytesOf(await pack(desk.storage, 'one'));
    const sound = must(await checkBackup(new Blob([whole]), judgePhoto)).cases;
    const before = await contents(desk);
    const damage = fc.oneof(
      fc.nat({ max: whole.length - 1 }).map((length) => whole.slice(0, length)),
      fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })).map(([at, turn]) => {
        const turned = whole.slice();
        turned[at] = (turned[at] as number) ^ turn;
        return turned;
      }),
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const checked = await checkBackup(new Blob([bytes]), judgePhoto);
        if (checked.ok) expect(checked.value.cases).toEqual(sound);
        else refused++;
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(300);
    expect(await contents(desk)).toBe(before);
  });
});
