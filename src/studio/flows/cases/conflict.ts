import { caseStore, replaceCase } from '../../state/caseStore';
import { saveAsCopy } from '../../storage/tabs';
import { text } from '../../texts/texts';
import { openStoredCase } from './cases';
import { copyName, dropDesk, resumeDesk, storage, takeUpAgain } from '../desk';
import { say, storageSentence } from '../notices';

/** Another tab has moved the case on: take its version, this tab's last changes are dropped knowingly. */
export async function loadTheNewer(): Promise<void> {
  const mine = caseStore.getState().case;
  if (mine === null) return;
  dropDesk();
  if (await openStoredCase(mine.id)) return;
  // What this tab has is not given up for one that can't be had: as it is stored nowhere, it is kept as if new.
  if (caseStore.getState().case === mine) resumeDesk(mine, 0);
}

/** Another tab has deleted the case: it is there again, with what was drawn here since. */
export async function bringBackDeleted(): Promise<void> {
  const id = caseStore.getState().case?.id;
  if (id === undefined) return;
  const restored = await storage.undoRemove(id);
  if (restored.ok) await takeUpAgain();
  else say('error', storageSentence(restored.error));
}

/** Keeps this tab's version as a case of its own, beside the newer one. */
export async function keepMineAsCopy(): Promise<void> {
  const mine = caseStore.getState().case;
  if (mine === null) return;
  const copy = await saveAsCopy(storage, mine, crypto.randomUUID(), copyName(mine));
  if (!copy.ok) {
    say('error', storageSentence(copy.error));
    return;
  }
  dropDesk();
  replaceCase(copy.value.case);
  resumeDesk(copy.value.case, copy.value.revision);
  say('info', text('notice.copyMade'));
}
