import { IDBDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/core/design/case';
import type { CaseChange } from '../../../src/studio/storage/caseStorage';
import { fillDisk } from './brokenDisk';
import { caseOf, DAY_MS, hash, must, openDesk, photoBytes, START_MS } from './sampleCases';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('saving and loading', () => {
  it('brings a case back as it was saved, at revision 1', async () => {
    const { storage, tab } = openDesk();
    const document = caseOf('one', 'Ann');
    expect(await storage.save({ case: document, expectedRevision: 0 })).toEqual({ ok: true, value: { revision: 1 } });
    expect(await tab().load('one')).toEqual({
      ok: true,
      value: { case: document, revision: 1, place: null, recovered: false, leftBehind: [] },
    });
  });

  it('counts the revision with every save', async () => {
    const { storage } = openDesk();
    for (const expectedRevision of [0, 1, 2]) {
      const saved = must(await storage.save({ case: caseOf('one', `Ann ${expectedRevision}`), expectedRevision }));
      expect(saved.revision).toBe(expectedRevision + 1);
    }
    expect(must(await storage.load('one')).case.client.name).toBe('Ann 2');
  });

  it('answers missingCase for a case that was never there', async () => {
    const { storage } = openDesk();
    const missing = { ok: false, error: { kind: 'missingCase' } };
    expect(await storage.load('none')).toEqual(missing);
    expect(await storage.save({ case: caseOf('none'), expectedRevision: 3 })).toEqual(missing);
    expect(await storage.rename('none', 'x')).toEqual(missing);
    expect(await storage.remove('none')).toEqual(missing);
    expect(await storage.undoRemove('none')).toEqual(missing);
    expect(await storage.copyOf('none')).toEqual(missing);
    expect((await storage.list()).ok && must(await storage.list())).toEqual([]);
  });

  it('writes nothing over a revision that another tab saved', async () => {
    const { storage, tab } = openDesk();
    const other = tab();
    must(await storage.save({ case: caseOf('one', 'first'), expectedRevision: 0 }));
    must(await other.save({ case: caseOf('one', 'theirs'), expectedRevision: 1 }));
    const conflict = await storage.save({
      case: caseOf('one', 'mine'),
      expectedRevision: 1,
      thumbnail: photoBytes('mine'),
    });
    expect(conflict).toEqual({ ok: false, error: { kind: 'changedElsewhere', revision: 2 } });
    expect(must(await storage.load('one'))).toMatchObject({ case: { client: { name: 'theirs' } }, revision: 2 });
    expect(must(await storage.list())[0]?.thumbnail).toBeUndefined();
  });

  it('lets one of two simultaneous saves through', async () => {
    const { storage, tab } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    const results = await Promise.all([
      storage.save({ case: caseOf('one', 'a'), expectedRevision: 1 }),
      tab().save({ case: caseOf('one', 'b'), expectedRevision: 1 }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it('takes a new case under an id that is in use for a conflict', async () => {
    const { storage } = openDesk();
    must(await storage.save({ case: caseOf('one', 'first'), expectedRevision: 0 }));
    expect(await storage.save({ case: caseOf('one', 'second'), expectedRevision: 0 })).toMatchObject({
      error: { kind: 'changedElsewhere', revision: 1 },
    });
  });

  it('refuses a case that could not be read again, and says where', async () => {
    const { storage } = openDesk();
    const good = caseOf('one', '', ['a']);
    const bad: Case = { ...good, photos: good.photos.map((each) => ({ ...each, width: Number.NaN })) };
    expect(await storage.save({ case: bad, expectedRevision: 0 })).toEqual({
      ok: false,
      error: { kind: 'invalidCase', where: 'photos.0.width' },
    });
    expect(must(await storage.list())).toEqual([]);
  });

  it('resolves only once the transaction has completed, and asks for it to reach the disk', async () => {
    const order: string[] = [];
    const durabilities = new Set<string>();
    const transaction = Reflect.get(IDBDatabase.prototype, 'transaction');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const opened = transaction.apply(this, args);
      if (opened.mode === 'readwrite') {
        durabilities.add(opened.durability);
        opened.addEventListener('complete', () => order.push('completed'));
      }
      return opened;
    });
    const { storage } = openDesk();
    await storage.putPhoto(hash('a'), photoBytes('a'));
    order.push('photo put');
    await storage.save({ case: caseOf('one', '', ['a']), expectedRevision: 0 });
    order.push('case saved');
    expect(order).toEqual(['completed', 'photo put', 'completed', 'case saved']);
    expect([...durabilities]).toEqual(['strict']);
  });

  it('leaves the stored case and its picture as they were when the transaction breaks halfway', async () => {
    const { storage } = openDesk();
    must(await storage.save({ case: caseOf('one', 'before'), expectedRevision: 0, thumbnail: new Blob(['before']) }));
    fillDisk('thumbnails');
    const failed = await storage.save({
      case: caseOf('one', 'after'),
      expectedRevision: 1,
      thumbnail: new Blob(['after']),
    });
    expect(failed).toEqual({ ok: false, error: { kind: 'quotaExceeded' } });
    vi.restoreAllMocks();
    expect(must(await storage.load('one'))).toMatchObject({ case: { client: { name: 'before' } }, revision: 1 });
    expect(await must(await storage.list())[0]?.thumbnail?.text()).toBe('before');
  });
});

describe('the list', () => {
  it('shows the newest first, with name, time, revision and picture', async () => {
    const { storage, clock } = openDesk();
    for (const id of ['one', 'two', 'three']) {
      clock.nowMs += 1000;
      must(await storage.save({ case: caseOf(id, id), expectedRevision: 0, thumbnail: new Blob([id]) }));
    }
    clock.nowMs += 1000;
    must(await storage.save({ case: caseOf('one', 'one again'), expectedRevision: 1 }));
    const listed = must(await storage.list());
    expect(
      listed.map(({ id, name, updatedAt, revision, unreadable }) => [id, name, updatedAt, revision, unreadable]),
    ).toEqual([
      ['one', 'one again', START_MS + 4000, 2, null],
      ['three', 'three', START_MS + 3000, 1, null],
      ['two', 'two', START_MS + 2000, 1, null],
    ]);
    expect(await Promise.all(listed.map(async ({ thumbnail }) => await thumbnail?.text()))).toEqual([
      'one',
      'three',
      'two',
    ]);
  });

  it('renames a case, which moves its revision on and so stops a tab that has the old name', async () => {
    const { storage, tab } = openDesk();
    must(await storage.save({ case: caseOf('one', 'old'), expectedRevision: 0 }));
    expect(must(await storage.rename('one', 'new')).revision).toBe(2);
    expect(must(await storage.list())).toMatchObject([{ id: 'one', name: 'new', revision: 2 }]);
    expect(await tab().save({ case: caseOf('one', 'old'), expectedRevision: 1 })).toMatchObject({ ok: false });
    expect(await storage.rename('one', 'x'.repeat(501))).toMatchObject({ error: { kind: 'invalidCase' } });
  });
});

describe('deleting', () => {
  it('takes a case out of sight and brings it back whole', async () => {
    const { storage, clock } = openDesk();
    const document = caseOf('one', 'Ann', ['a']);
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    must(await storage.save({ case: document, expectedRevision: 0, thumbnail: new Blob(['small']) }));
    clock.nowMs += 1000;
    must(await storage.remove('one'));
    expect(must(await storage.list())).toEqual([]);
    expect(await storage.load('one')).toEqual({ ok: false, error: { kind: 'missingCase' } });
    expect(must(await storage.listRemoved())).toMatchObject([{ id: 'one', name: 'Ann' }]);

    must(await storage.undoRemove('one'));
    expect(must(await storage.listRemoved())).toEqual([]);
    expect(must(await storage.load('one'))).toMatchObject({ case: document, revision: 1 });
    expect(must(await storage.list())).toMatchObject([{ id: 'one', updatedAt: START_MS }]);
    expect(must(await storage.list())[0]?.thumbnail?.size).toBe(5);
  });

  it('is not undone by a tab that still saves the case', async () => {
    const { storage, tab } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    must(await storage.remove('one'));
    for (const expectedRevision of [0, 1]) {
      const saved = await tab().save({ case: caseOf('one', 'late'), expectedRevision });
      expect(saved).toEqual({ ok: false, error: { kind: 'missingCase' } });
    }
    must(await storage.undoRemove('one'));
    expect(must(await tab().save({ case: caseOf('one', 'late'), expectedRevision: 1 })).revision).toBe(2);
  });

  it('keeps the time of the first deletion when it is repeated', async () => {
    const { storage, clock } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    must(await storage.remove('one'));
    clock.nowMs += 20 * DAY_MS;
    must(await storage.remove('one'));
    expect(must(await storage.sweep(START_MS + 31 * DAY_MS)).cases).toBe(1);
  });
});

describe('the place in a case', () => {
  const place = { camera: { scale: 0.5, x: -12.5, y: 40 }, tool: 'hairline', openSection: 'dots' };

  it('comes back with the case and moves no revision', async () => {
    const { storage } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    must(await storage.savePlace('one', place));
    expect(must(await storage.load('one'))).toMatchObject({ place, revision: 1 });
    must(await storage.savePlace('one', { camera: null, tool: 'hand', openSection: null }));
    expect(must(await storage.load('one')).place).toEqual({ camera: null, tool: 'hand', openSection: null });
  });

  it('is none when it cannot be read', async () => {
    const { storage, raw } = openDesk();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    await raw.places.put({ caseId: 'one', place: { ...place, camera: { scale: Number.NaN, x: 0, y: 0 } } });
    expect(must(await storage.load('one')).place).toBeNull();
  });
});

describe('the case that was open last', () => {
  it('is none at first, then the one that was set, until it is deleted', async () => {
    const { storage } = openDesk();
    expect(must(await storage.lastOpened())).toBeNull();
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    must(await storage.setLastOpened('one'));
    expect(must(await storage.lastOpened())).toBe('one');
    must(await storage.remove('one'));
    expect(must(await storage.lastOpened())).toBeNull();
    must(await storage.undoRemove('one'));
    expect(must(await storage.lastOpened())).toBe('one');
    must(await storage.setLastOpened(null));
    expect(must(await storage.lastOpened())).toBeNull();
  });

  it('is none when it was never saved', async () => {
    const { storage } = openDesk();
    must(await storage.setLastOpened('never'));
    expect(must(await storage.lastOpened())).toBeNull();
  });
});

describe('what other tabs are told', () => {
  it('is every completed change and no failed one', async () => {
    const changes: CaseChange[] = [];
    const { storage } = openDesk({ onChange: (change) => changes.push(change) });
    await storage.save({ case: caseOf('one'), expectedRevision: 0 });
    await storage.save({ case: caseOf('one'), expectedRevision: 0 });
    await storage.rename('one', 'new');
    await storage.remove('one');
    await storage.rename('one', 'newer');
    await storage.undoRemove('one');
    expect(changes).toEqual([
      { kind: 'saved', caseId: 'one', revision: 1 },
      { kind: 'saved', caseId: 'one', revision: 2 },
      { kind: 'removed', caseId: 'one', revision: 2 },
      { kind: 'restored', caseId: 'one', revision: 2 },
    ]);
  });
});
