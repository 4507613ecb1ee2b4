/**
 * The page's animation frames, which the bench can hold back and run itself: so a way's work is timed without the wait
 * for the next frame, and the drawing that it does there still counts.
 */
export interface Frames {
  readonly hold: () => void;
  /** Runs at once what has asked for the next frame; held on. */
  readonly run: () => void;
  readonly release: () => void;
}

type Asked = Map<number, FrameRequestCallback>;

/** The part of a window that is taken over. */
export interface FrameHost {
  requestAnimationFrame: (callback: FrameRequestCallback) => number;
  cancelAnimationFrame: (handle: number) => void;
}

export function takeFrames(host: FrameHost, now: () => number): Frames {
  const ask = host.requestAnimationFrame.bind(host);
  const cancel = host.cancelAnimationFrame.bind(host);
  let asked: Asked = new Map();
  let held = false;
  // Below zero, so that none is taken for the host's own.
  let last = 0;
  host.requestAnimationFrame = (callback) => {
    if (!held) return ask(callback);
    asked.set(--last, callback);
    return last;
  };
  host.cancelAnimationFrame = (handle) => {
    if (!asked.delete(handle)) cancel(handle);
  };
  const take = (): Asked => {
    const taken = asked;
    asked = new Map();
    return taken;
  };
  return {
    hold: () => {
      held = true;
    },
    run: () => {
      for (const callback of take().values()) callback(now());
    },
    release: () => {
      held = false;
      for (const callback of take().values()) ask(callback);
    },
  };
}

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The next frame has been drawn and handed on to the screen: a task that it has let pass runs only then. */
export async function frameShown(): Promise<void> {
  await nextFrame();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** All that was drawn on a canvas so far has become pixels: one of them is read back. */
export function flushed(canvas: HTMLCanvasElement | null): void {
  canvas?.getContext('2d')?.getImageData(0, 0, 1, 1);
}

/** A number that tells apart what a canvas shows. */
export function shownHash(canvas: HTMLCanvasElement | null): number {
  const shown = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  let hash = 0;
  for (const pixel of new Uint32Array(shown?.buffer ?? new ArrayBuffer(0))) hash = (Math.imul(hash, 31) + pixel) | 0;
  return hash;
}
