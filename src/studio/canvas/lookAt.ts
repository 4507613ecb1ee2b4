import { activePhoto } from '../../core/design/edits';
import { fitCamera, keepInSight } from '../../core/geometry/camera';
import type { PhotoPoint } from '../../core/geometry/units';
import { caseStore } from '../state/caseStore';
import { sessionStore } from '../state/sessionStore';

/** So much nearer than the whole photo a place is looked at: the head about fills the canvas. Our choice. */
const NEARER = 1.8;

/** Brings a place of the photo to the middle of the canvas, near enough to see the hairline about it. */
export function lookAt(p: PhotoPoint): void {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const { camera, viewport } = sessionStore.getState();
  if (photo === undefined || viewport.width === 0) return;
  const scale = Math.max(camera.scale, fitCamera(photo, viewport).scale * NEARER);
  const centred = { scale, x: viewport.width / 2 - p.x * scale, y: viewport.height / 2 - p.y * scale };
  sessionStore.setState({ camera: keepInSight(centred, photo, viewport), fitted: false });
}
