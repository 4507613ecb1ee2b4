import { describe, expect, it } from 'vitest';
import { KEEP_REMOVED_MS, KEEP_UNUSED_PHOTO_MS } from '../../../src/studio/storage/sweep';
import { caseOf, DAY_MS, hash, must, openDesk, photoBytes, START_MS, type Desk } from './sampleCases';

/** A desk with photos a, b and c, and these cases of them. */
async function deskWith(cases: Readonly<Record<string, readonly string[]>>): Promise<Desk> {
  const desk = openDesk();
  for (const letter of ['a', 'b', 'c']) must(await desk.storage.putPhoto(hash(letter), photoBytes(letter)));
  for (const [id, letters] of Object.entries(cases)) {
    must(await desk.storage.save({ case: caseOf(id, id, letters), expectedRevision: 0, thumbnail: new Blob([id]) }));
    must(await desk.storage.savePlace(id, { camera: null, tool: 'hand', openSection: null }));
  }
  return desk;
}

const photosIn = async ({ raw }: Desk): Promise<string[]> =>
  (await raw.photos.toCollection().primaryKeys()).map((sha256) => sha256.charAt(0));

describe('photos', () => {
  it('stay while any case shows them, and go when none does', async () => {
    const desk = await deskWith({ one: ['a', 'b'], two: ['b'] });
    expect(must(await desk.storage.sweep(START_MS + 2 * DAY_MS))).toEqual({ cases: 0, photos: 1 });
    expect(await photosIn(desk)).toEqual(['a', 'b']);
  });

  it('that no case shows yet stay for a day: another tab may be about to save the case', async () => {
    const desk = await deskWith({});
    must(await desk.storage.sweep(START_MS + KEEP_UNUSED_PHOTO_MS));
    expect(await photosIn(desk)).toEqual(['a', 'b', 'c']);
    must(await desk.storage.sweep(START_MS + KEEP_UNUSED_PHOTO_MS + 1));
    expect(await photosIn(desk)).toEqual([]);
  });

  it('that an edit took out stay for a day from then: an undo may bring them back', async () => {
    const desk = await deskWith({ one: ['a', 'b', 'c'] });
    const outMs = START_MS + 10 * DAY_MS;
    desk.clock.nowMs = outMs;
    must(await desk.storage.save({ case: caseOf('one', 'one', ['a']), expectedRevision: 1 }));
    must(await desk.storage.sweep(outMs + 1000));
    expect(await photosIn(desk)).toEqual(['a', 'b', 'c']);
    must(await desk.storage.save({ case: caseOf('one', 'one', ['a', 'b']), expectedRevision: 2 }));
    must(await desk.storage.sweep(outMs + 2 * DAY_MS));
    expect(await photosIn(desk)).toEqual(['a', 'b']);
  });

  it('whose last use is not known count as used at the first sweep', async () => {
    const desk = await deskWith({});
    await desk.raw.photoUses.clear();
    must(await desk.storage.sweep(START_MS + 100 * DAY_MS));
    expect(await photosIn(desk)).toEqual(['a', 'b', 'c']);
    must(await desk.storage.sweep(START_MS + 102 * DAY_MS));
    expect(await photosIn(desk)).toEqual([]);
  });

  it('of a case that cannot be read stay', async () => {
    const desk = await deskWith({});
    await desk.raw.cases.put({ id: 'one', document: { version: 9, pictures: { front: hash('a') } } });
    must(await desk.storage.sweep(START_MS + 2 * DAY_MS));
    expect(await photosIn(desk)).toEqual(['a']);
  });

  it('all stay when a stored case cannot even be searched for them', async () => {
    const desk = await deskWith({});
    const circle: Record<string, unknown> = { id: 'one' };
    circle.self = circle;
    await desk.raw.cases.put(circle);
    expect(must(await desk.storage.sweep(START_MS + 2 * DAY_MS)).photos).toBe(0);
    expect(await photosIn(desk)).toEqual(['a', 'b', 'c']);
  });
});

describe('deleted cases', () => {
  it('and their photos stay for 30 days and can be brought back on the last', async () => {
    const desk = await deskWith({ one: ['a'], two: ['b'] });
    must(await desk.storage.remove('one'));
    expect(must(await desk.storage.sweep(START_MS + KEEP_REMOVED_MS))).toEqual({ cases: 0, photos: 1 });
    expect(await photosIn(desk)).toEqual(['a', 'b']);
    must(await desk.storage.undoRemove('one'));
    expect(must(await desk.storage.load('one')).case.photos).toHaveLength(1);
  });

  it('go after 30 days with their picture, their place and the photos that no other case shows', async () => {
    const desk = await deskWith({ one: ['a', 'b'], two: ['b', 'c'] });
    must(await desk.storage.remove('one'));
    expect(must(await desk.storage.sweep(START_MS + KEEP_REMOVED_MS + 1))).toEqual({ cases: 1, photos: 1 });
    expect(await photosIn(desk)).toEqual(['b', 'c']);
    expect(must(await desk.storage.listRemoved())).toEqual([]);
    expect(await desk.storage.undoRemove('one')).toMatchObject({ error: { kind: 'missingCase' } });
    for (const table of [desk.raw.cases, desk.raw.thumbnails, desk.raw.places])
      expect(await table.toCollection().primaryKeys()).toEqual(['two']);
  });

  it('stay when the clock has gone back', async () => {
    const desk = await deskWith({ one: ['a'] });
    must(await desk.storage.remove('one'));
    expect(must(await desk.storage.sweep(START_MS - 400 * DAY_MS)).cases).toBe(0);
  });

  it('deleted for good go at once with all that is kept for them, and leave the others and shared photos', async () => {
    const desk = await deskWith({ one: ['a', 'b'], two: ['b', 'c'] });
    desk.clock.nowMs = START_MS + 2 * DAY_MS;
    must(await desk.storage.remove('one'));
    expect(must(await desk.storage.listRemoved())).toMatchObject([{ id: 'one', deletedAt: desk.clock.nowMs }]);
    expect(must(await desk.storage.erase('one'))).toEqual({ cases: 1, photos: 1 });
    expect(await photosIn(desk)).toEqual(['b', 'c']);
    expect(must(await desk.storage.listRemoved())).toEqual([]);
    for (const table of [desk.raw.cases, desk.raw.thumbnails, desk.raw.places])
      expect(await table.toCollection().primaryKeys()).toEqual(['two']);
  });

  it('brought back elsewhere meanwhile are not ended', async () => {
    const desk = await deskWith({ one: ['a'] });
    must(await desk.storage.remove('one'));
    must(await desk.storage.undoRemove('one'));
    expect(await desk.storage.erase('one')).toMatchObject({ error: { kind: 'missingCase' } });
    expect(must(await desk.storage.list())).toMatchObject([{ id: 'one', deletedAt: null }]);
  });

  it('that no longer can be read are ended when asked, only then', async () => {
    const desk = await deskWith({});
    await desk.raw.cases.put({ id: 'one', revision: 1, updatedAt: 1, deletedAt: 1, document: {} });
    must(await desk.storage.sweep(START_MS));
    expect(must(await desk.storage.erase('one')).cases).toBe(1);
    expect(must(await desk.storage.listRemoved())).toEqual([]);
  });

  it('are listed the last deleted first', async () => {
    const desk = await deskWith({ one: [], two: [] });
    must(await desk.storage.remove('two'));
    desk.clock.nowMs += 1;
    must(await desk.storage.remove('one'));
    expect(must(await desk.storage.listRemoved()).map(({ id }) => id)).toEqual(['one', 'two']);
  });
});
