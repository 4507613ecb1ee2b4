import type { Case } from '../../core/design/case';
import { HEALED_DAY } from '../../core/pigment/time/healingCurves';
import { DEFAULT_LIGHT } from '../../core/pigment/light/lightChoice';
import { setPicturePhoto } from '../canvas/sceneFeed';
import { fit } from '../canvas/cameraMoves';
import { setTool } from '../canvas/toolDesk';
import { openPhoto, type OpenedPhoto } from '../photo/openPhoto';
import { createAutosave, type Autosave } from '../storage/autosave';
import { openCaseStorage } from '../storage/caseStorage';
import { createPersistRequest } from '../storage/persistence';
import type { Place } from '../storage/places';
import { saveAsCopy, watchOtherTabs } from '../storage/tabs';
import { caseCopy } from '../storage/caseFile';
import type { StorageProblem } from '../storage/problems';
import { saveFile } from '../export/saveFile';
import { text } from '../texts/texts';
import { caseStore, replaceCase } from '../state/caseStore';
import { sessionStore, TOOL_IDS, SECTION_IDS, type ToolId } from '../state/sessionStore';
import { say, storageSentence } from './notices';
import { thumbnailOf } from './photos/thumbnail';

/** Where the technician was is written this long after the last movement. Our choice. */
const PLACE_DELAY_MS = 400;

const tabs = watchOtherTabs({
  open: () => (desk === null ? null : { caseId: desk.caseId, revision: desk.autosave.revision() }),
  onOpenCaseChanged: ({ kind }) => {
    if (kind === 'restored') void takeUpAgain();
    else sessionStore.setState({ saving: { kind: 'conflict', gone: kind === 'removed' } });
  },
});

export const storage = openCaseStorage({ onChange: tabs.announce });

export const askToPersist = createPersistRequest();

interface Desk {
  readonly caseId: string;
  readonly autosave: Autosave;
}

let desk: Desk | null = null;

interface Laying {
  /** 0 for a case that storage does not hold yet. */
  readonly revision?: number;
  readonly place?: Place | null;
  readonly tool?: ToolId;
  /** What was in the hand when the case was asked for: a tool that was taken up since then stays. */
  readonly toolBefore?: ToolId;
}

let laid: Promise<void> = Promise.resolve();

/** Puts a case and its picture on the desk, after whatever lay there is saved; one after the other, the last one stays. */
export function layOnDesk(next: Case, photo: OpenedPhoto | null, laying: Laying = {}): Promise<void> {
  const toolBefore = toolInHand();
  laid = laid.then(() => lay(next, photo, { toolBefore, ...laying }));
  return laid;
}

export const toolInHand = (): ToolId => sessionStore.getState().tool;

async function lay(next: Case, photo: OpenedPhoto | null, laying: Laying): Promise<void> {
  await clearDesk();
  const thumbnail = photo === null ? undefined : await thumbnailOf(photo);
  sessionStore.setState({
    draft: null,
    compare: { kind: 'after' },
    beforeHeld: false,
    step: null,
    days: HEALED_DAY,
    light: DEFAULT_LIGHT,
  });
  setPicturePhoto(photo === null ? null : { ...photo, reload: reloadOf(photo.sha256) });
  replaceCase(next);
  takePlace(laying);
  resumeDesk(next, laying.revision ?? 0, thumbnail);
}

/** Holds the photo's name alone: a picture keeps this for as long as it shows the photo, and no pixels with it. */
export const reloadOf =
  (sha256: string): (() => Promise<Uint8ClampedArray | null>) =>
  () =>
    pixelsOf(sha256);

/** The photo's pixels once more, for a picture whose worker had to be replaced. */
export async function pixelsOf(sha256: string): Promise<Uint8ClampedArray | null> {
  const stored = await storage.getPhoto(sha256);
  const opened = stored.ok ? await openPhoto(stored.value) : stored;
  return opened.ok ? opened.value.pixels : null;
}

/** Keeps the case that lies on the desk, from a revision of storage on. */
export function resumeDesk(of: Case, revision: number, thumbnail?: Blob): void {
  const autosave = createAutosave({
    opened: { case: of, revision },
    read: () => caseStore.getState().case,
    storage,
    onStatus: (status) => {
      if (desk?.autosave !== autosave) return;
      sessionStore.setState({ saving: savingStatus(status) });
    },
    schedule: (task, delayMs) => {
      const timer = setTimeout(task, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
    thumbnail: () => thumbnail,
  });
  desk = { caseId: of.id, autosave };
  sessionStore.setState({ saving: { kind: revision > 0 ? 'saved' : 'saving' } });
  autosave.changed();
  void storage.setLastOpened(of.id);
}

/** The case on the desk had been deleted elsewhere and is there again: it goes on, with what was drawn meanwhile. */
export async function takeUpAgain(): Promise<void> {
  const of = caseStore.getState().case;
  if (desk === null || of === null || of.id !== desk.caseId) return;
  const known = desk.autosave.revision();
  dropDesk();
  const saved = await storage.save({ case: of, expectedRevision: known });
  resumeDesk(of, saved.ok ? saved.value.revision : known);
  if (!saved.ok) sessionStore.setState({ saving: savingStatus({ failed: saved.error }) });
}

function takePlace({ place, tool, toolBefore }: Laying): void {
  // The eyedropper is taken up for one use only.
  const kept = TOOL_IDS.find((each) => each === place?.tool && each !== 'pick' && each !== 'donor');
  const inHand = toolInHand();
  setTool(inHand === toolBefore ? (tool ?? kept ?? 'select') : inHand);
  const section = SECTION_IDS.find((each) => each === place?.openSection);
  if (section !== undefined) sessionStore.setState({ section });
  if (place?.camera) sessionStore.setState({ camera: place.camera, fitted: false });
  else fit();
}

function savingStatus(status: Parameters<Parameters<typeof createAutosave>[0]['onStatus']>[0]) {
  if (status === 'saved' || status === 'saving') return { kind: status };
  const { kind } = status.failed;
  if (kind === 'changedElsewhere' || kind === 'missingCase') {
    return { kind: 'conflict' as const, gone: kind === 'missingCase' };
  }
  return { kind: 'failed' as const, sentence: storageSentence(status.failed) };
}

/** Saves what lies on the desk and lets go of it. */
async function clearDesk(): Promise<void> {
  if (desk === null) return;
  const [flushed] = await Promise.all([desk.autosave.flush(), savePlace()]);
  const of = caseStore.getState().case;
  desk.autosave.stop();
  desk = null;
  if (!flushed.ok && of !== null) await rescue(of, flushed.error);
}

/** A case that could not be saved does not go with the desk: it is kept as a copy, or handed out as a file. */
async function rescue(of: Case, problem: StorageProblem): Promise<void> {
  const isElsewhere = problem.kind === 'changedElsewhere' || problem.kind === 'missingCase';
  const copy = isElsewhere ? await saveAsCopy(storage, of, crypto.randomUUID(), copyName(of)) : null;
  if (copy?.ok === true) {
    say('info', text('notice.copyMade'));
    return;
  }
  say('error', storageSentence(problem), {
    label: text('crash.copy'),
    run: () => {
      saveFile(caseCopy(of), 'follicle-case.json');
    },
  });
}

/** What a version is called that is kept beside the stored one; the name no longer than one can be typed. */
export const copyName = ({ client }: Case): string =>
  text('conflict.copyName', { name: client.name === '' ? text('cases.untitled') : client.name.slice(0, 120) });

/** For a case that is gone from storage: nothing of it may be written again. */
export function dropDesk(): void {
  desk?.autosave.stop();
  desk = null;
}

export const flushDesk = async (): Promise<void> => {
  await desk?.autosave.flush();
};

async function savePlace(): Promise<void> {
  if (desk === null) return;
  const { preview, tool, section } = sessionStore.getState();
  // The client's preview moves a camera of its own.
  const { camera, fitted } = preview ?? sessionStore.getState();
  await storage.savePlace(desk.caseId, { camera: fitted ? null : camera, tool, openSection: section });
}

/** Watches the stores for what has to be kept. Called once. */
export function keepTheDesk(): void {
  caseStore.subscribe(() => desk?.autosave.changed());
  let timer: ReturnType<typeof setTimeout> | undefined;
  sessionStore.subscribe((now, before) => {
    if (now.camera === before.camera && now.tool === before.tool && now.section === before.section) return;
    clearTimeout(timer);
    timer = setTimeout(() => void savePlace(), PLACE_DELAY_MS);
  });
  const leaving = (): void => {
    void flushDesk();
    void savePlace();
  };
  window.addEventListener('pagehide', leaving);
  window.addEventListener('beforeunload', (event) => {
    // Asked only where closing loses work: what cannot be kept, once a hand has done something.
    const { saving } = sessionStore.getState();
    if (saving.kind === 'failed' && caseStore.temporal.getState().pastStates.length > 0) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leaving();
  });
}
