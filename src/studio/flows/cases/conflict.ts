import { caseStore, replaceCase } from '../../state/caseStore';
import { saveAsCopy } from '../../storage/tabs';
import { text } from '../../texts/texts';
import { openStoredCase } from './cases';
import { dropDesk, resumeDesk, storage } from '../desk';
import { say, storageSentence } from '../notices';

/** Another tab has moved the case on: take its version, this tab's last changes are dropped knowingly. */
export async function loadTheNewer(): Promise<void> {
  const id = caseStore.getState().case?.id;
  if (id === undefined) return;
  dropDesk();
  await openStoredCase(id);
}

/** Keeps this tab's version as a case of its own, beside the newer one. */
export async function keepMineAsCopy(): Promise<void> {
  const mine = caseStore.getState().case;
  if (mine === null) return;
  const copy = await saveAsCopy(storage, mine, crypto.randomUUID());
  if (!copy.ok) {
    say('error', storageSentence(copy.error));
    return;
  }
  dropDesk();
  replaceCase(copy.value.case);
  resumeDesk(copy.value.case, copy.value.revision);
  say('info', text('notice.copyMade'));
}
