import { flushed } from './frames';
import { VIEW } from './benchScreen';
import type { Way } from './way';

/** Half size, as is the level that Follicle shows at this zoom. */
const LEVEL = 1;

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** A photo on a plain canvas of the view's size, one drawImage a frame: what no way can beat, and what lies under the others. */
export interface PhotoCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly draw: (x: number, y: number) => void;
}

export function photoCanvas(host: HTMLElement, photo: ImageData): PhotoCanvas {
  const whole = canvasOf(photo.width, photo.height);
  whole.getContext('2d')?.putImageData(photo, 0, 0);
  const shrink = 2 ** LEVEL;
  const level = canvasOf(photo.width / shrink, photo.height / shrink);
  level.getContext('2d')?.drawImage(whole, 0, 0, level.width, level.height);
  flushed(level);
  whole.width = 0;
  const canvas = canvasOf(VIEW.width, VIEW.height);
  canvas.style.position = 'absolute';
  host.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  const draw = (x: number, y: number): void => {
    if (context === null) return;
    const step = VIEW.scale * shrink;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#1e1e1e';
    context.fillRect(0, 0, VIEW.width, VIEW.height);
    context.imageSmoothingQuality = 'low';
    context.setTransform(step, 0, 0, step, x, y);
    context.drawImage(level, 0, 0);
  };
  draw(0, 0);
  return { canvas, draw };
}

/** The photo with no dots. */
export function photoAlone(): Way {
  let shown: PhotoCanvas | null = null;
  return {
    name: 'the photo alone',
    open: (host, photo) => {
      shown = photoCanvas(host, photo);
      return Promise.resolve();
    },
    pan: (x, y) => {
      requestAnimationFrame(() => shown?.draw(x, y));
    },
    edit: (turn) => {
      requestAnimationFrame(() => shown?.draw(0, turn % 2));
    },
    canvas: () => shown?.canvas ?? null,
  };
}
