import { describe, expect, it } from 'vitest';
import { storedCase } from '../../../src/studio/storage/database';
import { caseOf, DAY_MS, must, openDesk, START_MS, storedFixture } from './sampleCases';

const without = (row: Record<string, unknown>, key: string): unknown =>
  Object.fromEntries(Object.entries(row).filter(([each]) => each !== key));

describe('a stored case that cannot be read', () => {
  const damages: [string, (row: Record<string, unknown>) => unknown, string][] = [
    [
      'whose document lost a field',
      (row) => ({ ...row, document: { version: 1, id: 'one', client: { name: 'Ann' } } }),
      'corrupt',
    ],
    [
      'whose document is of a newer version',
      (row) => ({ ...row, document: { version: 99, id: 'one', client: { name: 'Ann' } } }),
      'newer',
    ],
    ['whose document is no case', (row) => ({ ...row, document: 'gone' }), 'corrupt'],
    ['whose document is gone', (row) => without(row, 'document'), 'corrupt'],
    ['whose document is another case', (row) => ({ ...row, document: caseOf('two', 'Ann') }), 'corrupt'],
    ['whose row lost its revision', (row) => without(row, 'revision'), 'corrupt'],
  ];

  it.each(damages)('%s is listed, saved out, and neither overwritten, renamed nor deleted', async (_, damage, kind) => {
    const { storage, raw } = openDesk();
    must(await storage.save({ case: caseOf('one', 'Ann'), expectedRevision: 0 }));
    const damaged = damage(storedCase.parse(await raw.cases.get('one')));
    await raw.cases.put(damaged);

    expect(must(await storage.list())).toMatchObject([{ id: 'one', unreadable: { kind } }]);
    const refused = { ok: false, error: { kind } };
    expect(await storage.load('one')).toMatchObject(refused);
    expect(await storage.save({ case: caseOf('one', 'mine'), expectedRevision: 1 })).toMatchObject(refused);
    expect(await storage.save({ case: caseOf('one', 'mine'), expectedRevision: 0 })).toMatchObject(refused);
    expect(await storage.rename('one', 'mine')).toMatchObject(refused);
    expect(await storage.remove('one')).toMatchObject(refused);
    expect(must(await storage.copyOf('one')).type).toBe('application/json');
    must(await storage.sweep(START_MS + 400 * DAY_MS));
    expect(await raw.cases.get('one')).toEqual(damaged);
  });

  it('keeps its name in the list and its document, as it lies, in the file', async () => {
    const { storage, raw } = openDesk();
    const document = { version: 1, id: 'one', client: { name: 'Ann' }, photos: 'lost' };
    await raw.cases.put({ id: 'one', revision: 4, updatedAt: START_MS, deletedAt: null, document });
    expect(must(await storage.list())).toMatchObject([{ name: 'Ann', updatedAt: START_MS, revision: 4 }]);
    expect(JSON.parse(await must(await storage.copyOf('one')).text())).toEqual(document);
  });

  it('does not keep the sound ones from being listed', async () => {
    const { storage, raw } = openDesk();
    await raw.cases.put({ id: 'broken' });
    must(await storage.save({ case: caseOf('one'), expectedRevision: 0 }));
    expect(must(await storage.list()).map(({ id, unreadable }) => [id, unreadable === null])).toEqual([
      ['one', true],
      ['broken', false],
    ]);
  });

  it('that says it cannot be written as a file answers with a problem', async () => {
    const { storage, raw } = openDesk();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    await raw.cases.put({ id: 'one', revision: 1, updatedAt: 0, deletedAt: null, document: circle });
    expect(await storage.copyOf('one')).toMatchObject({ ok: false, error: { kind: 'failed' } });
  });
});

describe('a case of an older file', () => {
  it('is read from storage and saved on', async () => {
    const { storage, raw } = openDesk();
    const document = storedFixture(1);
    await raw.cases.put({ id: 'case-1', revision: 9, updatedAt: START_MS, deletedAt: null, document });
    expect(must(await storage.load('case-1'))).toMatchObject({ revision: 9, case: { client: { name: 'A. Client' } } });
  });
});
