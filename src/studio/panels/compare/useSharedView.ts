import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Photo } from '../../../core/design/case';
import type { Size } from '../../../core/geometry/camera';
import { fitShared, panShared, zoomShared, type SharedView } from '../../canvas/compare/sharedView';
import { bindLook } from '../../canvas/preview/bindLook';

/** One view for all pictures, moved by a hand on any of them. */
export function useSharedView(lead: Photo | undefined, onBefore: (held: boolean) => void) {
  const hand = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<Size | null>(null);
  const [moved, setMoved] = useState<SharedView | null>(null);
  const fitted = useMemo(() => (lead === undefined || pane === null ? null : fitShared(lead, pane)), [lead, pane]);
  const view = moved ?? fitted;
  const onSize = useCallback((size: Size) => {
    setPane((known) => (known?.width === size.width && known.height === size.height ? known : size));
  }, []);
  useEffect(() => {
    const element = hand.current;
    if (element === null || lead === undefined || pane === null || fitted === null) return;
    const change = (next: (view: SharedView) => SharedView): void => {
      setMoved((known) => next(known ?? fitted));
    };
    // A place on any picture is the same place on all of them.
    const within = (p: { x: number; y: number }) => ({ x: p.x % pane.width, y: p.y % pane.height });
    const pan = (dx: number, dy: number): void => {
      change((known) => panShared(known, dx, dy, lead));
    };
    return bindLook(element, {
      press: () => undefined,
      drag: (to, from) => {
        pan(to.x - from.x, to.y - from.y);
      },
      pan,
      zoom: (factor, about) => {
        change((known) => zoomShared(known, factor, within(about), lead, pane));
      },
      doubleTap: (at) => {
        setMoved((known) => (known === null ? zoomShared(fitted, 2.5, within(at), lead, pane) : null));
      },
      tap: () => undefined,
      hold: onBefore,
      settle: () => undefined,
    });
  }, [lead, pane, fitted, onBefore]);
  return { hand, view, onSize };
}
