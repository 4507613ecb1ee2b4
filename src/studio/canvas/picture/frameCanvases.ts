import type { FrameWanted, PictureLayer, PictureTile } from '../../workers/pictureMessages';
import { coveredPart, type DeviceSize, type Placement } from './viewGeometry';

/**
 * The refined view: what the canvas shows of the photo, made at exactly the screen's resolution once the camera rests. It
 * lies over the levels as soon as it is complete, follows edits tile by tile, and is gone when the camera moves.
 */
export interface FrameCanvases {
  /** Asks for a frame of this view; null when the levels themselves are exact or nothing is in sight. */
  readonly want: (
    placement: Placement,
    size: DeviceSize,
    photo: { width: number; height: number },
    layers: readonly PictureLayer[],
  ) => FrameWanted | null;
  readonly wanted: () => FrameWanted | null;
  readonly put: (id: number, tile: PictureTile, image: ImageData) => void;
  /** All tiles of the wanted layers are there. */
  readonly complete: () => void;
  readonly shown: (layer: PictureLayer) => { canvas: HTMLCanvasElement; x: number; y: number } | null;
  readonly leave: () => void;
  readonly clear: () => void;
}

/** `onLost` hears when the browser has taken a canvas's memory away. */
export function frameCanvases(onLost: () => void): FrameCanvases {
  const canvases: Record<PictureLayer, HTMLCanvasElement | null> = { after: null, before: null };
  let current: { readonly wanted: FrameWanted; readonly x: number; readonly y: number } | null = null;
  let ready: readonly PictureLayer[] = [];
  let lastId = 0;

  function makeCanvas(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.addEventListener('contextlost', onLost);
    return canvas;
  }

  function canvasFor(layer: PictureLayer, wanted: FrameWanted): HTMLCanvasElement {
    const canvas = canvases[layer] ?? makeCanvas();
    canvases[layer] = canvas;
    if (canvas.width !== wanted.width) canvas.width = wanted.width;
    if (canvas.height !== wanted.height) canvas.height = wanted.height;
    return canvas;
  }

  return {
    want: (placement, size, photo, layers) => {
      const covered = coveredPart(placement, size, photo);
      if (placement.exact || covered.width === 0 || covered.height === 0) {
        current = null;
        return null;
      }
      const { x, y, width, height } = covered;
      const id = current?.wanted.id ?? ++lastId;
      const { scale } = placement;
      const wanted = { id, layers, width, height, scale, originX: placement.x - x, originY: placement.y - y };
      current = { wanted, x, y };
      return wanted;
    },
    wanted: () => current?.wanted ?? null,
    put: (id, { layer, x, y }, image) => {
      if (current?.wanted.id !== id) return;
      canvasFor(layer, current.wanted).getContext('2d')?.putImageData(image, x, y);
    },
    complete: () => {
      ready = current === null ? [] : current.wanted.layers;
    },
    shown: (layer) => {
      const canvas = canvases[layer];
      if (current === null || canvas === null || !ready.includes(layer)) return null;
      return { canvas, x: current.x, y: current.y };
    },
    leave: () => {
      current = null;
      ready = [];
    },
    clear: () => {
      current = null;
      ready = [];
      for (const canvas of [canvases.after, canvases.before]) {
        if (canvas === null) continue;
        canvas.width = 0;
        canvas.height = 0;
      }
    },
  };
}
