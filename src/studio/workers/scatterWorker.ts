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
    return dots.kind === 'dots' ? transfer(dots, dotBuffers(dots)) : dots;
  },
};

/** The buffers of all columns, to be transferred. */
function dotBuffers(dots: Dots): ArrayBufferLike[] {
  const { x, y, appearsAt, size, tone, id } = dots;
  return [x.buffer, y.buffer, appearsAt.buffer, size.buffer, tone.buffer, id.buffer];
}

expose(work);
