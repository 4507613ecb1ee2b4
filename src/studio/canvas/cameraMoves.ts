import { centred, fitCamera, keepInSight, panBy, zoomAbout, type Camera } from '../../core/geometry/camera';
import type { ScreenPoint } from '../../core/geometry/units';
import { activePhoto } from '../../core/design/edits';
import { caseStore } from '../state/caseStore';
import { sessionStore } from '../state/sessionStore';

/** Two steps double the picture; a wheel's notch is one. Our choice. */
const ZOOM_STEP = Math.SQRT2;

interface Size {
  readonly width: number;
  readonly height: number;
}

function onPhoto(move: (camera: Camera, photo: Size, canvas: Size) => Camera, fitted = false): void {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const { camera, viewport } = sessionStore.getState();
  if (photo === undefined || viewport.width === 0 || viewport.height === 0) return;
  sessionStore.setState({ camera: keepInSight(move(camera, photo, viewport), photo, viewport), fitted });
}

export const fit = (): void => {
  onPhoto((_, photo, canvas) => fitCamera(photo, canvas), true);
};

/** One photo pixel a device pixel, about the middle of the canvas. */
export const fullSize = (): void => {
  onPhoto((camera, photo, canvas) => {
    const scale = 1 / devicePixelRatio;
    const middle = { x: canvas.width / 2, y: canvas.height / 2 };
    if (camera.scale === scale) return centred(photo, canvas, scale);
    return zoomAbout(camera, scale / camera.scale, middle, photo);
  });
};

export const zoomStep = (direction: 1 | -1) => (): void => {
  onPhoto((camera, photo, canvas) =>
    zoomAbout(camera, ZOOM_STEP ** direction, { x: canvas.width / 2, y: canvas.height / 2 }, photo),
  );
};

export const zoomBy = (factor: number, about: ScreenPoint): void => {
  onPhoto((camera, photo) => zoomAbout(camera, factor, about, photo));
};

export const pan = (dx: number, dy: number): void => {
  onPhoto((camera) => panBy(camera, dx, dy));
};
