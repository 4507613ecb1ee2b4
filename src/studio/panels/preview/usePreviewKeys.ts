import { useEffect } from 'react';
import { moveDivider } from '../../canvas/preview/bindPreview';
import { leavePreview } from '../../canvas/preview/previewStay';
import { sessionStore } from '../../state/sessionStore';
import { showStep } from '../timeline/sessionSteps';

const DIVIDER_STEP = 0.02;

/** The keys of the preview; the studio's own rest meanwhile. `onKey` hears of each. */
export function usePreviewKeys(onKey: () => void): void {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      onKey();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const run = actionOf(event);
      if (run === null) return;
      event.preventDefault();
      run();
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key === '\\') sessionStore.setState({ beforeHeld: false });
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, [onKey]);
}

function actionOf({ key, repeat }: KeyboardEvent): (() => void) | null {
  if (key === 'Escape' || key === 'p') return () => void leavePreview();
  if (/^\d$/.test(key)) {
    return () => {
      showStep(Number(key));
    };
  }
  if (key === '\\' && !repeat) {
    return () => {
      sessionStore.setState({ beforeHeld: true });
    };
  }
  // A focused slider or choice keeps its arrows.
  if (document.activeElement !== document.body || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return null;
  return () => {
    const { compare } = sessionStore.getState();
    const at = compare.kind === 'split' ? compare.at : 1;
    moveDivider(at + (key === 'ArrowRight' ? DIVIDER_STEP : -DIVIDER_STEP));
  };
}
