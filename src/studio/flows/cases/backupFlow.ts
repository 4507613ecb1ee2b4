import { saveFile } from '../../export/saveFile';
import { BACKUP_EXTENSION } from '../../storage/backup/backupFormat';
import { writeBackup, type CaseToPack, type PackProblem } from '../../storage/backup/writeBackup';
import { text } from '../../texts/texts';
import { flushDesk, storage } from '../desk';
import { judgePhoto } from './judgePhoto';
import { beginLongWork } from '../longWork';
import { say, storageSentence } from '../notices';

/** One case, or all that can be read, as one file to keep elsewhere; photos included. */
export async function backUp(which: 'all' | { readonly caseId: string }): Promise<void> {
  await flushDesk();
  const listed = await storage.list();
  if (!listed.ok) {
    say('error', storageSentence(listed.error));
    return;
  }
  const chosen = listed.value
    .filter((summary) => which === 'all' || summary.id === which.caseId)
    .map(({ id, updatedAt }): CaseToPack => ({ id, changedAt: updatedAt }));
  const work = beginLongWork(text('backup.packing'));
  try {
    const packed = await writeBackup(storage, chosen, judgePhoto, { signal: work.signal, onProgress: work.progress });
    if (work.signal.aborted) return;
    if (!packed.ok) {
      sayProblem(packed.error);
      return;
    }
    const name = backupFileName(which === 'all' ? 'cases' : 'case', new Date());
    saveFile(packed.value.file, name);
    const { length: count } = packed.value.leftOut;
    if (count > 0) say('error', text('backup.leftOut', { name, count }));
    else say('info', text('backup.done', { name }));
  } finally {
    work.done();
  }
}

/** A name that says when, and nothing of whom. */
function backupFileName(kind: 'case' | 'cases', now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `follicle-${kind}-${day.join('-')}${BACKUP_EXTENSION}`;
}

function sayProblem(problem: PackProblem): void {
  switch (problem.kind) {
    case 'storage':
      say('error', storageSentence(problem.problem));
      break;
    case 'tooLarge':
    case 'nothing':
      say('error', text(`backup.packProblem.${problem.kind}`));
      break;
    case 'cancelled':
      break;
    default:
      problem satisfies never;
  }
}
