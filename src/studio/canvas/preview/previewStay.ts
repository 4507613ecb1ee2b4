import { caseStore } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { fit } from '../cameraMoves';
import { cancelTool } from '../toolDesk';

/** What the keyboard was on in the studio. */
let focused: Element | null = null;

/** Opens the client's preview: full screen where the browser allows it, else it fills the window. */
export function enterPreview(): void {
  const now = sessionStore.getState();
  if (now.preview !== null || caseStore.getState().case?.activePhotoId == null) return;
  if (now.dragging) cancelTool();
  focused = document.activeElement;
  const { camera, fitted, viewport, compare, beforeHeld, step, days, light } = now;
  sessionStore.setState({
    preview: { camera, fitted, viewport, compare, beforeHeld, step, days, light },
    compare: { kind: 'split', at: 0.5 },
    beforeHeld: false,
    spaceHeld: false,
    // A divider with "before" on both its sides would show nothing.
    step: step === 0 ? null : step,
    dialog: null,
  });
  fit();
  const page: Partial<Pick<HTMLElement, 'requestFullscreen'>> = document.documentElement;
  // Refused in a frame, and unknown to phones: the preview fills the window then.
  page.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
}

/** Closes the preview; everything is as the technician left it, in the window as it was. */
export async function leavePreview(): Promise<void> {
  if (sessionStore.getState().preview === null) return;
  if (document.fullscreenElement !== null) await document.exitFullscreen().catch(() => undefined);
  const { preview } = sessionStore.getState();
  if (preview === null) return;
  // The viewport is put back before the page is laid out anew: then the canvas finds the size that the camera belongs to.
  sessionStore.setState({ ...preview, preview: null });
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    focused = null;
  });
}

/** Leaves whenever the browser itself ends full screen, by Escape or a gesture of the system. */
export function watchFullScreen(): () => void {
  const changed = (): void => {
    if (document.fullscreenElement === null) void leavePreview();
  };
  document.addEventListener('fullscreenchange', changed);
  return () => {
    document.removeEventListener('fullscreenchange', changed);
  };
}
