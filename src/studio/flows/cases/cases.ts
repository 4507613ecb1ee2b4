import { err, ok, type Result } from '../../../core/result';
import { activePhoto } from '../../../core/design/edits';
import { commit, caseStore } from '../../state/caseStore';
import type { CaseSummary } from '../../storage/caseStorage';
import { saveFile } from '../../export/saveFile';
import { KEEP_REMOVED_MS } from '../../storage/sweep';
import { saveAsCopy } from '../../storage/tabs';
import { sessionStore } from '../../state/sessionStore';
import { text } from '../../texts/texts';
import { emptyCase } from './caseOfPhoto';
import { copyName, dropDesk, flushDesk, layOnDesk, storage, toolInHand } from '../desk';
import { say, storageSentence } from '../notices';
import { openKept } from '../turning';

export async function listCases(): Promise<Result<readonly CaseSummary[], string>> {
  await flushDesk();
  const listed = await storage.list();
  return listed.ok ? ok(listed.value) : err(storageSentence(listed.error));
}

/** A deleted case and when its time to be brought back is over, in milliseconds since 1970. */
export interface DeletedCase {
  readonly summary: CaseSummary;
  readonly deletedAt: number;
  readonly endsAt: number;
}

/** Deleted cases that can still be brought back, the last deleted first. */
export async function listDeleted(): Promise<Result<readonly DeletedCase[], string>> {
  const listed = await storage.listRemoved();
  if (!listed.ok) return err(storageSentence(listed.error));
  return ok(
    listed.value.flatMap((summary) => {
      const { deletedAt } = summary;
      return deletedAt === null ? [] : { summary, deletedAt, endsAt: deletedAt + KEEP_REMOVED_MS };
    }),
  );
}

export async function startNewCase(): Promise<void> {
  await layOnDesk(emptyCase(''), null);
}

/** Opens a stored case where it was left. False, with a sentence on the screen, where it can't be opened. */
export async function openStoredCase(id: string): Promise<boolean> {
  const toolBefore = toolInHand();
  sessionStore.setState({ notice: null });
  await flushDesk();
  const loaded = await storage.load(id);
  if (!loaded.ok) {
    say('error', storageSentence(loaded.error));
    return false;
  }
  const { case: of, revision, place, leftBehind } = loaded.value;
  // Tabs' final changes that came too late for the case itself: they are handed out once, so they are kept at once.
  for (const left of leftBehind) {
    const kept = await saveAsCopy(storage, left, crypto.randomUUID(), copyName(left));
    if (kept.ok) say('info', text('notice.leftBehind'));
  }
  const photo = activePhoto(of);
  const opened = photo === undefined ? null : await openKept(photo.sha256);
  if (photo !== undefined && opened === null) return false;
  await layOnDesk(of, opened, { revision, place, toolBefore });
  return true;
}

/** Null when it worked, else the sentence that says why not. */
export async function renameCase(id: string, name: string): Promise<string | null> {
  if (caseStore.getState().case?.id === id) {
    commit({ type: 'renameClient', name });
    await flushDesk();
    return null;
  }
  const renamed = await storage.rename(id, name);
  return renamed.ok ? null : storageSentence(renamed.error);
}

/** Deletes with a way back; when it was the open case, the newest of the others takes its place. */
export async function deleteCase(id: string): Promise<string | null> {
  await flushDesk();
  const open = caseStore.getState().case?.id === id;
  if (open) dropDesk();
  const removed = await storage.remove(id);
  if (!removed.ok) return storageSentence(removed.error);
  if (open) await openNewestOrEmpty();
  return null;
}

export async function openNewestOrEmpty(): Promise<void> {
  const listed = await storage.list();
  const newest = listed.ok ? listed.value.find((summary) => summary.unreadable === null) : undefined;
  if (newest === undefined || !(await openStoredCase(newest.id))) await startNewCase();
}

export async function undoDelete(id: string): Promise<string | null> {
  const restored = await storage.undoRemove(id);
  return restored.ok ? null : storageSentence(restored.error);
}

/** Ends a deleted case before its time; there is no way back. */
export async function eraseDeleted(id: string): Promise<string | null> {
  const erased = await storage.erase(id);
  return erased.ok ? null : storageSentence(erased.error);
}

/** Saves the stored data of a case that can't be opened as a file, for whoever can read it. */
export async function saveDataOfCase(id: string): Promise<void> {
  const copy = await storage.copyOf(id);
  if (copy.ok) saveFile(copy.value, 'follicle-case.json');
  else say('error', storageSentence(copy.error));
}
