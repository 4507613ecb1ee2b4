import { openPhoto, type OpenedPhoto, type OpenPhotoOptions } from '../../photo/openPhoto';
import { sessionStore } from '../../state/sessionStore';
import { text } from '../../texts/texts';
import { askToPersist, storage } from '../desk';
import { beginLongWork } from '../longWork';
import { say, sayRefusal, storageSentence } from '../notices';

/** A photo that is open, and whether its file could be kept. */
interface TakenPhoto {
  readonly opened: OpenedPhoto;
  readonly kept: boolean;
}

/** Opens a photo and keeps its file, then lays it where it goes; on any refusal nothing is laid. */
export async function takePhoto(file: Blob, lay: (taken: TakenPhoto) => boolean | Promise<boolean>): Promise<boolean> {
  sessionStore.setState({ dialog: null, notice: null });
  const work = beginLongWork(text('open.opening'));
  try {
    const taken = await openAndKeep(file, { signal: work.signal, onProgress: work.progress });
    if (taken === null || !(await lay(taken))) return false;
    void askToPersist();
    return true;
  } finally {
    work.done();
  }
}

/**
 * A photo that can't be stored is still worked on; the status says that nothing is being kept. Null where it was refused,
 * which has been said, or cancelled.
 */
export async function openAndKeep(file: Blob, options: OpenPhotoOptions): Promise<TakenPhoto | null> {
  const opened = await openPhoto(file, options);
  if (!opened.ok) {
    sayRefusal(opened.error);
    return null;
  }
  const kept = await storage.putPhoto(opened.value.sha256, opened.value.original);
  if (!kept.ok) say('error', storageSentence(kept.error));
  return options.signal?.aborted === true ? null : { opened: opened.value, kept: kept.ok };
}
