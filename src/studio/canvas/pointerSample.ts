import type { PointerKind, PointerSample } from './gestures';
import type { ScreenPoint } from '../../core/geometry/units';

/** A browser's pointer event in canvas pixels, with the positions that lie between two frames. */
export function pointerSample(event: PointerEvent, canvas: Element, handAsked: boolean): PointerSample {
  const box = canvas.getBoundingClientRect();
  const place = (each: PointerEvent): ScreenPoint => ({ x: each.clientX - box.left, y: each.clientY - box.top });
  const between = event.type === 'pointermove' ? event.getCoalescedEvents() : [];
  const at = place(event);
  return {
    id: event.pointerId,
    kind: pointerKind(event.pointerType),
    at,
    time: event.timeStamp,
    shift: event.shiftKey,
    alt: event.altKey,
    pressure: event.pointerType === 'pen' ? event.pressure : null,
    wantsPan: handAsked || event.button === 1 || (event.buttons & 4) !== 0,
    coalesced: between.length > 0 ? between.map(place) : [at],
  };
}

const pointerKind = (type: string): PointerKind => (type === 'pen' || type === 'touch' ? type : 'mouse');
