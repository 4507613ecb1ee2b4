import type { Case } from '../../core/design/case';
import { err, ok, type Result } from '../../core/result';
import type { CaseStorage } from './caseStorage';
import { problemOf, type StorageProblem } from './problems';

export type SaveStatus = 'saved' | 'saving' | { readonly failed: StorageProblem };

/** Runs a task once after so many milliseconds; the returned function calls it off. */
export type Schedule = (task: () => void, delayMs: number) => () => void;

export interface AutosaveOptions {
  /** The case on the desk, as it was loaded, or as it was made with revision 0. */
  readonly opened: { readonly case: Case; readonly revision: number };
  /** The document as it is now. One of another case, or none, is left alone. */
  readonly read: () => Case | null;
  readonly storage: Pick<CaseStorage, 'save' | 'leaveLastChange'>;
  /** Called when the status becomes another one; before the first change nothing is told. */
  readonly onStatus: (status: SaveStatus) => void;
  readonly schedule: Schedule;
  /** From a change to the start of its save. */
  readonly delayMs?: number;
  /** The newest picture for the list, if there is one. */
  readonly thumbnail?: () => Blob | undefined;
}

/** Keeps one case on the disk for as long as it is on the desk. */
export interface Autosave {
  /** To be called after every change of the document. */
  readonly changed: () => void;
  /**
   * Saves what is not saved yet, now; resolves when that is on the disk or has failed. To be called before another case
   * is opened, and on `pagehide`, where what can no longer be saved is left for the next load.
   */
  readonly flush: () => Promise<Result<null, StorageProblem>>;
  /** The revision on the disk that this tab knows. */
  readonly revision: () => number;
  /** Ends it: nothing is saved any more but what is being written just now. */
  readonly stop: () => void;
}

/** Our choice: short enough that every change is on the disk within a second, long enough to gather a flurry. */
export const AUTOSAVE_DELAY_MS = 300;
/** Waits before a failed save is tried again: doubled each time between these two. Our choice. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Saves one at a time, and the newest document only. The delay counts from the first unsaved change, so that steady work
 * does not put the save off; a change that comes during a save is saved after it. A save that failed is tried again, and
 * the document stays wanted until it is on the disk. Where trying again could not help (the case changed or was deleted
 * elsewhere) it waits for the technician: either flush() or an autosave of the case that was chosen.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { opened, storage, schedule, delayMs = AUTOSAVE_DELAY_MS } = options;
  let revision = opened.revision;
  /** What the disk holds as far as this tab knows, and what it ought to hold. */
  let stored: Case | null = revision > 0 ? opened.case : null;
  let wanted: Case | null = stored;
  let storedThumbnail: Blob | undefined;
  let problem: StorageProblem | null = null;
  let failures = 0;
  let running: Promise<void> | null = null;
  let timer: { readonly cancel: () => void; readonly retry: boolean } | null = null;
  let told: SaveStatus | null = null;
  let stopped = false;

  const dirty = (): boolean => wanted !== stored;

  function tell(): void {
    const busy = dirty() || running !== null;
    const failed = problem !== null && (busy || waitsForChoice(problem)) ? problem : null;
    const status: SaveStatus = failed !== null ? { failed } : busy ? 'saving' : 'saved';
    if (sameStatus(status, told)) return;
    told = status;
    options.onStatus(status);
  }

  function take(): void {
    const document = options.read();
    if (document !== null && document.id === opened.case.id) wanted = document;
  }

  function wait(ms: number, retry: boolean): void {
    timer?.cancel();
    const cancel = schedule(() => {
      timer = null;
      if (running === null && dirty() && !stopped) void start();
    }, ms);
    timer = { cancel, retry };
  }

  function callOff(): void {
    timer?.cancel();
    timer = null;
  }

  function start(): Promise<void> {
    callOff();
    const attempt = wanted === null ? Promise.resolve() : write(wanted);
    running = attempt.then(() => {
      running = null;
      next();
      tell();
    });
    tell();
    return running;
  }

  async function write(document: Case): Promise<void> {
    const thumbnail = options.thumbnail?.();
    const fresh = thumbnail !== undefined && thumbnail !== storedThumbnail ? { thumbnail } : {};
    const result = await outcomeOf(() => storage.save({ case: document, expectedRevision: revision, ...fresh }));
    if (!result.ok) {
      problem = result.error;
      failures++;
      return;
    }
    revision = result.value.revision;
    stored = document;
    storedThumbnail = thumbnail ?? storedThumbnail;
    problem = null;
    failures = 0;
  }

  /** After a save: a change whose delay ended meanwhile is saved at once, a failed save after a pause. */
  function next(): void {
    if (stopped || !dirty() || timer !== null) return;
    if (problem === null) void start();
    else if (mayPass(problem)) wait(Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS), true);
  }

  function changed(): void {
    if (stopped) return;
    take();
    if (!dirty() && running === null) callOff();
    else if ((problem === null || !waitsForChoice(problem)) && (timer === null || timer.retry)) wait(delayMs, false);
    tell();
  }

  async function settled(): Promise<void> {
    while (running !== null) await running;
  }

  async function flush(): Promise<Result<null, StorageProblem>> {
    if (!stopped) take();
    callOff();
    // Before anything is awaited: a page that goes away gets no second turn.
    if (wanted !== null && dirty() && !stopped)
      storage.leaveLastChange({ case: wanted, revision, saving: running !== null });
    if (running !== null) await settled();
    if (dirty() && !stopped) await start();
    await settled();
    return dirty() && problem !== null ? err(problem) : ok(null);
  }

  function stop(): void {
    stopped = true;
    callOff();
  }

  return { changed, flush, stop, revision: () => revision };
}

/** Storage promises not to throw; if it does all the same, the document must not be forgotten over it. */
async function outcomeOf<T>(save: () => Promise<Result<T, StorageProblem>>): Promise<Result<T, StorageProblem>> {
  try {
    return await save();
  } catch (thrown) {
    return err(problemOf(thrown));
  }
}

/** Problems that only a choice of the technician resolves. */
function waitsForChoice(problem: StorageProblem): boolean {
  const { kind } = problem;
  return kind === 'changedElsewhere' || kind === 'missingCase' || kind === 'corrupt' || kind === 'newer';
}

/** Problems that may be over when the same document is tried again. */
const mayPass = (problem: StorageProblem): boolean => !waitsForChoice(problem) && problem.kind !== 'invalidCase';

function sameStatus(a: SaveStatus, b: SaveStatus | null): boolean {
  if (typeof a === 'string' || b === null || typeof b === 'string') return a === b;
  return a.failed.kind === b.failed.kind;
}
