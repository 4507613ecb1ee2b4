import type { PictureRows } from '../workers/pictureClient';
import type { PictureLayer } from '../workers/pictureMessages';

/** Rows that are drawn at a time. Our choice: some milliseconds of the worker. */
const BAND_ROWS = 128;
/** Above these quality grows the file more than what is seen. Our choice, looked at on dots of 0.3 mm. */
const QUALITY = { webp: 0.86, jpeg: 0.88 } as const;

/**
 * A picture as a small file, WebP where the browser can write it, else JPEG: freshly encoded from pixels, so nothing of
 * the photo's own file is in it. Rejects when a band cannot be had, when there is no memory for it (RangeError), and with
 * the signal's reason when aborted.
 */
export async function encodePhoto(rows: PictureRows, layer: PictureLayer, signal?: AbortSignal): Promise<Blob> {
  const canvas = new OffscreenCanvas(rows.width, rows.height);
  try {
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new RangeError('There is no canvas for this picture.');
    for (let row = 0; row < rows.height; row += BAND_ROWS) {
      signal?.throwIfAborted();
      const band = await rows.read(layer, row, BAND_ROWS);
      if (band === null) throw new Error('The picture could not be read to its end.');
      context.putImageData(new ImageData(new Uint8ClampedArray(band), rows.width), 0, row);
    }
    const webp = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY.webp });
    return webp.type === 'image/webp'
      ? webp
      : await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY.jpeg });
  } finally {
    // Safari counts a canvas against its budget until it is collected, unless it has no area.
    canvas.width = 0;
    canvas.height = 0;
  }
}
