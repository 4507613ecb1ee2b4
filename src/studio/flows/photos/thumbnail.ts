import type { OpenedPhoto } from '../../photo/openPhoto';

const HEIGHT_PX = 160;

/** A small picture of the photo, for lists unless another height is wanted; undefined where the browser can't make one. */
export async function thumbnailOf(photo: OpenedPhoto, heightPx = HEIGHT_PX): Promise<Blob | undefined> {
  const height = Math.min(heightPx, photo.height);
  const width = Math.max(1, Math.round((photo.width * height) / photo.height));
  try {
    const bitmap = await createImageBitmap(new ImageData(photo.pixels, photo.width, photo.height), {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'medium',
    });
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  } catch {
    return undefined;
  }
}
