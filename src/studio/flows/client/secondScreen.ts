import { activePhoto } from '../../../core/design/edits';
import { caseStore } from '../../state/caseStore';
import { sessionStore, withDraft, type ScreenMode, type SessionState } from '../../state/sessionStore';
import { text } from '../../texts/texts';
import { say } from '../notices';
import {
  lockOf,
  lookOfCamera,
  readFromScreen,
  readReleased,
  SCREEN_CHANNEL,
  withoutWords,
  type FromStudio,
  type Released,
} from './screenMessages';

/**
 * The studio's side of the second screen. Live, it sends what the technician sees; frozen, what was released last; blank,
 * nothing. What a reload must find again lies in this tab's own sessionStorage.
 */

const KEPT = 'follicle.secondScreen';

interface Following {
  readonly studio: string;
  readonly stop: () => void;
}

let following: Following | null = null;
let frozen: Released | null = null;

/** Opens the client's window, or brings it to the front, and lets it follow. */
export function showOnSecondScreen(): void {
  const studio = following?.studio ?? crypto.randomUUID();
  const address = new URL(location.pathname, location.href);
  address.search = new URLSearchParams({ screen: 'client', of: studio }).toString();
  const opened = window.open(address, `follicle-${studio}`, 'popup,width=1280,height=800');
  if (opened === null) {
    say('error', text('screen.blocked'));
    return;
  }
  if (following === null) follow(studio, 'live');
}

/** Takes up again what ran before a reload. Called once at the start. */
export function resumeSecondScreen(): void {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('studio' in kept) || !('mode' in kept)) return;
    const { studio, mode } = kept;
    if (typeof studio !== 'string') return;
    frozen = 'frozen' in kept ? readReleased(kept.frozen) : null;
    follow(studio, mode === 'frozen' || mode === 'blank' ? mode : 'live');
  } catch {
    sessionStorage.removeItem(KEPT);
  }
}

export function setScreenMode(mode: ScreenMode): void {
  frozen = mode === 'frozen' ? releasedNow() : null;
  sessionStore.setState({ screen: { mode, connected: sessionStore.getState().screen?.connected ?? false } });
  keep();
  send();
}

/** While frozen: what the technician sees now takes the place of what is shown. */
export const release = (): void => {
  setScreenMode('frozen');
};

/** Lets the second screen go blank for good. */
export function stopSecondScreen(): void {
  following?.stop();
  following = null;
  frozen = null;
  sessionStorage.removeItem(KEPT);
  sessionStore.setState({ screen: null });
}

let channel: BroadcastChannel | null = null;

function follow(studio: string, mode: ScreenMode): void {
  const opened = new BroadcastChannel(SCREEN_CHANNEL);
  channel = opened;
  const over = new AbortController();
  sessionStore.setState({ screen: { mode, connected: false } });
  opened.onmessage = (event) => {
    const message = readFromScreen(event.data);
    if (message === null || (message.studio !== null && message.studio !== studio)) return;
    sessionStore.setState((state) =>
      state.screen === null ? {} : { screen: { ...state.screen, connected: message.type === 'hello' } },
    );
    if (message.type === 'hello') send();
  };
  const leave = (): void => {
    post({ type: 'leave', studio });
  };
  window.addEventListener('pagehide', leave, { signal: over.signal });
  holdLock(studio, over.signal);
  const stops = [
    caseStore.subscribe(sendSoon),
    sessionStore.subscribe((now, before) => {
      if (SHOWN.some((field) => now[field] !== before[field])) sendSoon();
    }),
  ];
  following = {
    studio,
    stop: () => {
      leave();
      over.abort();
      for (const stop of stops) stop();
      opened.close();
      channel = null;
    },
  };
  keep();
  send();
}

/** What of the session the second screen shows. */
const SHOWN = [
  'draft',
  'step',
  'days',
  'light',
  'camera',
  'viewport',
  'compare',
  'beforeHeld',
] as const satisfies readonly (keyof SessionState)[];

/** Held until this window ends or lets go; browsers without locks tell of the end by `leave` alone. */
function holdLock(studio: string, signal: AbortSignal): void {
  // Absent outside a secure context, whatever the type says.
  const locks = navigator.locks as LockManager | undefined;
  const held = (): Promise<void> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  void locks?.request(lockOf(studio), { signal }, held).catch(() => undefined);
}

function keep(): void {
  const { screen } = sessionStore.getState();
  if (following === null || screen === null) return;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ studio: following.studio, mode: screen.mode, frozen }));
  } catch {
    // Too large to be kept: after a reload the screen stays on what it shows.
  }
}

const post = (message: FromStudio): void => {
  channel?.postMessage(message);
};

let asked = 0;

/** Once a frame at most. */
function sendSoon(): void {
  if (asked !== 0 || sessionStore.getState().screen?.mode !== 'live') return;
  asked = requestAnimationFrame(() => {
    asked = 0;
    send();
  });
}

function send(): void {
  const { screen } = sessionStore.getState();
  if (following === null || screen === null) return;
  // Before storage has answered there is nothing to say; after a reload the screen waits with what it has.
  if (screen.mode === 'live' && caseStore.getState().case === null) return;
  const released = screen.mode === 'live' ? releasedNow() : screen.mode === 'frozen' ? frozen : null;
  post({ type: 'show', studio: following.studio, released });
}

function releasedNow(): Released | null {
  const of = caseStore.getState().case;
  const { draft, step, days, light, camera, viewport, compare, beforeHeld } = sessionStore.getState();
  const shown = of === null ? null : withoutWords(withDraft(of, draft));
  const photo = shown === null ? undefined : activePhoto(shown);
  if (shown === null || photo === undefined || viewport.width === 0) return null;
  return { case: shown, step, days, light, compare, beforeHeld, look: lookOfCamera(camera, photo, viewport) };
}
