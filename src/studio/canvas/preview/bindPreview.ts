import { activePhoto } from '../../../core/design/edits';
import { fitCamera } from '../../../core/geometry/camera';
import { caseStore } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { fit, pan, zoomBy } from '../cameraMoves';
import { bindLook } from './bindLook';

/** How far a double tap goes in. Our choice. */
const TAP_ZOOM = 2.5;
/** Half the width in which a finger means the divider. */
const DIVIDER_PX = 24;
/** Hardly larger than the whole photo is meant as the whole photo. */
const NEARLY_FITTED = 1.03;

/**
 * The client's fingers on the picture: one moves the divider while the whole photo is shown, and the photo beside the
 * divider once it is larger, resting shows before, two move and zoom, a double tap goes in and out. `onTap` hears of short taps.
 */
export function bindPreview(element: HTMLElement, onTap: () => void): () => void {
  let onDivider = false;
  return bindLook(element, {
    press: ({ x }) => {
      const { fitted, compare } = sessionStore.getState();
      const from = compare.kind === 'split' ? Math.abs(x - compare.at * element.clientWidth) : Infinity;
      onDivider = fitted || from < DIVIDER_PX;
    },
    drag: (to, from) => {
      if (onDivider) moveDivider(to.x / element.clientWidth);
      else pan(to.x - from.x, to.y - from.y);
    },
    pan,
    zoom: zoomBy,
    doubleTap: (at) => {
      if (sessionStore.getState().fitted) zoomBy(TAP_ZOOM, at);
      else fit();
    },
    tap: onTap,
    hold: (beforeHeld) => {
      sessionStore.setState({ beforeHeld });
    },
    settle,
  });
}

/** Puts the divider at a share of the width. */
export function moveDivider(at: number): void {
  sessionStore.setState({ compare: { kind: 'split', at: Math.min(1, Math.max(0, at)) } });
}

/** A photo that was pinched down to its whole stands whole. */
function settle(): void {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const { camera, viewport, fitted } = sessionStore.getState();
  if (photo !== undefined && !fitted && camera.scale < fitCamera(photo, viewport).scale * NEARLY_FITTED) fit();
}
