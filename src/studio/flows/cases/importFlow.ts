import type { Case } from '../../../core/design/case';
import { activePhoto } from '../../../core/design/edits';
import type { BackupProblem } from '../../storage/backup/backupFormat';
import { checkBackup, type CheckedBackup } from '../../storage/backup/checkBackup';
import { takeIn, type TakenCase } from '../../storage/backup/takeIn';
import { beginsAsZip } from '../../storage/backup/zipRecords';
import type { StorageProblem } from '../../storage/problems';
import { caseStore } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { formatNumber, text } from '../../texts/texts';
import { openStoredCase } from './cases';
import { askToPersist, flushDesk, storage } from '../desk';
import { judgePhoto } from './judgePhoto';
import { beginLongWork, type RunningWork } from '../longWork';
import { say, storageSentence } from '../notices';
import { thumbnailOfFile } from '../photos/thumbnailOfFile';

/** Reading and checking take about so much of the whole. Our estimate. */
const CHECKED_AT = 0.6;

/** Whether a file that was opened, dropped or pasted begins as a backup does; its name is never asked. */
export async function isBackup(file: Blob): Promise<boolean> {
  try {
    return beginsAsZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  } catch {
    return false;
  }
}

/** Takes the cases of a backup in once all of it has been checked, and opens the case when it is one. */
export async function importBackup(file: Blob): Promise<boolean> {
  sessionStore.setState({ dialog: null, notice: null });
  const work = beginLongWork(text('backup.reading'));
  let taken: readonly TakenCase[] | null;
  try {
    taken = await readAndTakeIn(file, work);
  } finally {
    work.done();
  }
  if (taken === null) return false;
  const [only] = taken;
  // One that lies on the desk already, the same, keeps its undo history.
  const stays = taken.length > 1 || only === undefined || caseStore.getState().case?.id === only.id;
  if (stays || (await openStoredCase(only.id))) say('info', sentenceOf(taken));
  void askToPersist();
  return true;
}

async function readAndTakeIn(file: Blob, work: RunningWork): Promise<readonly TakenCase[] | null> {
  const checked = await checkBackup(file, judgePhoto, {
    signal: work.signal,
    onProgress: (share) => {
      work.progress(share * CHECKED_AT);
    },
  });
  if (!checked.ok) {
    sayProblem(checked.error);
    return null;
  }
  await flushDesk();
  const taken = await takeIn(storage, checked.value, {
    signal: work.signal,
    onProgress: (share) => {
      work.progress(CHECKED_AT + share * (1 - CHECKED_AT));
    },
    freshId: () => crypto.randomUUID(),
    nameBeside: (name, nth) => {
      const words = { name: name === '' ? text('cases.untitled') : name, nth: formatNumber(nth) };
      return text(nth === 1 ? 'backup.besideName' : 'backup.besideNameNth', words);
    },
    thumbnail: (of) => thumbnailFrom(checked.value, of),
  });
  if (taken.ok) return taken.value;
  sayProblem(taken.error);
  return null;
}

async function thumbnailFrom(backup: CheckedBackup, of: Case): Promise<Blob | undefined> {
  const shown = activePhoto(of);
  const bytes = await backup.photos.find((photo) => photo.sha256 === shown?.sha256)?.open();
  return bytes?.ok === true ? thumbnailOfFile(bytes.value) : undefined;
}

function sentenceOf(taken: readonly TakenCase[]): string {
  const [only] = taken;
  if (taken.length === 1 && only !== undefined) {
    return text(`backup.taken.${only.how}`, { name: only.name === '' ? text('cases.untitled') : only.name });
  }
  return (['added', 'restored', 'beside', 'same'] as const)
    .map((how) => ({ how, count: taken.filter((each) => each.how === how).length }))
    .filter(({ count }) => count > 0)
    .map(({ how, count }) => text(`backup.takenMany.${how}`, { count }))
    .join(' ');
}

function sayProblem(problem: BackupProblem | StorageProblem): void {
  if (problem.kind !== 'cancelled') say('error', sentenceFor(problem));
}

function sentenceFor(problem: Exclude<BackupProblem | StorageProblem, { kind: 'cancelled' }>): string {
  switch (problem.kind) {
    case 'notABackup':
    case 'truncated':
    case 'tooLarge':
    case 'unreadable':
      return text(`backup.problem.${problem.kind}`);
    case 'foreign':
    case 'missing':
    case 'damaged':
      return text(`backup.problem.${problem.kind}`, { path: problem.path });
    case 'photoRefused': {
      const { kind, parameters } = problem.refusal;
      return text('backup.problem.photoRefused', { reason: text(`photoRefusal.${kind}`, parameters) });
    }
    case 'caseRefused':
      return text(`backup.problem.${problem.problem.kind === 'newer' ? 'newer' : 'caseRefused'}`, {
        path: problem.path,
      });
    case 'newer':
      return text('backup.problem.newer', { version: formatNumber(problem.version) });
    default:
      return storageSentence(problem);
  }
}
