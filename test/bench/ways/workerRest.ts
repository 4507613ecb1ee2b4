import type { FromPictureWorker } from '../../../src/studio/workers/pictureMessages';

/** Listens in on the picture's workers, so that the bench knows when one has nothing left to do. */

let newsHeard: () => void = () => undefined;
let last: FromPictureWorker['type'] | null = null;

/** From now on every worker that is made is listened to. */
export function listenToWorkers(): void {
  const Plain = Worker;
  globalThis.Worker = class extends Plain {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }: MessageEvent<readonly FromPictureWorker[]>) => {
        last = data.find(({ type }) => type === 'failed')?.type ?? data.at(-1)?.type ?? last;
        newsHeard();
      });
    }
  };
}

/** The worker has done all, also what is out of sight. */
export async function workerRest(): Promise<void> {
  while (last !== 'rest') {
    if (last === 'failed') throw new Error("The picture's worker has failed.");
    await new Promise<void>((resolve) => (newsHeard = resolve));
  }
}
