import { activePhoto } from '../../../core/design/edits';
import { fitCamera } from '../../../core/geometry/camera';
import type { ScreenPoint } from '../../../core/geometry/units';
import { caseStore } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { onWheel } from '../bindPointers';
import { fit, pan, zoomBy } from '../cameraMoves';
import { Gestures, type GestureAction } from '../gestures';
import { pointerSample } from '../pointerSample';

/** A finger that rests for so long asks for "before". Our choice, shorter than the system's own long press. */
const HOLD_MS = 300;
const STILL_PX = 8;
/** How far a double tap goes in. Our choice. */
const TAP_ZOOM = 2.5;
/** Hardly larger than the whole photo is meant as the whole photo. */
const NEARLY_FITTED = 1.03;

/**
 * The client's fingers on the picture: one moves the divider while the whole photo is shown and the photo once it is
 * larger, resting shows before, two move and zoom, a double tap goes in and out. `onTap` hears of short taps.
 */
export function bindPreview(element: HTMLElement, onTap: () => void): () => void {
  const gestures = new Gestures(() => false);
  let from: ScreenPoint | null = null;
  let last: ScreenPoint | null = null;
  let hold: ReturnType<typeof setTimeout> | undefined;
  const down = new Set<number>();

  const letGo = (): void => {
    clearTimeout(hold);
    if (sessionStore.getState().beforeHeld) sessionStore.setState({ beforeHeld: false });
  };

  const dragTo = (at: ScreenPoint): void => {
    if (sessionStore.getState().beforeHeld) return;
    if (from !== null && Math.hypot(at.x - from.x, at.y - from.y) < STILL_PX) return;
    clearTimeout(hold);
    from = null;
    if (sessionStore.getState().fitted) moveDivider(at.x / element.clientWidth);
    else if (last !== null) pan(at.x - last.x, at.y - last.y);
    last = at;
  };

  const act = (action: GestureAction): void => {
    switch (action.type) {
      case 'press':
        last = action.sample.at;
        return;
      case 'drag':
        dragTo(action.sample.at);
        return;
      case 'release':
        if (from !== null && !sessionStore.getState().beforeHeld) onTap();
        return;
      case 'doubleTap':
        if (sessionStore.getState().fitted) zoomBy(TAP_ZOOM, action.sample.at);
        else fit();
        return;
      case 'pinch':
        zoomBy(action.factor, action.about);
        pan(action.dx, action.dy);
        return;
      case 'pan':
        pan(action.dx, action.dy);
        return;
      // Nothing of the document can be changed from here.
      case 'hover':
      case 'cancel':
      case 'undo':
      case 'redo':
      case 'penSeen':
        return;
      default:
        action satisfies never;
    }
  };
  const carryOut = (actions: readonly GestureAction[]): void => {
    for (const action of actions) act(action);
  };

  const listeners = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
    options: AddEventListenerOptions = {},
  ): void => {
    element.addEventListener(name, listener, { ...options, signal: listeners.signal });
  };
  on('pointerdown', (event) => {
    if (event.target !== element || event.button === 2) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    down.add(event.pointerId);
    const sample = pointerSample(event, element, false);
    letGo();
    if (down.size === 1) {
      from = sample.at;
      hold = setTimeout(() => {
        sessionStore.setState({ beforeHeld: true });
      }, HOLD_MS);
    } else from = null;
    carryOut(gestures.down(sample));
  });
  on('pointermove', (event) => {
    if (down.has(event.pointerId)) carryOut(gestures.move(pointerSample(event, element, false)));
  });
  on('pointerup', (event) => {
    if (!down.delete(event.pointerId)) return;
    carryOut(gestures.up(pointerSample(event, element, false)));
    letGo();
    if (down.size === 0) settle();
  });
  on('pointercancel', (event) => {
    down.delete(event.pointerId);
    carryOut(gestures.cancel());
    letGo();
  });
  on('wheel', onWheel(element), { passive: false });
  on('contextmenu', (event) => {
    event.preventDefault();
  });
  return () => {
    listeners.abort();
    letGo();
  };
}

/** Puts the divider at a share of the width. */
export function moveDivider(at: number): void {
  sessionStore.setState({ compare: { kind: 'split', at: Math.min(1, Math.max(0, at)) } });
}

/** A photo that was pinched down to its whole stands whole. */
function settle(): void {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const { camera, viewport } = sessionStore.getState();
  if (photo !== undefined && camera.scale < fitCamera(photo, viewport).scale * NEARLY_FITTED) fit();
}
