const HEIGHT_PX = 160;

/**
 * A small picture of a photo's file, for the list of cases; undefined where the browser can't decode it. A bitmap is
 * decoded beside the page, so that many of them don't hold it up (an <img> drawn small is decoded in its way: 1.1 s for
 * 12 megapixels of grain). It is turned upright as browsers turn bitmaps: all but some WebP; the open case shows it right.
 */
export async function thumbnailOfFile(file: Blob): Promise<Blob | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const height = Math.min(HEIGHT_PX, bitmap.height);
    const canvas = new OffscreenCanvas(Math.max(1, Math.round((bitmap.width * height) / bitmap.height)), height);
    const context = canvas.getContext('2d', { alpha: false });
    if (context !== null) {
      context.imageSmoothingQuality = 'medium';
      context.drawImage(bitmap, 0, 0, canvas.width, height);
    }
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  } catch {
    return undefined;
  }
}
