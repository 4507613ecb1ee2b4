import { scatter } from '../../src/core/scatter/scatter';
import { createScatterClient } from '../../src/studio/workers/scatterClient';
import { bytesOf } from '../core/scatter/scattered';
import { hairlineRequest } from '../core/scatter/hairlineRequest';

/** The page of scatter.test.ts: the same request, on the page itself and in the worker. It is bundled by the test. */
declare global {
  interface Window {
    /** SHA-256 of all the dots' bytes, in hexadecimal. */
    readonly scatterPage: { readonly onPage: () => Promise<string>; readonly inWorker: () => Promise<string> };
  }
}

async function hashOf(dots: ReturnType<typeof scatter>): Promise<string> {
  if (dots.kind !== 'dots') return dots.message;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytesOf(dots))));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const client = createScatterClient();

Object.assign(window, {
  scatterPage: {
    onPage: () => hashOf(scatter(hairlineRequest())),
    async inWorker() {
      const answer = await client.ask(hairlineRequest());
      return answer.ok ? hashOf(answer.value) : answer.error.kind;
    },
  },
});
