import type { PhotoPoint, ScreenPoint } from './units';

/** Where the photo lies on the canvas: `scale` CSS px per photo px, (x, y) the photo's origin in CSS px. */
export interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sixteen screen pixels a photo pixel shows a single mark as large as a hand. Our choice. */
const MAX_SCALE = 16;
/** A photo is never smaller than a thumbnail. Our choice. */
const MIN_PHOTO_ON_SCREEN = 120;
const FIT_MARGIN = 24;

export const toScreen = (camera: Camera, p: PhotoPoint): ScreenPoint => ({
  x: p.x * camera.scale + camera.x,
  y: p.y * camera.scale + camera.y,
});

export const toPhoto = (camera: Camera, p: ScreenPoint): PhotoPoint => ({
  x: (p.x - camera.x) / camera.scale,
  y: (p.y - camera.y) / camera.scale,
});

/** The whole photo in the middle of the canvas. */
export function fitCamera(photo: Size, canvas: Size): Camera {
  const margin = Math.min(FIT_MARGIN, canvas.width * 0.03, canvas.height * 0.03);
  const wanted = Math.min((canvas.width - 2 * margin) / photo.width, (canvas.height - 2 * margin) / photo.height);
  return centred(photo, canvas, Math.max(wanted, 1e-4));
}

export function centred(photo: Size, canvas: Size, scale: number): Camera {
  return { scale, x: (canvas.width - photo.width * scale) / 2, y: (canvas.height - photo.height * scale) / 2 };
}

/** Zooms by a factor while the photo's place under `about` stays under it. */
export function zoomAbout(camera: Camera, factor: number, about: ScreenPoint, photo: Size): Camera {
  const smallest = Math.min(MIN_PHOTO_ON_SCREEN / Math.max(photo.width, photo.height), camera.scale);
  const scale = Math.min(MAX_SCALE, Math.max(smallest, camera.scale * factor));
  const ratio = scale / camera.scale;
  return { scale, x: about.x - (about.x - camera.x) * ratio, y: about.y - (about.y - camera.y) * ratio };
}

export const panBy = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x + dx,
  y: camera.y + dy,
});

/** Keeps a hand's breadth of the photo on the canvas, so that it can't be lost out of sight. */
export function keepInSight(camera: Camera, photo: Size, canvas: Size): Camera {
  const keepX = Math.min(80, (photo.width * camera.scale) / 2);
  const keepY = Math.min(80, (photo.height * camera.scale) / 2);
  return {
    scale: camera.scale,
    x: Math.min(canvas.width - keepX, Math.max(keepX - photo.width * camera.scale, camera.x)),
    y: Math.min(canvas.height - keepY, Math.max(keepY - photo.height * camera.scale, camera.y)),
  };
}
