import type { Scene } from '../../core/design/scene';
import {
  exportSize,
  type ExportWanted,
  type FromPictureWorker,
  type PictureLayer,
  type ToPictureWorker,
  type ViewWanted,
} from './pictureMessages';
import { sceneSender } from './sceneWire';

/** The work copy of a photo: RGBA in sRGB, upright, opaque. */
export interface WorkerPhoto {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
  /**
   * Decodes the pixels again should the worker have to be started anew. With it they are let go once the worker has its
   * copy; without it they are kept (48 MB for 12 megapixels).
   */
  readonly reload?: (() => Promise<Uint8ClampedArray | null>) | undefined;
}

/** What is kept of a photo here: never its pixels as such. */
type PhotoSource = Pick<WorkerPhoto, 'width' | 'height' | 'reload'>;

export interface PictureClientEvents {
  readonly onMessage: (message: Exclude<FromPictureWorker, { type: 'failed' | 'exportRows' }>) => void;
  /** The worker was ended and another has the photo and the scene: everything will come again. */
  readonly onRestart: () => void;
  /** It failed too often in a row, or the photo could not be had again. */
  readonly onFailure: (reason: 'outOfMemory' | 'unexpected') => void;
}

/** Rows of the photo at its own resolution or the scale asked for, as they were when the export was opened. */
export interface PictureRows {
  readonly width: number;
  readonly height: number;
  readonly read: (layer: PictureLayer, row: number, rows: number) => Promise<ArrayBuffer | null>;
  readonly close: () => void;
}

export interface PictureClient {
  readonly setPhoto: (photo: WorkerPhoto | null) => void;
  /** Returns the job's number, which its messages carry. */
  readonly setScene: (scene: Scene | null) => number;
  readonly setView: (view: ViewWanted | null) => void;
  readonly forget: (layer: PictureLayer, level: number) => void;
  /** A sheet of tiles that are drawn: the worker will fill it again. */
  readonly giveBack: (sheet: ArrayBuffer) => void;
  /** Null without a photo. */
  readonly openRows: (wanted?: ExportWanted) => PictureRows | null;
  /** Number of the photo that tiles must carry. */
  readonly photo: () => number;
  readonly dispose: () => void;
}

/** A step takes 8 ms and the largest scene about a second; one that is silent for so long is stuck. Our choice. */
const DEADLINE_MS = 12_000;
/** After sleep the timer may come before the messages that lay waiting. */
const GRACE_MS = 1_500;
const MOST_RESTARTS = 3;
/** Sheets kept for the worker, 1 MB each. */
const MOST_SPENT = 3;

export type StartWorker = () => Worker;

const startPictureWorker: StartWorker = () =>
  new Worker(new URL('./pictureWorker.ts', import.meta.url), { type: 'module', name: 'picture' });

/** The one client of the picture worker; a stuck or failed worker is ended and another started. */
export function pictureClient(events: PictureClientEvents, start: StartWorker = startPictureWorker): PictureClient {
  let worker = begin();
  let photoNumber = 0;
  let job = 0;
  let exportId = 0;
  let asks = 0;
  let restarts = 0;
  let photo: PhotoSource | null = null;
  let kept: Uint8ClampedArray | null = null;
  let scene: Scene | null = null;
  let view: ViewWanted | null = null;
  let watch: ReturnType<typeof setTimeout> | null = null;
  let ended = false;
  let spent: ArrayBuffer[] = [];
  const scenes = sceneSender();
  const asked = new Map<number, (rows: ArrayBuffer | null) => void>();

  function begin(): Worker {
    const fresh = start();
    fresh.onmessage = (event: MessageEvent<readonly FromPictureWorker[]>) => {
      if (fresh === worker) hear(event.data);
    };
    fresh.onerror = (event) => {
      event.preventDefault();
      if (fresh === worker) restart('unexpected');
    };
    return fresh;
  }

  function hear(news: readonly FromPictureWorker[]): void {
    const failure = news.find((message) => message.type === 'failed');
    if (failure !== undefined) {
      restart(failure.reason);
      return;
    }
    if (news.at(-1)?.type === 'rest') {
      restarts = 0;
      unwatch();
    } else rewatch(DEADLINE_MS);
    for (const message of news) {
      if (message.type === 'exportRows') {
        asked.get(message.ask)?.(message.rgba.byteLength === 0 ? null : message.rgba);
        asked.delete(message.ask);
      } else if (message.type !== 'failed') events.onMessage(message);
    }
  }

  function send(message: ToPictureWorker, transfer: ArrayBuffer[] = []): void {
    worker.postMessage(message, transfer);
    if (watch === null) rewatch(DEADLINE_MS);
  }

  function rewatch(ms: number, stuck: () => void = () => rewatch(GRACE_MS, () => restart('unexpected'))): void {
    unwatch();
    if (!ended) watch = setTimeout(stuck, ms);
  }

  function unwatch(): void {
    if (watch !== null) clearTimeout(watch);
    watch = null;
  }

  function restart(reason: 'outOfMemory' | 'unexpected'): void {
    worker.terminate();
    unwatch();
    for (const answer of asked.values()) answer(null);
    asked.clear();
    if (ended) return;
    if (++restarts > MOST_RESTARTS) {
      events.onFailure(reason);
      return;
    }
    worker = begin();
    scenes.restart();
    events.onRestart();
    void restorePhoto(reason);
  }

  async function restorePhoto(reason: 'outOfMemory' | 'unexpected'): Promise<void> {
    const of = photo;
    if (of === null) return;
    const pixels = kept ?? (await of.reload?.()) ?? null;
    if (of !== photo || ended) return;
    if (pixels === null) {
      events.onFailure(reason);
      return;
    }
    sendPhoto(of, pixels);
    sendScene();
    send({ type: 'view', view });
  }

  function sendScene(): void {
    send({ type: 'scene', job, spent, ...scenes.pack(scene) }, spent);
    spent = [];
  }

  function sendPhoto(of: PhotoSource, pixels: Uint8ClampedArray): void {
    const rgba = pixels.slice().buffer;
    send({ type: 'photo', photo: ++photoNumber, width: of.width, height: of.height, rgba }, [rgba]);
  }

  return {
    setPhoto: (next) => {
      photo = next === null ? null : { width: next.width, height: next.height, reload: next.reload };
      scene = null;
      view = null;
      kept = next === null || next.reload !== undefined ? null : next.pixels;
      if (next === null) {
        send({ type: 'photo', photo: ++photoNumber, width: 0, height: 0, rgba: new ArrayBuffer(0) });
        return;
      }
      sendPhoto(next, next.pixels);
    },
    setScene: (next) => {
      scene = next;
      job++;
      sendScene();
      return job;
    },
    setView: (next) => {
      view = next;
      send({ type: 'view', view });
    },
    forget: (layer, level) => send({ type: 'forget', layer, level }),
    giveBack: (sheet) => {
      if (spent.length < MOST_SPENT) spent.push(sheet);
    },
    openRows: (wanted = {}) => {
      if (photo === null) return null;
      const id = ++exportId;
      send({ type: 'openExport', id, ...wanted });
      return {
        ...exportSize(photo, wanted.scale),
        read: (layer, row, rows) =>
          new Promise((resolve) => {
            asked.set(++asks, resolve);
            send({ type: 'exportRows', id, ask: asks, layer, row, rows });
          }),
        close: () => send({ type: 'closeExport', id }),
      };
    },
    photo: () => photoNumber,
    dispose: () => {
      ended = true;
      unwatch();
      worker.terminate();
      for (const answer of asked.values()) answer(null);
      asked.clear();
    },
  };
}
