import type { DecodedPicture } from './decodePhoto';
import { workSizePx } from './photoLimits';
import { swapsSides, uprightTransform } from './turn';

/** Mid grey in sRGB, under whatever is transparent: neither lightens nor darkens a cut-out head much. Our choice. */
const GROUND = 'rgb(128 128 128)';

/** RGBA, 8 bits a channel, sRGB, opaque, rows from the top; width × height × 4 bytes. */
export interface WorkPixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Draws the whole picture at its work size and reads it back; undefined where the browser has no canvas to give. */
export function drawWorkPixels(picture: DecodedPicture): WorkPixels | undefined {
  const { width, height } = workSizePx(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  try {
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true, colorSpace: 'srgb' });
    if (!context) return undefined;
    context.fillStyle = GROUND;
    context.fillRect(0, 0, width, height);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.setTransform(...uprightTransform(picture.orientation, width, height));
    if (swapsSides(picture.orientation)) context.drawImage(picture.source, 0, 0, height, width);
    else context.drawImage(picture.source, 0, 0, width, height);
    return { width, height, pixels: context.getImageData(0, 0, width, height, { colorSpace: 'srgb' }).data };
  } catch {
    return undefined;
  } finally {
    // Safari counts a canvas against its budget until it is collected, unless it has no area.
    canvas.width = 0;
    canvas.height = 0;
  }
}
