import { sessionStore } from '../state/sessionStore';

/** Shorter work than this shows no bar: it would only flicker. Our choice. */
const QUIET_MS = 400;

export interface RunningWork {
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
  readonly done: () => void;
}

let running: AbortController | null = null;

/** One piece of long work at a time; a new one ends the one before it. */
export function beginLongWork(label: string): RunningWork {
  running?.abort();
  const abort = new AbortController();
  running = abort;
  let shown = false;
  let fraction = 0;
  const show = (): void => {
    if (running !== abort) return;
    shown = true;
    sessionStore.setState({
      longWork: {
        label,
        fraction,
        cancel: () => {
          abort.abort();
          done();
        },
      },
    });
  };
  const timer = setTimeout(show, QUIET_MS);
  const done = (): void => {
    clearTimeout(timer);
    if (running !== abort) return;
    running = null;
    sessionStore.setState({ longWork: null });
  };
  return {
    signal: abort.signal,
    progress: (next) => {
      fraction = next;
      if (shown) show();
    },
    done,
  };
}
