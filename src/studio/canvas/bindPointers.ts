import { preferences } from '../state/preferences';
import { sessionStore } from '../state/sessionStore';
import { pan, zoomBy } from './cameraMoves';
import { Gestures, type GestureAction } from './gestures';
import { pointerSample } from './pointerSample';
import { focusPicture } from './sceneFeed';
import { cancelTool, redoStep, toolPointer, undoStep } from './toolDesk';

/** A wheel's notch of 100 px zooms by about a fifth. Our choice, near Figma's. */
const WHEEL_ZOOM = 0.0018;
const PINCH_ZOOM = 0.01;

/** Connects an element's pointers, wheel and gestures to the tools and the camera. Returns how to let go. */
export function bindPointers(element: HTMLElement): () => void {
  const gestures = new Gestures(() => preferences.getState().penMode === true || handAsked());
  const carryOut = (actions: readonly GestureAction[]): void => {
    for (const action of actions) act(action);
  };
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
    options?: AddEventListenerOptions,
  ): (() => void) => {
    element.addEventListener(name, listener, options);
    return () => {
      element.removeEventListener(name, listener, options);
    };
  };
  const inside = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest('[role=slider]') === null;

  const stops = [
    on('pointerdown', (event) => {
      if (!inside(event) || event.button === 2) return;
      event.preventDefault();
      element.focus({ preventScroll: true });
      element.setPointerCapture(event.pointerId);
      carryOut(gestures.down(pointerSample(event, element, handAsked())));
    }),
    on('pointermove', (event) => {
      const sample = pointerSample(event, element, handAsked());
      focusPicture(sample.at);
      carryOut(gestures.move(sample));
    }),
    on('pointerup', (event) => {
      carryOut(gestures.up(pointerSample(event, element, handAsked())));
    }),
    on('pointercancel', (event) => {
      carryOut(gestures.cancel(event.pointerId));
    }),
    // After a release nothing is left to cancel; without one (a window that came between) no stroke must go on.
    on('lostpointercapture', (event) => {
      carryOut(gestures.cancel(event.pointerId));
    }),
    on('wheel', onWheel(element), { passive: false }),
    on('contextmenu', (event) => {
      event.preventDefault();
    }),
  ];
  return () => {
    carryOut(gestures.cancel());
    for (const stop of stops) stop();
  };
}

const handAsked = (): boolean => {
  const { tool, spaceHeld } = sessionStore.getState();
  return tool === 'hand' || spaceHeld;
};

function act(action: GestureAction): void {
  switch (action.type) {
    case 'press':
    case 'drag':
    case 'release':
    case 'doubleTap':
    case 'hover':
      toolPointer(action.type, action.sample);
      return;
    case 'cancel':
      cancelTool();
      return;
    case 'pan':
      pan(action.dx, action.dy);
      return;
    case 'pinch':
      zoomBy(action.factor, action.about);
      pan(action.dx, action.dy);
      return;
    case 'undo':
      undoStep();
      return;
    case 'redo':
      redoStep();
      return;
    case 'penSeen':
      if (preferences.getState().penMode === null) preferences.setState({ penMode: true });
      return;
    default:
      action satisfies never;
  }
}

/** The wheel zooms about the pointer; a trackpad's sideways scroll moves the photo, its pinch zooms. */
export const onWheel =
  (element: HTMLElement, zoom = zoomBy, move = pan) =>
  (event: WheelEvent): void => {
    event.preventDefault();
    const box = element.getBoundingClientRect();
    const about = { x: event.clientX - box.left, y: event.clientY - box.top };
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    if (event.ctrlKey || event.metaKey) {
      zoom(Math.exp(-event.deltaY * unit * PINCH_ZOOM), about);
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const dx = event.deltaX === 0 ? event.deltaY : event.deltaX;
      move(-dx * unit, event.shiftKey ? 0 : -event.deltaY * unit);
    } else zoom(Math.exp(-event.deltaY * unit * WHEEL_ZOOM), about);
  };
