import { describe, expect, it } from 'vitest';
import { openCaseStorage, type CaseChange } from '../../../src/studio/storage/caseStorage';
import { caseOf, DAY_MS, hash, must, openDesk, photoBytes, START_MS, type Desk } from './sampleCases';

/** A desk with case "one" stored at revision 1. */
async function deskWithCase(): Promise<Desk> {
  const desk = openDesk();
  must(await desk.storage.save({ case: caseOf('one', 'saved'), expectedRevision: 0 }));
  return desk;
}

const left = caseOf('one', 'left');

describe('a change that its page could not save any more', () => {
  it('is brought back, stored and told of by the next load', async () => {
    const { storage, tab } = await deskWithCase();
    storage.leaveLastChange({ case: left, revision: 1, saving: false });
    const changes: CaseChange[] = [];
    const next = tab({ onChange: (change) => changes.push(change) });
    const loaded = must(await next.load('one'));
    expect(loaded).toEqual({ case: left, revision: 2, place: null, recovered: true, leftBehind: [] });
    expect(changes).toEqual([{ kind: 'saved', caseId: 'one', revision: 2 }]);
    expect(must(await next.load('one'))).toMatchObject({ case: left, revision: 2, recovered: false });
  });

  it('is forgotten once the page saved after all', async () => {
    const { storage, tab } = await deskWithCase();
    storage.leaveLastChange({ case: left, revision: 1, saving: false });
    must(await storage.save({ case: caseOf('one', 'newer'), expectedRevision: 1 }));
    expect(must(await tab().load('one'))).toMatchObject({
      case: { client: { name: 'newer' } },
      revision: 2,
      recovered: false,
      leftBehind: [],
    });
  });

  it('is brought back when the save under way then did complete', async () => {
    const { storage, tab, raw } = await deskWithCase();
    storage.leaveLastChange({ case: left, revision: 1, saving: true });
    const row = await raw.leftChanges.toCollection().first();
    must(await storage.save({ case: caseOf('one', 'under way'), expectedRevision: 1 }));
    await raw.leftChanges.put(row);
    expect(must(await tab().load('one'))).toMatchObject({ case: left, revision: 3, recovered: true });
  });

  it('never replaces a later save of its own page', async () => {
    const { storage, tab, raw } = await deskWithCase();
    storage.leaveLastChange({ case: left, revision: 1, saving: false });
    const row = await raw.leftChanges.toCollection().first();
    must(await storage.save({ case: caseOf('one', 'later'), expectedRevision: 1 }));
    await raw.leftChanges.put(row);
    expect(must(await tab().load('one'))).toMatchObject({ case: { client: { name: 'later' } }, recovered: false });
  });

  it.each([false, true])('never replaces what another tab saved since (a save under way: %s)', async (saving) => {
    const { storage, tab } = await deskWithCase();
    storage.leaveLastChange({ case: left, revision: 1, saving });
    const other = tab();
    const theirs = caseOf('one', 'theirs');
    must(await other.save({ case: theirs, expectedRevision: 1 }));
    expect(must(await other.load('one'))).toMatchObject({ case: theirs, revision: 2, leftBehind: [left] });
    expect(must(await other.load('one'))).toMatchObject({ case: theirs, revision: 2, leftBehind: [] });
  });

  it('is nothing when it is what is stored', async () => {
    const { storage, tab } = await deskWithCase();
    storage.leaveLastChange({ case: caseOf('one', 'saved'), revision: 1, saving: false });
    expect(must(await tab().load('one'))).toMatchObject({ revision: 1, recovered: false, leftBehind: [] });
  });

  it('waits for its photo, and keeps it from being swept', async () => {
    const { storage, tab, raw } = await deskWithCase();
    const withPhotos = caseOf('one', 'left', ['a', 'b']);
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    storage.leaveLastChange({ case: withPhotos, revision: 1, saving: false });
    const next = tab();
    expect(must(await next.load('one'))).toMatchObject({ revision: 1, recovered: false });
    must(await next.sweep(START_MS + 5 * DAY_MS));
    expect(await raw.photos.count()).toBe(1);
    must(await next.putPhoto(hash('b'), photoBytes('b')));
    expect(must(await next.load('one'))).toMatchObject({ case: withPhotos, revision: 2, recovered: true });
  });

  it('that is damaged is passed over', async () => {
    const { storage, raw } = await deskWithCase();
    const row = { caseId: 'one', by: 'x', revision: 1, saving: false };
    for (const damaged of [
      { caseId: 'one', by: 'x' },
      { ...row, document: {} },
      { ...row, document: caseOf('two') },
    ]) {
      await raw.leftChanges.put(damaged);
      expect(must(await storage.load('one'))).toMatchObject({ revision: 1, recovered: false, leftBehind: [] });
    }
  });

  it('of a case that is not there goes with the sweep', async () => {
    const { storage, raw } = await deskWithCase();
    storage.leaveLastChange({ case: caseOf('two'), revision: 3, saving: false });
    must(await storage.sweep(START_MS));
    expect(await raw.leftChanges.count()).toBe(0);
  });

  it('of a case that was never saved, or while storage is shut, leaves nothing', async () => {
    const { storage, raw, factory } = await deskWithCase();
    storage.leaveLastChange({ case: left, revision: 0, saving: false });
    openCaseStorage({ name: 'test', factory }).leaveLastChange({ case: left, revision: 1, saving: false });
    await raw.open();
    expect(await raw.leftChanges.count()).toBe(0);
  });

  it('stays beside that of another tab which left one later, and each is had once', async () => {
    const { storage, tab, raw } = await deskWithCase();
    const [second, third] = [tab(), tab()];
    must(await second.load('one'));
    must(await second.save({ case: caseOf('one', 'second'), expectedRevision: 1 }));
    // The first closes in conflict; the second is hidden within moments of an edit.
    storage.leaveLastChange({ case: left, revision: 1, saving: false });
    const later = caseOf('one', 'later');
    second.leaveLastChange({ case: later, revision: 2, saving: false });
    expect(await raw.leftChanges.count()).toBe(2);
    expect(must(await third.load('one'))).toMatchObject({
      case: later,
      revision: 3,
      recovered: true,
      leftBehind: [left],
    });
    expect(must(await third.load('one'))).toMatchObject({ revision: 3, recovered: false, leftBehind: [] });
  });

  it('outlives a save of another tab', async () => {
    const { storage, tab } = await deskWithCase();
    const second = tab();
    must(await second.load('one'));
    storage.leaveLastChange({ case: left, revision: 1, saving: false });
    second.leaveLastChange({ case: caseOf('one', 'second'), revision: 1, saving: false });
    must(await second.save({ case: caseOf('one', 'second'), expectedRevision: 1 }));
    expect(must(await second.load('one'))).toMatchObject({ case: { client: { name: 'second' } }, leftBehind: [left] });
  });

  it('is not taken twice where two tabs left one to the same revision', async () => {
    const { storage, tab } = await deskWithCase();
    const second = tab();
    must(await second.list());
    const other = caseOf('one', 'other');
    storage.leaveLastChange({ case: left, revision: 1, saving: false });
    second.leaveLastChange({ case: other, revision: 1, saving: false });
    const loaded = must(await tab().load('one'));
    expect(loaded).toMatchObject({ revision: 2, recovered: true });
    expect([loaded.case, ...loaded.leftBehind].map(({ client }) => client.name).sort()).toEqual(['left', 'other']);
  });
});
