import { afterEach, describe, expect, it, vi } from 'vitest';
import { fillDisk, onPut } from './brokenDisk';
import { caseOf, DAY_MS, hash, must, openDesk, photoBytes, START_MS } from './sampleCases';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a photo', () => {
  it('comes back byte for byte with its type, in another tab too', async () => {
    const { storage, tab } = openDesk();
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    const bytes = must(await tab().getPhoto(hash('a')));
    expect(await bytes.text()).toBe('photo a');
    expect(bytes.type).toBe('image/jpeg');
  });

  it('that was never put is missing', async () => {
    const { storage } = openDesk();
    expect(await storage.getPhoto(hash('a'))).toEqual({
      ok: false,
      error: { kind: 'missingPhoto', sha256: hash('a') },
    });
  });

  it('that storage refuses is had from the page that put it, and from no other', async () => {
    const { storage, tab } = openDesk();
    fillDisk('photos');
    expect(await storage.putPhoto(hash('a'), photoBytes('a'))).toMatchObject({ error: { kind: 'quotaExceeded' } });
    expect(await must(await storage.getPhoto(hash('a'))).text()).toBe('photo a');
    expect(await tab().getPhoto(hash('a'))).toMatchObject({ error: { kind: 'missingPhoto' } });
  });

  it('that storage refused is kept by the first save of its case that can', async () => {
    const { storage, tab } = openDesk();
    fillDisk('photos');
    await storage.putPhoto(hash('a'), photoBytes('a'));
    const request = { case: caseOf('one', 'Ann', ['a']), expectedRevision: 0 };
    expect(await storage.save(request)).toMatchObject({ error: { kind: 'missingPhoto' } });
    vi.restoreAllMocks();
    must(await storage.save(request));
    expect(await must(await tab().getPhoto(hash('a'))).text()).toBe('photo a');
  });

  it('is kept once, however often it is put', async () => {
    const { storage, raw } = openDesk();
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    const written: string[] = [];
    onPut((store) => {
      written.push(store);
    });
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    expect(written).toEqual(['photoUses']);
    expect(await raw.photos.count()).toBe(1);
  });

  it('that lost bytes on the disk is missing, and is whole again once it is put again', async () => {
    const { storage, raw } = openDesk();
    await raw.photos.put({ sha256: hash('a'), bytes: new Blob(['phot']), type: 'image/jpeg', size: 7 });
    expect(await storage.getPhoto(hash('a'))).toMatchObject({ error: { kind: 'missingPhoto' } });
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    expect(must(await storage.getPhoto(hash('a'))).size).toBe(7);
  });

  it('that comes out of the disk short is not taken for kept', async () => {
    const { storage, raw } = openDesk();
    onPut((store, row) => (store === 'photos' ? { ...Object(row), bytes: new Blob([]) } : undefined));
    expect(await storage.putPhoto(hash('a'), photoBytes('a'))).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(await raw.photos.count()).toBe(0);
  });

  it('under a name that is no SHA-256, or without bytes, is refused', async () => {
    const { storage, raw } = openDesk();
    expect(await storage.putPhoto('photo.jpg', photoBytes('a'))).toMatchObject({ ok: false });
    expect(await storage.putPhoto(hash('a'), new Blob([]))).toMatchObject({ ok: false });
    expect(await raw.photos.count()).toBe(0);
  });
});

describe('a case with photos', () => {
  it('is not saved before each of its photos is', async () => {
    const { storage } = openDesk();
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    const document = caseOf('one', '', ['a', 'b']);
    expect(await storage.save({ case: document, expectedRevision: 0, thumbnail: new Blob(['x']) })).toEqual({
      ok: false,
      error: { kind: 'missingPhoto', sha256: hash('b') },
    });
    expect(must(await storage.list())).toEqual([]);
    must(await storage.putPhoto(hash('b'), photoBytes('b')));
    expect(must(await storage.save({ case: document, expectedRevision: 0 })).revision).toBe(1);
  });

  it('leaves a whole case and a photo to sweep when the page dies between the two', async () => {
    const { storage, tab } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    storage.close();

    const next = tab();
    expect(must(await next.load('one'))).toMatchObject({ revision: 1, case: { photos: [] } });
    expect(must(await next.sweep(START_MS + 2 * DAY_MS))).toEqual({ cases: 0, photos: 1 });
    expect(await next.getPhoto(hash('a'))).toMatchObject({ ok: false });
  });
});
