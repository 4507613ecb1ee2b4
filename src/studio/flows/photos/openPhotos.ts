import { loadSample, type SampleView } from '../../photo/samples';
import { photoFromDrop, photoFromPaste, type ChosenFile } from '../../photo/sources';
import { showPlaceholder } from '../../canvas/sceneFeed';
import { sessionStore } from '../../state/sessionStore';
import { text } from '../../texts/texts';
import { caseOfPhoto, caseOfSample } from '../cases/caseOfPhoto';
import { layOnDesk, toolInHand } from '../desk';
import { importBackup, isBackup } from '../cases/importFlow';
import { beginLongWork } from '../longWork';
import { say, sayRefusal } from '../notices';
import { addPhotoFile, type PhotoWish } from './photosFlow';
import { openAndKeep, takePhoto } from './takePhoto';

export async function openDropped(transfer: DataTransfer): Promise<void> {
  const chosen = photoFromDrop(transfer);
  if (chosen.ok) await openChosen(chosen.value);
  else sayRefusal(chosen.error);
}

export async function openPasted(event: ClipboardEvent): Promise<void> {
  const chosen = photoFromPaste(event);
  if (chosen !== undefined) await openChosen(chosen);
}

async function openChosen(chosen: ChosenFile): Promise<void> {
  const opened = await openPhotoFile(chosen.file);
  if (opened && chosen.passedOver > 0) say('info', text('open.several'));
}

/** A photo that was chosen or taken in the dialogs goes where they say: into the case on the desk, or a new one. */
export async function openWhereAsked(file: Blob, wish: PhotoWish = {}): Promise<boolean> {
  if (sessionStore.getState().photosGo === 'newCase' || (await isBackup(file))) return openPhotoFile(file);
  return addPhotoFile(file, wish);
}

/** Opens a photo as a new case, or the cases of a backup; on any refusal the case on the desk stays as it is. */
export async function openPhotoFile(file: Blob): Promise<boolean> {
  const toolBefore = toolInHand();
  if (await isBackup(file)) return importBackup(file);
  return takePhoto(file, async ({ opened, kept }) => {
    await layOnDesk(caseOfPhoto(opened), opened, { tool: 'hairline', toolBefore });
    if (kept) say('info', text('first.photo'));
    return true;
  });
}

/** Opens the practice head as a new case with its hairline laid; the small picture stands in until the full one is there. */
export async function openSample(view: SampleView): Promise<boolean> {
  const toolBefore = toolInHand();
  sessionStore.setState({ notice: null });
  const work = beginLongWork(text('open.opening'));
  try {
    void showPlaceholder(`${import.meta.env.BASE_URL}samples/${view}.small.webp`);
    const sample = await loadSample(view, {
      signal: work.signal,
      onProgress: (fraction) => {
        work.progress(fraction * 0.5);
      },
    });
    if (!sample.ok) {
      sayRefusal(sample.error);
      return false;
    }
    const taken = await openAndKeep(sample.value.photo, { signal: work.signal });
    if (taken === null) return false;
    const name = text('cases.sample', { view: text(`head.views.${view}`) });
    const of = caseOfSample(taken.opened, sample.value.truth, name);
    await layOnDesk(of, taken.opened, { tool: 'select', toolBefore });
    return true;
  } finally {
    work.done();
  }
}
