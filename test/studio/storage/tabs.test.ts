import { onTestFinished, describe, expect, it, vi } from 'vitest';
import type { CaseChange } from '../../../src/studio/storage/caseStorage';
import { saveAsCopy, watchOtherTabs, type TabChannel } from '../../../src/studio/storage/tabs';
import { caseOf, hash, must, openDesk, photoBytes } from './sampleCases';

/** Channels of tabs that hear each other, but not themselves. */
function channels(): () => TabChannel {
  const all = new Set<TabChannel>();
  return () => {
    const channel: TabChannel = {
      onmessage: null,
      postMessage: (message) => {
        for (const other of all)
          if (other !== channel) other.onmessage?.(new MessageEvent('message', { data: structuredClone(message) }));
      },
      close: () => all.delete(channel),
    };
    all.add(channel);
    return channel;
  };
}

const saved = (caseId: string, revision: number): CaseChange => ({ kind: 'saved', caseId, revision });

/** A tab with case "one" open at this revision, and what it heard. */
function tabAt(revision: number, channel: TabChannel | null) {
  const heard: { mine: CaseChange[]; any: CaseChange[] } = { mine: [], any: [] };
  const tab = watchOtherTabs({
    open: () => ({ caseId: 'one', revision }),
    onOpenCaseChanged: (change) => heard.mine.push(change),
    onChange: (change) => heard.any.push(change),
    channel,
  });
  return { ...tab, heard };
}

describe('a tab', () => {
  it('learns at once that another one saved the case that it has open', () => {
    const open = channels();
    const [here, there] = [tabAt(4, open()), tabAt(4, open())];
    there.announce(saved('one', 5));
    expect(here.heard.mine).toEqual([saved('one', 5)]);
    expect(there.heard.any).toEqual([]);
  });

  it('is not disturbed by a revision that it has, or by another case', () => {
    const open = channels();
    const [here, there] = [tabAt(4, open()), tabAt(4, open())];
    there.announce(saved('one', 4));
    there.announce(saved('two', 9));
    expect(here.heard.mine).toEqual([]);
    expect(here.heard.any).toHaveLength(2);
  });

  it('learns of a deletion and of its undoing at any revision', () => {
    const open = channels();
    const [here, there] = [tabAt(4, open()), tabAt(4, open())];
    there.announce({ kind: 'removed', caseId: 'one', revision: 4 });
    there.announce({ kind: 'restored', caseId: 'one', revision: 4 });
    expect(here.heard.mine.map((change) => change.kind)).toEqual(['removed', 'restored']);
  });

  it('passes over what it does not understand', () => {
    const open = channels();
    const here = tabAt(4, open());
    const stranger = open();
    for (const message of [null, 'saved', { kind: 'melted', caseId: 'one', revision: 5 }, { kind: 'saved' }])
      stranger.postMessage(message);
    expect(here.heard).toEqual({ mine: [], any: [] });
  });

  it('neither hears nor says anything once stopped', () => {
    const open = channels();
    const [here, there] = [tabAt(4, open()), tabAt(4, open())];
    here.stop();
    there.announce(saved('one', 5));
    here.announce(saved('one', 6));
    expect(here.heard.any).toEqual([]);
    expect(there.heard.any).toEqual([]);
  });

  it('does without a channel', () => {
    const { announce, stop } = tabAt(4, null);
    announce(saved('one', 5));
    stop();
  });

  it("hears over the browser's own channel", async () => {
    const [here, there] = [vi.fn(), vi.fn()];
    const tabs = [here, there].map((onOpenCaseChanged) =>
      watchOtherTabs({ open: () => ({ caseId: 'one', revision: 1 }), onOpenCaseChanged }),
    );
    onTestFinished(() => {
      for (const tab of tabs) tab.stop();
    });
    tabs[0]?.announce(saved('one', 2));
    await vi.waitFor(() => {
      expect(there).toHaveBeenCalledWith(saved('one', 2));
    });
    expect(here).not.toHaveBeenCalled();
  });
});

describe('two tabs on one case', () => {
  it('the later one loses nothing and overwrites nothing: it learns, and keeps its own as a copy', async () => {
    const open = channels();
    const { storage, tab } = openDesk();
    must(await storage.putPhoto(hash('a'), photoBytes('a')));
    must(await storage.save({ case: caseOf('one', 'Ann', ['a']), expectedRevision: 0 }));
    const late = tabAt(1, open());
    const early = tab({ onChange: tabAt(1, open()).announce });

    must(await early.save({ case: caseOf('one', 'early', ['a']), expectedRevision: 1 }));
    expect(late.heard.mine).toEqual([saved('one', 2)]);
    const mine = caseOf('one', 'late', ['a']);
    expect(await storage.save({ case: mine, expectedRevision: 1 })).toMatchObject({ ok: false });
    const copy = must(await saveAsCopy(storage, mine, 'two'));
    expect(copy).toEqual({ case: { ...mine, id: 'two' }, revision: 1 });
    const names = must(await storage.list()).map(({ id, name }) => `${id} ${name}`);
    expect(names.sort()).toEqual(['one early', 'two late']);
  });

  it('a copy never takes the place of a case that is there, and may have another name', async () => {
    const { storage } = openDesk();
    must(await storage.save({ case: caseOf('one', 'Ann'), expectedRevision: 0 }));
    expect(await saveAsCopy(storage, caseOf('two'), 'one')).toMatchObject({ error: { kind: 'changedElsewhere' } });
    expect(must(await saveAsCopy(storage, caseOf('one', 'Ann'), 'two', 'Ann, copy')).case.client.name).toBe(
      'Ann, copy',
    );
  });
});
