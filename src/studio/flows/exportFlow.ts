import { currentPicture } from '../canvas/sceneFeed';
import { exportFileName, type ExportKind } from '../export/exportPicture';
import { saveBlob } from '../export/saveFile';
import { text } from '../texts/texts';
import { beginLongWork } from './longWork';
import { say } from './notices';

/** Makes the PNG and hands it to the technician. */
export async function saveExport(kind: ExportKind): Promise<void> {
  const picture = currentPicture();
  if (picture === null) return;
  const work = beginLongWork(text('export.working'));
  try {
    const made = await picture.exportPng(kind, { signal: work.signal, onProgress: work.progress });
    if (!made.ok) {
      if (made.error.kind !== 'cancelled') {
        say('error', text(made.error.kind === 'outOfMemory' ? 'export.memory' : 'export.failed'));
      }
      return;
    }
    work.done();
    const name = exportFileName(kind);
    const saved = await saveBlob(made.value, name);
    if (saved.ok) say('info', text('export.done', { name }));
    else if (saved.error.kind !== 'cancelled') say('error', text('export.failed'));
  } finally {
    work.done();
  }
}
