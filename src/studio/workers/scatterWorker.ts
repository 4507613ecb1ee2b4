import { expose, transfer } from 'comlink';
import type { Dots, ScatterError, ScatterRequest } from '../../core/scatter/dots';
import { scatter } from '../../core/scatter/scatter';

/** What the scatter worker does: dots for a request, their arrays handed over without a copy. */
export interface ScatterWork {
  readonly scatter: (request: ScatterRequest) => Dots | ScatterError;
}

const work: ScatterWork = {
  scatter(request) {
    const dots = scatter(request);
    // All columns lie in one block of memory.
    return dots.kind === 'dots' ? transfer(dots, [dots.x.buffer]) : dots;
  },
};

expose(work);
