import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openCaseStorage } from '../../../src/studio/storage/caseStorage';
import { caseOf, hash, must, openDesk, photoBytes } from './sampleCases';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The database as a tab of another version of the studio would open it. */
function openRaw(indexedDB: IDBFactory, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('test', version);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = reject;
  });
}

describe('a browser that does not let us', () => {
  it('answers unavailable where storage is shut, and works once it opens', async () => {
    const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
    const storage = openCaseStorage({ name: 'test', factory });
    const open = vi.spyOn(factory.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private window', 'SecurityError');
    });
    const unavailable = { ok: false, error: { kind: 'unavailable' } };
    expect(await storage.list()).toEqual(unavailable);
    expect(await storage.save({ case: caseOf('one'), expectedRevision: 0 })).toEqual(unavailable);
    expect(await storage.putPhoto(hash('a'), photoBytes('a'))).toEqual(unavailable);
    open.mockRestore();
    expect(await storage.save({ case: caseOf('one'), expectedRevision: 0 })).toMatchObject({ ok: true });
    storage.close();
  });

  it('answers blocked while another tab holds an older storage open, and works once it lets go', async () => {
    const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
    const older = await openRaw(factory.indexedDB, 1);
    const storage = openCaseStorage({ name: 'test', factory });
    const warned = vi.spyOn(console, 'warn');
    const blocked = { ok: false, error: { kind: 'blocked' } };
    expect(await Promise.all([storage.list(), storage.lastOpened()])).toEqual([blocked, blocked]);
    expect(await storage.list()).toEqual(blocked);
    older.close();
    await vi.waitFor(async () => {
      expect(await storage.list()).toEqual({ ok: true, value: [] });
    });
    expect(warned).not.toHaveBeenCalled();
    storage.close();
  });

  it('steps aside for a newer tab that brings another form of storage, without a word on the console', async () => {
    const { storage, factory } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    const warned = vi.spyOn(console, 'warn');
    const newer = await openRaw(factory.indexedDB, 30);
    newer.close();
    expect(must(await storage.list())).toMatchObject([{ id: 'one' }]);
    expect(warned).not.toHaveBeenCalled();
  });

  it('opens again after its connection was closed', async () => {
    const { storage } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    storage.close();
    expect(must(await storage.list())).toHaveLength(1);
  });
});

describe('a storage of the first version', () => {
  /** As the studio of that version left it: one last change a case, keyed by the case alone. */
  async function firstVersion(factory: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange }) {
    const dexie = new Dexie('test', factory);
    dexie.version(1).stores({
      cases: 'id',
      thumbnails: 'id',
      photos: 'sha256',
      photoUses: 'sha256',
      places: 'caseId',
      settings: 'key',
      lastChanges: 'caseId',
    });
    const row = { id: 'one', revision: 1, updatedAt: 1, deletedAt: null, by: 'a', document: caseOf('one', 'saved') };
    await dexie.table('cases').put(row);
    return dexie;
  }

  it('keeps its cases, and the last change that a page left there', async () => {
    const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
    const before = await firstVersion(factory);
    const left = { caseId: 'one', by: 'a', revision: 1, saving: false, document: caseOf('one', 'left') };
    await before.table('lastChanges').bulkPut([left, { caseId: 'damaged' }]);
    before.close();
    const storage = openCaseStorage({ name: 'test', factory });
    expect(must(await storage.load('one'))).toMatchObject({
      case: { client: { name: 'left' } },
      revision: 2,
      recovered: true,
      leftBehind: [],
    });
    storage.close();
  });

  it('still serves a tab that runs that version once a newer one has opened it', async () => {
    const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
    const before = await firstVersion(factory);
    before.on('versionchange', () => {
      before.close({ disableAutoOpen: false });
      return false;
    });
    const storage = openCaseStorage({ name: 'test', factory });
    must(await storage.list());
    await before.transaction('rw', before.table('cases'), before.table('lastChanges'), async () => {
      await before.table('cases').update('one', { revision: 2 });
      await before.table('lastChanges').delete('one');
    });
    expect(must(await storage.list())).toMatchObject([{ id: 'one', revision: 2 }]);
    before.close();
    storage.close();
  });
});
