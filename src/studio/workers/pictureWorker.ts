import type { FromPictureWorker, ToPictureWorker } from './pictureMessages';
import { pictureJobs } from './pictureJobs';

/**
 * The picture worker: plain messages (pictureMessages.ts), because tiles stream out while newer wishes come in. Between
 * two steps it lets messages arrive, so the newest view and scene are never more than a step away.
 */

/** Short enough that a drag is followed, long enough that messages cost nothing against it. Our choice. */
const STEP_MS = 8;

const post = (message: FromPictureWorker, transfer: ArrayBuffer[]): void => self.postMessage(message, { transfer });

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
  wake();
};

const isCalm = (): boolean => performance.now() - lastScene >= CALM_MS;

breath.port1.onmessage = () => {
  const started = performance.now();
  const more = guarded(() => jobs.step(() => performance.now() - started > STEP_MS, isCalm));
  if (more === true) {
    breath.port2.postMessage(null);
    return;
  }
  working = false;
  if (more === false && jobs.waitsForCalm()) calm = setTimeout(wake, CALM_MS);
  else post({ type: 'rest', job: jobs.job(), view: jobs.view() }, []);
};

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
    post({ type: 'failed', reason: error instanceof RangeError ? 'outOfMemory' : 'unexpected' }, []);
    return null;
  }
}
