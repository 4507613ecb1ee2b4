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
    const newer = await openRaw(factory.indexedDB, 20);
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
