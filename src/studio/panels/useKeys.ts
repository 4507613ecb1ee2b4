import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { nextBrushSize } from '../../core/tools/craft';
import { fit, fullSize, zoomStep } from '../canvas/cameraMoves';
import { enterPreview } from '../canvas/preview/previewStay';
import { keyToTool, redoStep, setTool, undoStep } from '../canvas/toolDesk';
import { saveExport } from '../flows/handOver/exportFlow';
import { sessionStore } from '../state/sessionStore';
import { showStep } from './timeline/sessionSteps';

const NUDGE_MM = 0.5;

/** Keys of the studio; a text field keeps its own, a dialog keeps all. */
export function useKeys(): void {
  useEffect(() => {
    const stopKeys = tinykeys(window, bindings());
    const held = holdKeys();
    return () => {
      stopKeys();
      held();
    };
  }, []);
}

function bindings(): Record<string, (event: KeyboardEvent) => void> {
  const on =
    (run: () => void) =>
    (event: KeyboardEvent): void => {
      if (elsewhere(event)) return;
      event.preventDefault();
      run();
    };
  const nudge = (dx: number, dy: number) => (event: KeyboardEvent) => {
    if (elsewhere(event) || !onCanvas()) return;
    event.preventDefault();
    const mm = NUDGE_MM * (event.shiftKey ? 10 : 1);
    keyToTool({ type: 'nudge', dxMm: dx * mm, dyMm: dy * mm });
  };
  return {
    v: on(() => {
      setTool('select');
    }),
    l: on(() => {
      setTool('hairline');
    }),
    z: on(() => {
      setTool('zone');
    }),
    x: on(() => {
      setTool('exclude');
    }),
    b: on(() => {
      setTool('brush');
    }),
    d: on(() => {
      setTool('dots');
    }),
    '[': on(() => {
      sizeBrush(-1);
    }),
    ']': on(() => {
      sizeBrush(1);
    }),
    r: on(() => {
      setTool('scale');
    }),
    f: on(() => {
      setTool('head');
    }),
    s: on(() => {
      setTool('smooth');
    }),
    p: on(enterPreview),
    h: on(() => {
      sessionStore.setState((state) => ({ overlayHidden: !state.overlayHidden }));
    }),
    y: on(() => {
      sessionStore.setState((state) => ({
        compare: state.compare.kind === 'split' ? { kind: 'after' } : { kind: 'split', at: 0.5 },
      }));
    }),
    ...sessionKeys(on),
    '$mod+z': on(undoStep),
    // Once: letters are told apart by no case, and a second binding would redo a second step.
    '$mod+Shift+z': on(redoStep),
    '$mod+y': on(redoStep),
    '$mod+0': on(fit),
    'Shift+Digit1': on(fit),
    '$mod+1': on(fullSize),
    '$mod+e': on(() => {
      void saveExport('after');
    }),
    'Shift+?': on(() => {
      sessionStore.setState({ dialog: 'keys' });
    }),
    '+': on(zoomStep(1)),
    '=': on(zoomStep(1)),
    '-': on(zoomStep(-1)),
    ArrowLeft: nudge(-1, 0),
    ArrowRight: nudge(1, 0),
    ArrowUp: nudge(0, -1),
    ArrowDown: nudge(0, 1),
    'Shift+ArrowLeft': nudge(-1, 0),
    'Shift+ArrowRight': nudge(1, 0),
    'Shift+ArrowUp': nudge(0, -1),
    'Shift+ArrowDown': nudge(0, 1),
    Delete: on(() => {
      keyToTool({ type: 'remove' });
    }),
    Backspace: on(() => {
      keyToTool({ type: 'remove' });
    }),
    Enter: (event) => {
      if (!elsewhere(event) && onCanvas()) keyToTool({ type: 'finish' });
    },
    Escape: (event) => {
      if (!elsewhere(event)) keyToTool({ type: 'cancel' });
    },
  };
}

/** 1–4 show the head after that session, 0 before the first. */
const sessionKeys = (on: (run: () => void) => (event: KeyboardEvent) => void) =>
  Object.fromEntries(
    [0, 1, 2, 3, 4].map((step) => [
      String(step),
      on(() => {
        showStep(step);
      }),
    ]),
  );

function sizeBrush(direction: 1 | -1): void {
  sessionStore.setState(({ craft }) => ({
    craft: { ...craft, brush: { ...craft.brush, sizeMm: nextBrushSize(craft.brush.sizeMm, direction) } },
  }));
}

/** The space bar moves the photo, `\` shows it before, each as long as it is held. */
function holdKeys(): () => void {
  const down = (event: KeyboardEvent): void => {
    if (event.repeat || elsewhere(event)) return;
    if (event.key === ' ' && onCanvas()) {
      event.preventDefault();
      sessionStore.setState({ spaceHeld: true });
    }
    if (event.key === '\\') sessionStore.setState({ beforeHeld: true });
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key === ' ') sessionStore.setState({ spaceHeld: false });
    if (event.key === '\\') sessionStore.setState({ beforeHeld: false });
  };
  const away = (): void => {
    sessionStore.setState({ spaceHeld: false, beforeHeld: false });
  };
  window.addEventListener('keydown', down);
  window.addEventListener('keyup', up);
  window.addEventListener('blur', away);
  return () => {
    window.removeEventListener('keydown', down);
    window.removeEventListener('keyup', up);
    window.removeEventListener('blur', away);
  };
}

const elsewhere = (event: KeyboardEvent): boolean =>
  sessionStore.getState().dialog !== null ||
  sessionStore.getState().preview !== null ||
  sessionStore.getState().comparing !== null ||
  (event.target instanceof HTMLInputElement && event.target.type !== 'range') ||
  event.target instanceof HTMLSelectElement ||
  event.target instanceof HTMLTextAreaElement;

/** Arrows, space and Enter belong to a focused button or slider; on the canvas or nowhere they belong to the tool. */
const onCanvas = (): boolean => {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.getAttribute('role') === 'application';
};
