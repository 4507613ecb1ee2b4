import { wrap } from 'comlink';
import type { Dots, ScatterError, ScatterRequest } from '../../core/scatter/dots';
import type { JobClient, WorkerChannel } from './jobs';
import { createJobClient } from './jobs';
import type { ScatterWork } from './scatterWorker';

/** A whole head takes some 10 ms; a worker still busy after this is stuck. Our choice, for slow telephones. */
const DEADLINE_MS = 5000;

function spawnScatterWorker(): WorkerChannel<ScatterRequest, Dots | ScatterError> {
  const worker = new Worker(new URL('./scatterWorker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<ScatterWork>(worker);
  return {
    run: (request) => remote.scatter(request),
    onFailure(failed) {
      worker.addEventListener('error', (event) => {
        failed(event.message);
      });
      worker.addEventListener('messageerror', () => {
        failed('messageerror');
      });
    },
    terminate: () => {
      worker.terminate();
    },
  };
}

/** Scatters in a worker of its own: one request runs, one waits, the latest wins. */
export const createScatterClient = (): JobClient<ScatterRequest, Dots | ScatterError> =>
  createJobClient(spawnScatterWorker, DEADLINE_MS);
