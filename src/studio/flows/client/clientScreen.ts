import { createStore } from 'zustand/vanilla';
import { activePhoto } from '../../../core/design/edits';
import { setPicturePhoto } from '../../canvas/sceneFeed';
import { openPhoto } from '../../photo/openPhoto';
import { caseStore, replaceCase } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { openCaseStorage } from '../../storage/caseStorage';
import {
  cameraOfLook,
  lockOf,
  readFromStudio,
  SCREEN_CHANNEL,
  type FromScreen,
  type Look,
  type Released,
} from './screenMessages';

/**
 * The second screen's side: this window's stores are filled with what the studio releases, and the picture is fed from
 * them as in the studio. Pixels come from this browser's own storage, and nothing is ever written.
 */
type ScreenStatus = 'waiting' | 'following' | 'blank' | 'closed' | 'noPhoto';

export const screenStatus = createStore<{ readonly status: ScreenStatus }>()(() => ({ status: 'waiting' }));

/** A studio that reloads is back sooner. Our choice. */
const CLOSED_AFTER_MS = 2_500;

const storage = openCaseStorage();
let look: Look | null = null;
let shownSha: string | null = null;
let latest = 0;
let closing: ReturnType<typeof setTimeout> | undefined;

const tell = (status: ScreenStatus): void => {
  screenStatus.setState({ status });
};

/** Follows the studio window named in the address, or the first that answers. Returns how to let go. */
export function followStudio(asked: string | null): () => void {
  const channel = new BroadcastChannel(SCREEN_CHANNEL);
  const over = new AbortController();
  let studio = asked;
  let watched: string | null = null;
  const post = (type: FromScreen['type']): void => {
    const message: FromScreen = { type, studio };
    channel.postMessage(message);
  };

  channel.onmessage = (event) => {
    const message = readFromStudio(event.data);
    if (message === null || (studio !== null && message.studio !== studio)) return;
    if (message.type === 'leave') {
      closeSoon();
      return;
    }
    studio = message.studio;
    clearTimeout(closing);
    if (watched !== studio) {
      watched = studio;
      void watchLife(studio, over.signal).then(() => {
        watched = null;
        closeSoon();
      });
    }
    void show(message.released);
  };
  window.addEventListener(
    'pagehide',
    () => {
      post('gone');
    },
    { signal: over.signal },
  );
  post('hello');
  return () => {
    over.abort();
    clearTimeout(closing);
    channel.close();
  };
}

function closeSoon(): void {
  clearTimeout(closing);
  closing = setTimeout(() => {
    tell('closed');
  }, CLOSED_AFTER_MS);
}

/** Resolves when the studio's window is gone; never where the browser has no locks. */
function watchLife(studio: string, signal: AbortSignal): Promise<unknown> {
  // Absent outside a secure context, whatever the type says.
  const locks = navigator.locks as LockManager | undefined;
  const never = new Promise<unknown>(() => undefined);
  return locks?.request(lockOf(studio), { signal }, () => undefined).catch(() => never) ?? never;
}

/** The newest wins: a photo that is still being opened for an older message is dropped. */
async function show(released: Released | null): Promise<void> {
  const mine = ++latest;
  const photo = released === null ? undefined : activePhoto(released.case);
  if (released === null || photo === undefined) {
    tell('blank');
    return;
  }
  if (photo.sha256 !== shownSha) {
    const pixels = await pixelsOf(photo.sha256);
    if (mine !== latest) return;
    if (pixels === null) {
      tell('noPhoto');
      return;
    }
    shownSha = photo.sha256;
    const { sha256, width, height } = photo;
    setPicturePhoto({ sha256, width, height, pixels, reload: () => pixelsOf(sha256) });
  }
  const { step, days, light, compare, beforeHeld } = released;
  look = released.look;
  if (JSON.stringify(caseStore.getState().case) !== JSON.stringify(released.case)) replaceCase(released.case);
  sessionStore.setState({ step, days, light, compare, beforeHeld });
  layCamera();
  tell('following');
}

/** The same place in the middle, whatever the size of this screen. */
export function layCamera(): void {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const { viewport } = sessionStore.getState();
  if (photo === undefined || look === null || viewport.width === 0) return;
  sessionStore.setState({ camera: cameraOfLook(look, photo, viewport) });
}

async function pixelsOf(sha256: string): Promise<Uint8ClampedArray | null> {
  const stored = await storage.getPhoto(sha256);
  const opened = stored.ok ? await openPhoto(stored.value) : stored;
  return opened.ok ? opened.value.pixels : null;
}
