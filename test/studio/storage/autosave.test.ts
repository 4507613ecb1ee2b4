import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/design/case';
import { err, ok, type Result } from '../../../src/core/result';
import { createAutosave, type Autosave, type SaveStatus } from '../../../src/studio/storage/autosave';
import type { Saved, SaveRequest, StorageProblem } from '../../../src/studio/storage/caseStorage';
import type { LastChange } from '../../../src/studio/storage/lastChange';
import { HandSchedule, rest } from './handSchedule';
import { caseOf, must, openDesk } from './sampleCases';

const opened = caseOf('one', 'opened');

/** A storage whose saves end when the test says so, and how. */
class SlowStorage {
  readonly requests: SaveRequest[] = [];
  readonly left: LastChange[] = [];
  mostAtOnce = 0;
  private readonly running: ((result: Result<Saved, StorageProblem>) => void)[] = [];

  readonly save = (request: SaveRequest): Promise<Result<Saved, StorageProblem>> => {
    this.requests.push(request);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running.length + 1);
    return new Promise((resolve) => this.running.push(resolve));
  };

  readonly leaveLastChange = (change: LastChange): void => {
    this.left.push(change);
  };

  get names(): string[] {
    return this.requests.map((request) => request.case.client.name);
  }

  async complete(): Promise<void> {
    await this.end(ok({ revision: (this.requests.at(-1)?.expectedRevision ?? 0) + 1 }));
  }

  async fail(problem: StorageProblem): Promise<void> {
    await this.end(err(problem));
  }

  private async end(result: Result<Saved, StorageProblem>): Promise<void> {
    const resolve = this.running.pop();
    if (resolve === undefined) throw new Error('no save is running');
    resolve(result);
    await rest();
  }
}

interface Bench {
  readonly autosave: Autosave;
  readonly storage: SlowStorage;
  readonly time: HandSchedule;
  readonly statuses: string[];
  /** Puts a document on the desk and says so. */
  readonly change: (document: Case | string) => void;
  readonly desk: { document: Case | null; thumbnail?: Blob };
}

function bench(revision = 5): Bench {
  const storage = new SlowStorage();
  const time = new HandSchedule();
  const statuses: string[] = [];
  const desk: Bench['desk'] = { document: opened };
  const autosave = createAutosave({
    opened: { case: opened, revision },
    read: () => desk.document,
    storage,
    onStatus: (status) => statuses.push(typeof status === 'string' ? status : status.failed.kind),
    schedule: time.schedule,
    thumbnail: () => desk.thumbnail,
  });
  const change = (document: Case | string): void => {
    desk.document = typeof document === 'string' ? caseOf('one', document) : document;
    autosave.changed();
  };
  return { autosave, storage, time, statuses, change, desk };
}

describe('a change', () => {
  it('is saved after 300 ms, and called saved only once that has completed', async () => {
    const { storage, time, statuses, change, autosave } = bench();
    change('a');
    expect(statuses).toEqual(['saving']);
    await time.pass(299);
    expect(storage.requests).toEqual([]);
    await time.pass(1);
    expect(storage.requests).toEqual([{ case: caseOf('one', 'a'), expectedRevision: 5 }]);
    await time.pass(10_000);
    expect(statuses).toEqual(['saving']);
    await storage.complete();
    expect(statuses).toEqual(['saving', 'saved']);
    expect(autosave.revision()).toBe(6);
    expect(time.waits).toEqual([]);
  });

  it('is not put off by those that follow: the save starts 300 ms after the first, with the newest', async () => {
    const { storage, time, change } = bench();
    for (const name of ['a', 'b', 'c', 'd']) {
      change(name);
      await time.pass(90);
    }
    expect(storage.names).toEqual(['d']);
  });

  it('during a save is saved after it, without a "saved" in between and under the new revision', async () => {
    const { storage, time, statuses, change } = bench();
    change('a');
    await time.pass(300);
    change('b');
    await time.pass(300);
    change('c');
    await time.pass(300);
    expect(storage.names).toEqual(['a']);
    await storage.complete();
    expect(storage.names).toEqual(['a', 'c']);
    expect(storage.requests.at(-1)?.expectedRevision).toBe(6);
    expect(storage.mostAtOnce).toBe(1);
    expect(statuses).toEqual(['saving']);
    await storage.complete();
    expect(statuses).toEqual(['saving', 'saved']);
  });

  it('just before a save ends still gathers its own 300 ms', async () => {
    const { storage, time, statuses, change } = bench();
    change('a');
    await time.pass(300);
    change('b');
    await storage.complete();
    expect(storage.names).toEqual(['a']);
    expect(statuses).toEqual(['saving']);
    await time.pass(300);
    expect(storage.names).toEqual(['a', 'b']);
  });

  it('that is undone before its save leaves nothing to save', async () => {
    const { storage, time, statuses, change } = bench();
    change('a');
    change(opened);
    await time.pass(1000);
    expect(storage.requests).toEqual([]);
    expect(statuses).toEqual(['saving', 'saved']);
  });

  it('that is undone during its save is saved back', async () => {
    const { storage, time, statuses, change } = bench();
    change('a');
    await time.pass(300);
    change(opened);
    await storage.complete();
    await time.pass(300);
    expect(storage.names).toEqual(['a', 'opened']);
    await storage.complete();
    expect(statuses).toEqual(['saving', 'saved']);
  });

  it('of a new case is its first save, even when the document is as it began', async () => {
    const { storage, time, change } = bench(0);
    change(opened);
    await time.pass(300);
    expect(storage.requests).toEqual([{ case: opened, expectedRevision: 0 }]);
  });

  it('of another case on the desk, or of none, is left alone', async () => {
    const { storage, time, change, autosave, desk } = bench();
    change(caseOf('two'));
    desk.document = null;
    autosave.changed();
    must(await autosave.flush());
    await time.pass(1000);
    expect(storage.requests).toEqual([]);
  });

  it('brings the picture for the list when there is a new one', async () => {
    const { storage, time, change, desk } = bench();
    const thumbnail = new Blob(['small']);
    desk.thumbnail = thumbnail;
    for (const name of ['a', 'b']) {
      change(name);
      await time.pass(300);
      await storage.complete();
    }
    expect(storage.requests.map((request) => request.thumbnail)).toEqual([thumbnail, undefined]);
  });
});

describe('a save that fails', () => {
  it('is tried again after 1, 2, 4 … and never more than 30 seconds, and shows as failed until it succeeds', async () => {
    const { storage, time, statuses, change } = bench();
    change('a');
    await time.pass(300);
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      await storage.fail({ kind: 'quotaExceeded' });
      waits.push(...time.waits);
      await time.pass(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(statuses).toEqual(['saving', 'quotaExceeded']);
    await storage.complete();
    expect(statuses).toEqual(['saving', 'quotaExceeded', 'saved']);
    expect(new Set(storage.names)).toEqual(new Set(['a']));
    expect(storage.requests.every((request) => request.expectedRevision === 5)).toBe(true);
  });

  it('starts with short pauses again once one succeeded', async () => {
    const { storage, time, change } = bench();
    for (const name of ['a', 'b']) {
      change(name);
      await time.pass(300);
      await storage.fail({ kind: 'unavailable' });
      expect(time.waits).toEqual([1_000]);
      await time.pass(1_000);
      await storage.complete();
    }
  });

  it('is tried with the newest document, soon after a change', async () => {
    const { storage, time, statuses, change } = bench();
    change('a');
    await time.pass(300);
    await storage.fail({ kind: 'failed', detail: 'x' });
    change('b');
    await time.pass(300);
    expect(storage.names).toEqual(['a', 'b']);
    await storage.complete();
    expect(statuses).toEqual(['saving', 'failed', 'saved']);
    expect(time.waits).toEqual([]);
  });

  it('shows a new reason when there is one', async () => {
    const { storage, time, statuses, change } = bench();
    change('a');
    await time.pass(300);
    await storage.fail({ kind: 'blocked' });
    await time.pass(1_000);
    await storage.fail({ kind: 'quotaExceeded' });
    expect(statuses).toEqual(['saving', 'blocked', 'quotaExceeded']);
  });

  it('because the storage threw is a failed save like any other', async () => {
    const time = new HandSchedule();
    const statuses: SaveStatus[] = [];
    const autosave = createAutosave({
      opened: { case: opened, revision: 1 },
      read: () => caseOf('one', 'a'),
      storage: {
        save: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
        leaveLastChange: () => undefined,
      },
      onStatus: (status) => statuses.push(status),
      schedule: time.schedule,
    });
    autosave.changed();
    await time.pass(300);
    expect(statuses).toEqual(['saving', { failed: { kind: 'quotaExceeded' } }]);
    expect(time.waits).toEqual([1_000]);
  });

  it('for a document that breaks the rules waits for the next change', async () => {
    const { storage, time, statuses, change } = bench();
    change('bad');
    await time.pass(300);
    await storage.fail({ kind: 'invalidCase', where: '' });
    await time.pass(100_000);
    expect(storage.names).toEqual(['bad']);
    change('good');
    await time.pass(300);
    await storage.complete();
    expect(statuses).toEqual(['saving', 'invalidCase', 'saved']);
  });

  it.each<StorageProblem>([{ kind: 'changedElsewhere', revision: 9 }, { kind: 'missingCase' }])(
    'with $kind waits for the technician, whatever changes here',
    async (problem) => {
      const { storage, time, statuses, change } = bench();
      change('a');
      await time.pass(300);
      await storage.fail(problem);
      change('b');
      change(opened);
      await time.pass(100_000);
      expect(storage.names).toEqual(['a']);
      expect(statuses).toEqual(['saving', problem.kind]);
    },
  );
});

describe('flush', () => {
  it('starts the save before it returns, and resolves when it is on the disk', async () => {
    const { storage, statuses, change, autosave, time } = bench();
    change('a');
    const flushed = autosave.flush();
    expect(storage.names).toEqual(['a']);
    expect(storage.left).toEqual([{ case: caseOf('one', 'a'), revision: 5, saving: false }]);
    await storage.complete();
    expect(await flushed).toEqual(ok(null));
    expect(statuses).toEqual(['saving', 'saved']);
    await time.pass(1000);
    expect(storage.names).toEqual(['a']);
  });

  it('waits for a running save and then saves what came after it', async () => {
    const { storage, time, change, autosave } = bench();
    change('a');
    await time.pass(300);
    change('b');
    const flushed = autosave.flush();
    expect(storage.left).toEqual([{ case: caseOf('one', 'b'), revision: 5, saving: true }]);
    await storage.complete();
    expect(storage.names).toEqual(['a', 'b']);
    await storage.complete();
    expect(await flushed).toEqual(ok(null));
  });

  it('sees a change that nobody told of', async () => {
    const { storage, autosave, desk } = bench();
    desk.document = caseOf('one', 'untold');
    const flushed = autosave.flush();
    await storage.complete();
    expect(await flushed).toEqual(ok(null));
    expect(storage.names).toEqual(['untold']);
  });

  it('has nothing to do when nothing changed', async () => {
    const { storage, statuses, autosave } = bench();
    expect(await autosave.flush()).toEqual(ok(null));
    expect(storage.requests).toEqual([]);
    expect(storage.left).toEqual([]);
    expect(statuses).toEqual([]);
  });

  it('answers with the problem when the save fails', async () => {
    const { storage, change, autosave } = bench();
    change('a');
    const flushed = autosave.flush();
    await storage.fail({ kind: 'changedElsewhere', revision: 9 });
    expect(await flushed).toEqual(err({ kind: 'changedElsewhere', revision: 9 }));
  });
});

describe('flush with a choice still open', () => {
  it('leaves the document for the next load, which offers it', async () => {
    const { storage, time, change, autosave } = bench();
    change('mine');
    await time.pass(300);
    await storage.fail({ kind: 'changedElsewhere', revision: 9 });
    void autosave.flush();
    expect(storage.left).toEqual([{ case: caseOf('one', 'mine'), revision: 5, saving: false }]);
    await storage.fail({ kind: 'changedElsewhere', revision: 9 });
  });
});

describe('stop', () => {
  it('lets the running save end and starts no other', async () => {
    const { storage, time, change, autosave } = bench();
    change('a');
    await time.pass(300);
    change('b');
    autosave.stop();
    await storage.complete();
    change('c');
    await autosave.flush();
    await time.pass(100_000);
    expect(storage.names).toEqual(['a']);
  });

  it('ends the trying again', async () => {
    const { storage, time, change, autosave } = bench();
    change('a');
    await time.pass(300);
    await storage.fail({ kind: 'unavailable' });
    autosave.stop();
    expect(time.waits).toEqual([]);
  });
});

describe('with the real storage', () => {
  it('keeps the newest document', async () => {
    const { storage } = openDesk();
    const time = new HandSchedule();
    must(await storage.save({ case: opened, expectedRevision: 0 }));
    let document = opened;
    const { changed, flush, revision } = createAutosave({
      opened: { case: opened, revision: 1 },
      read: () => document,
      storage,
      onStatus: () => undefined,
      schedule: time.schedule,
    });
    for (const name of ['a', 'b', 'c']) {
      document = caseOf('one', name);
      changed();
      must(await flush());
    }
    expect(must(await storage.load('one'))).toMatchObject({ revision: 4, case: { client: { name: 'c' } } });
    expect(revision()).toBe(4);
  });
});
