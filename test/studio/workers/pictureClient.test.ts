import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pictureClient, type PictureClient, type PictureClientEvents } from '../../../src/studio/workers/pictureClient';
import type { FromPictureWorker, ToPictureWorker } from '../../../src/studio/workers/pictureMessages';

/** Stands where a Worker would: notes what it is sent and says what the test lets it say. */
class SilentWorker {
  onmessage: ((event: { data: readonly FromPictureWorker[] }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;
  readonly heard: ToPictureWorker[] = [];
  ended = false;
  postMessage(message: ToPictureWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(...data: readonly FromPictureWorker[]): void {
    this.onmessage?.({ data });
  }
}

const PHOTO = { sha256: 'a', width: 2, height: 2, pixels: new Uint8ClampedArray(16).fill(7) };

function withWorkers(): {
  client: PictureClient;
  workers: SilentWorker[];
  events: { [E in keyof PictureClientEvents]: ReturnType<typeof vi.fn> };
} {
  const workers: SilentWorker[] = [];
  const events = { onMessage: vi.fn(), onRestart: vi.fn(), onFailure: vi.fn() };
  const client = pictureClient(events, () => {
    const worker = new SilentWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers, events };
}

describe('the client of the picture worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends a worker that no longer answers and gives the next one photo, scene and view', async () => {
    const { client, workers, events } = withWorkers();
    client.setPhoto(PHOTO);
    client.setScene(null);
    client.setView(null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(workers[0]?.ended).toBe(true);
    expect(events.onRestart).toHaveBeenCalledTimes(1);
    expect(workers[1]?.heard.map(({ type }) => type)).toEqual(['photo', 'scene', 'view']);
    client.dispose();
  });

  it('lets a worker be that works on, or has nothing to do', async () => {
    const { client, workers } = withWorkers();
    client.setPhoto(PHOTO);
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(8_000);
      workers[0]?.say({ type: 'progress', job: 0, left: 1, all: 2, view: 0 });
    }
    workers[0]?.say({ type: 'rest', job: 0, view: 0 });
    await vi.advanceTimersByTimeAsync(100_000);
    expect(workers).toHaveLength(1);
    client.dispose();
  });

  it('passes on in its order what is said at once, and gives a spent sheet back with the next scene', () => {
    const { client, workers, events } = withWorkers();
    client.setPhoto(PHOTO);
    const news: readonly FromPictureWorker[] = [
      { type: 'progress', job: 1, left: 0, all: 2, view: 0 },
      { type: 'rest', job: 1, view: 0 },
    ];
    workers[0]?.say(...news);
    expect(events.onMessage.mock.calls.flat()).toEqual(news);
    const sheet = new ArrayBuffer(4);
    client.giveBack(sheet);
    client.setScene(null);
    client.setScene(null);
    const scenes = workers[0]?.heard.flatMap((message) => (message.type === 'scene' ? [message.spent] : []));
    expect(scenes).toEqual([[sheet], []]);
    client.dispose();
  });

  it('has the photo decoded again where it need not keep it', async () => {
    const { client, workers, events } = withWorkers();
    const reload = vi.fn(() => Promise.resolve(PHOTO.pixels));
    client.setPhoto({ ...PHOTO, reload });
    workers[0]?.say({ type: 'failed', reason: 'unexpected' });
    await vi.advanceTimersByTimeAsync(10);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(workers[1]?.heard[0]).toMatchObject({ type: 'photo', width: 2 });
    expect(events.onFailure).not.toHaveBeenCalled();
    client.dispose();
  });

  it('lets go of pixels that it can have decoded again', async () => {
    const { client } = withWorkers();
    const given = ((): WeakRef<Uint8ClampedArray> => {
      const pixels = new Uint8ClampedArray(16);
      client.setPhoto({ ...PHOTO, pixels, reload: () => Promise.resolve(null) });
      return new WeakRef(pixels);
    })();
    // What a weak reference was asked for is held to the end of the turn.
    vi.useRealTimers();
    await new Promise(setImmediate);
    setFlagsFromString('--expose-gc');
    runInNewContext('gc()');
    expect(given.deref()).toBeUndefined();
    client.dispose();
  });

  it('gives up with the reason after a few failures in a row', async () => {
    const { client, workers, events } = withWorkers();
    client.setPhoto(PHOTO);
    for (let i = 0; i < 10; i++) {
      workers.at(-1)?.say({ type: 'failed', reason: 'outOfMemory' });
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(events.onFailure).toHaveBeenCalledWith('outOfMemory');
    expect(workers.length).toBeLessThan(6);
    client.dispose();
  });

  it('answers an open question with null when the worker is lost', async () => {
    const { client, workers } = withWorkers();
    client.setPhoto(PHOTO);
    const rows = client.openRows()?.read('after', 0, 1);
    workers[0]?.say({ type: 'failed', reason: 'unexpected' });
    expect(await rows).toBeNull();
    client.dispose();
  });

  it('leaves the given pixels whole', () => {
    const { client } = withWorkers();
    client.setPhoto(PHOTO);
    expect(PHOTO.pixels).toHaveLength(16);
    client.dispose();
  });
});
