import { currentPicture } from '../canvas/sceneFeed';
import { exportFileName, exportPicture, type ExportKind } from '../export/exportPicture';
import { saveFile } from '../export/saveFile';
import { text } from '../texts/texts';
import { beginLongWork } from './longWork';
import { say } from './notices';

/** Makes the PNG and hands it to the technician. */
export async function saveExport(kind: ExportKind): Promise<void> {
  const picture = currentPicture();
  if (picture === null) return;
  const work = beginLongWork(text('export.working'));
  try {
    const made = await exportPicture(picture, kind, { signal: work.signal, onProgress: work.progress });
    if (!made.ok) {
      if (made.error.kind !== 'cancelled') {
        say('error', text(made.error.kind === 'outOfMemory' ? 'export.memory' : 'export.failed'));
      }
      return;
    }
    const name = exportFileName(kind);
    saveFile(made.value, name);
    say('info', text('export.done', { name }));
  } finally {
    work.done();
  }
}
