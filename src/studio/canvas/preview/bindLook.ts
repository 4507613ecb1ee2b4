import type { ScreenPoint } from '../../../core/geometry/units';
import { onWheel } from '../bindPointers';
import { Gestures, type GestureAction } from '../gestures';
import { pointerSample } from '../pointerSample';

/** What the fingers of somebody who only looks can do. Places are in CSS px of the element. */
export interface LookHands {
  /** One finger has come down to drag. */
  readonly press: (at: ScreenPoint) => void;
  /** One finger, from where it was to where it is. */
  readonly drag: (to: ScreenPoint, from: ScreenPoint) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, about: ScreenPoint) => void;
  readonly doubleTap: (at: ScreenPoint) => void;
  readonly tap: () => void;
  /** A finger rests on the picture, or no longer does. */
  readonly hold: (held: boolean) => void;
  /** The last finger has left. */
  readonly settle: () => void;
}

/** A finger that rests for so long asks for "before". Our choice, shorter than the system's own long press. */
const HOLD_MS = 300;
const STILL_PX = 8;

/** Connects an element's pointers and wheel to hands that change nothing of the document. Returns how to let go. */
export function bindLook(element: HTMLElement, hands: LookHands): () => void {
  const gestures = new Gestures(() => false);
  const down = new Set<number>();
  /** Where the only finger came down; null once it has moved or is not alone. */
  let still: ScreenPoint | null = null;
  let last: ScreenPoint | null = null;
  let held = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const setHeld = (next: boolean): void => {
    clearTimeout(timer);
    if (next === held) return;
    held = next;
    hands.hold(next);
  };

  const dragTo = (at: ScreenPoint): void => {
    if (held || (still !== null && Math.hypot(at.x - still.x, at.y - still.y) < STILL_PX)) return;
    clearTimeout(timer);
    still = null;
    hands.drag(at, last ?? at);
    last = at;
  };

  const act = (action: GestureAction): void => {
    switch (action.type) {
      case 'press':
        last = action.sample.at;
        hands.press(last);
        return;
      case 'drag':
        dragTo(action.sample.at);
        return;
      case 'release':
        if (still !== null && !held) hands.tap();
        return;
      case 'doubleTap':
        hands.doubleTap(action.sample.at);
        return;
      case 'pinch':
        hands.zoom(action.factor, action.about);
        hands.pan(action.dx, action.dy);
        return;
      case 'pan':
        hands.pan(action.dx, action.dy);
        return;
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
    if (event.button === 2 || onControl(event)) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    down.add(event.pointerId);
    const sample = pointerSample(event, element, false);
    setHeld(false);
    still = down.size === 1 ? sample.at : null;
    if (down.size === 1) {
      timer = setTimeout(() => {
        setHeld(true);
      }, HOLD_MS);
    }
    carryOut(gestures.down(sample));
  });
  on('pointermove', (event) => {
    if (down.has(event.pointerId)) carryOut(gestures.move(pointerSample(event, element, false)));
  });
  on('pointerup', (event) => {
    if (!down.delete(event.pointerId)) return;
    carryOut(gestures.up(pointerSample(event, element, false)));
    setHeld(false);
    if (down.size === 0) hands.settle();
  });
  on('pointercancel', () => {
    down.clear();
    carryOut(gestures.cancel());
    setHeld(false);
  });
  on('wheel', onWheel(element, hands.zoom, hands.pan), { passive: false });
  on('contextmenu', (event) => {
    event.preventDefault();
  });
  return () => {
    listeners.abort();
    setHeld(false);
  };
}

/** What lies above the picture has a use of its own. */
const onControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('button, [role=slider]') !== null;
