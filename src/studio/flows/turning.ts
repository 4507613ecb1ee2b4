import type { Case } from '../../core/design/case';
import { activePhoto, type CaseEdit } from '../../core/design/edits';
import { setPicturePhoto } from '../canvas/sceneFeed';
import { fit } from '../canvas/cameraMoves';
import { cancelTool, undoStep } from '../canvas/toolDesk';
import { openPhoto, type OpenedPhoto } from '../photo/openPhoto';
import { caseStore, commit, isHistoryStep } from '../state/caseStore';
import { sessionStore, type SessionState } from '../state/sessionStore';
import { text } from '../texts/texts';
import { reloadOf, storage } from './desk';
import { beginLongWork } from './longWork';
import { movedElsewhere } from './movedElsewhere';
import { say, sayRefusal, storageSentence } from './notices';
import { photoName } from './photos/photoNames';

/**
 * Which photo and which design lie before the technician. Turning to another is kept with the case but is no step of
 * undo: undo goes on with the last thing done, and turns back to where it was done.
 */

/** The photo whose pixels were opened in advance of the turn to it. */
let ready: OpenedPhoto | null = null;

const cameras = new Map<string, Pick<SessionState, 'camera' | 'fitted'>>();

/** Changes what lies before the technician without a step of undo. */
export function turn(edit: CaseEdit): void {
  const history = caseStore.temporal.getState();
  cancelTool();
  history.pause();
  commit(edit);
  history.resume();
}

/** Makes a change that ends on another photo or design: one step of undo. */
export function commitAndTurn(edit: CaseEdit, opened: OpenedPhoto | null = null): void {
  cancelTool();
  ready = opened;
  commit(edit);
  ready = null;
}

/** Turns to a photo of the case once its pixels are there; till then the one before it stays. */
export async function turnToPhoto(photoId: string): Promise<boolean> {
  const of = caseStore.getState().case;
  const photo = of?.photos.find((each) => each.id === photoId);
  if (of == null || photo === undefined || of.activePhotoId === photoId) return photo !== undefined;
  const opened = await openKept(photo.sha256);
  // Another case may have come meanwhile, or the photo gone.
  if (opened === null || caseStore.getState().case?.id !== of.id) return false;
  ready = opened;
  turn({ type: 'activatePhoto', photoId });
  ready = null;
  return true;
}

/** The work copy of a photo that storage keeps; null, with a sentence on the screen, where it can't be had. */
export async function openKept(sha256: string): Promise<OpenedPhoto | null> {
  const work = beginLongWork(text('open.opening'));
  try {
    const stored = await storage.getPhoto(sha256);
    if (!stored.ok) {
      say('error', storageSentence(stored.error));
      return null;
    }
    const opened = await openPhoto(stored.value, { signal: work.signal, onProgress: work.progress });
    if (opened.ok) return opened.value;
    sayRefusal(opened.error);
    return null;
  } finally {
    work.done();
  }
}

/** The picture follows the document, and undo says what it has turned to. Called once. */
export function watchTurns(): void {
  caseStore.subscribe(({ case: now }, { case: before }) => {
    if (now === null || before === null || now.id !== before.id || now === before) return;
    const photo = activePhoto(now);
    if (now.activePhotoId !== before.activePhotoId) {
      if (before.activePhotoId !== null) {
        const { camera, fitted } = sessionStore.getState();
        cameras.set(before.activePhotoId, { camera, fitted });
      }
      if (photo === undefined) setPicturePhoto(null);
      else if (ready?.sha256 === photo.sha256) lay(ready);
      else void layLater(photo.sha256);
    }
    if (isHistoryStep()) sayWhere(now, before);
  });
}

function lay(opened: OpenedPhoto): void {
  setPicturePhoto({ ...opened, reload: reloadOf(opened.sha256) });
  // The camera is asked of the document as it will be in a moment, when all who watch it have heard.
  queueMicrotask(() => {
    const photoId = caseStore.getState().case?.activePhotoId ?? '';
    const known = cameras.get(photoId);
    if (known === undefined || known.fitted) fit();
    else sessionStore.setState(known);
  });
}

/** Undo has come to a photo whose pixels are not at hand. */
async function layLater(sha256: string): Promise<void> {
  setPicturePhoto(null);
  const opened = await openKept(sha256);
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  if (opened !== null && photo?.sha256 === sha256) lay(opened);
}

/** After undo and redo: where the change is, when it is not where the technician looked; and there the studio turns. */
function sayWhere(now: Case, before: Case): void {
  const moved = movedElsewhere(now, before);
  if (moved === null) return;
  if (moved.photoId !== null) {
    const photo = now.photos.find((each) => each.id === moved.photoId);
    if (photo !== undefined) say('info', text('turn.photo', { name: photoName(now, photo) }));
    if (now.activePhotoId !== moved.photoId) void turnToPhoto(moved.photoId);
  } else if (moved.designId !== null) {
    const design = now.designs.find((each) => each.id === moved.designId);
    if (design !== undefined) say('info', text('turn.design', { name: design.name }));
    if (now.activeDesignId !== moved.designId) turn({ type: 'activateDesign', designId: moved.designId });
  }
}

/** Says what was taken away, with a way back for as long as nothing else has been done. */
export function sayWithWayBack(sentence: string): void {
  const after = caseStore.getState().case;
  say('info', sentence, {
    label: text('turn.bringBack'),
    run: () => {
      sessionStore.setState({ notice: null });
      if (caseStore.getState().case === after) undoStep();
    },
  });
  const { notice } = sessionStore.getState();
  const stop = caseStore.subscribe((state) => {
    if (state.case === after) return;
    stop();
    if (sessionStore.getState().notice === notice) sessionStore.setState({ notice: null });
  });
}
