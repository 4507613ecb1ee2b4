import type { PictureLayer } from '../../workers/pictureMessages';
import type { PictureRows } from '../../workers/pictureClient';

/** A band costs the worker the marks at its borders twice. Our choice. */
const BAND_ROWS = 128;
/** Dots keep their grain at this, and a page of pictures stays under a megabyte. Our choice. */
const QUALITY = 0.88;

/**
 * A layer of the picture as a JPEG, its pixels drawn anew, so that nothing of the photo's file is in it. Rejects with the
 * signal's reason when aborted, and with a RangeError where there is no memory for it.
 */
export async function jpegOf(
  rows: PictureRows,
  layer: PictureLayer,
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<ArrayBuffer> {
  const { width, height } = rows;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new RangeError('No canvas of this size can be had.');
  try {
    for (let row = 0; row < height; row += BAND_ROWS) {
      options.signal.throwIfAborted();
      const rgba = await rows.read(layer, row, Math.min(BAND_ROWS, height - row));
      if (rgba === null) throw new Error('The picture could not be read to its end.');
      const band = new Uint8ClampedArray(rgba);
      context.putImageData(new ImageData(band, width, band.length / (4 * width)), 0, row);
      options.onProgress(Math.min(1, (row + BAND_ROWS) / height));
    }
    options.signal.throwIfAborted();
    return await (await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })).arrayBuffer();
  } finally {
    canvas.width = 0;
    canvas.height = 0;
  }
}
