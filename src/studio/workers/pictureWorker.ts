import type { FromPictureWorker, ToPictureWorker } from './pictureMessages';
import { pictureJobs } from './pictureJobs';

/**
 * The picture worker: plain messages (pictureMessages.ts), because tiles stream out while newer wishes come in. Between
 * two steps it lets messages arrive, so the newest view and scene are never more than a step away.
 */

/** Short enough that a drag is followed, long enough that messages cost nothing against it. Our choice. */
const STEP_MS = 8;

/** What a step has to say goes out together at its end: each message costs both threads about a tenth of a millisecond. */
let news: FromPictureWorker[] = [];
let moved: ArrayBuffer[] = [];

function post(message: FromPictureWorker, transfer: ArrayBuffer[] = []): void {
  news.push(message);
  moved.push(...transfer);
}

function send(): void {
  if (news.length > 0) self.postMessage(news, { transfer: moved });
  news = [];
  moved = [];
}

/** So long after the last scene a hand rests: longer than between two moves, shorter than is noticed. Our choice. */
const CALM_MS = 120;

const jobs = pictureJobs(post);
const breath = new MessageChannel();
let working = false;
let lastScene = -Infinity;
let calm: ReturnType<typeof setTimeout> | undefined;

self.onmessage = (event: MessageEvent<ToPictureWorker>) => {
  if (event.data.type === 'scene') lastScene = performance.now();
  guarded(() => jobs.receive(event.data));
  send();
  wake();
};

const isCalm = (): boolean => performance.now() - lastScene >= CALM_MS;

breath.port1.onmessage = () => {
  const more = guarded(() => jobs.step(stopwatch(), isCalm));
  if (more === true) breath.port2.postMessage(null);
  else {
    working = false;
    if (more === false && jobs.waitsForCalm()) calm = setTimeout(wake, CALM_MS);
    else if (more === false && rehearses()) wake();
    else post({ type: 'rest', job: jobs.job(), view: jobs.view() });
  }
  send();
};

/** So long in all a worker may rehearse. Our choice: for slow telephones less is ready, and none is warm from it. */
const REHEARSAL_MS = 1_000;
let rehearsedMs = 0;

function rehearses(): boolean {
  if (rehearsedMs > REHEARSAL_MS) return false;
  const started = performance.now();
  const more = guarded(() => jobs.rehearse());
  rehearsedMs += performance.now() - started;
  return more === true;
}

/** Whether a step's time is over. It is asked after each tile, and counts from the first: what lays a scene takes its own time. */
function stopwatch(): () => boolean {
  let started: number | null = null;
  return () => {
    started ??= performance.now();
    return performance.now() - started > STEP_MS;
  };
}

function wake(): void {
  if (working) return;
  clearTimeout(calm);
  working = true;
  breath.port2.postMessage(null);
}

/** Arrays that don't fit are the one failure to be expected here; the client ends this worker and starts another. */
function guarded<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    post({ type: 'failed', reason: error instanceof RangeError ? 'outOfMemory' : 'unexpected' });
    return null;
  }
}
