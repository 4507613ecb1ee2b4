import { openPhoto } from '../../photo/openPhoto';
import type { PicturePhoto } from '../../canvas/picture/picture';
import { storage } from '../desk';

/**
 * Pictures side by side hold no more pixels together than one photo at its full size does alone: each picture has a worker
 * with a copy of its own, at 5.3 bytes a pixel with its smaller levels.
 */
const MOST_PX_TOGETHER = 12_000_000;

/** What a photo is to be reduced by so that so many pictures of it can stand at once; 1 at most. */
export const reductionFor = (photo: { width: number; height: number }, pictures: number): number =>
  Math.min(1, Math.sqrt(MOST_PX_TOGETHER / (pictures * photo.width * photo.height)));

/** A photo, and a small picture of it that stands in until its tiles are there. */
export interface ComparedPhoto extends PicturePhoto {
  readonly small: ImageBitmap | null;
}

/** Large enough to know the head by, made in a moment. Our choice. */
const SMALL_HEIGHT_PX = 400;

/** Pictures that want the same at the same time get the same: it is decoded once. */
const underWay = new Map<string, Promise<ComparedPhoto | null>>();

/** A kept photo's pixels, reduced; null where it can't be had. */
export function comparePhoto(sha256: string, factor: number): Promise<ComparedPhoto | null> {
  const key = `${sha256} ${String(factor)}`;
  const running = underWay.get(key) ?? read(sha256, factor).finally(() => underWay.delete(key));
  underWay.set(key, running);
  return running;
}

async function read(sha256: string, factor: number): Promise<ComparedPhoto | null> {
  const stored = await storage.getPhoto(sha256);
  const opened = stored.ok ? await openPhoto(stored.value) : stored;
  if (!opened.ok) return null;
  const { width, height, pixels } = opened.value;
  // Another size is another photo to the picture that shows it.
  const name = `${sha256} ${String(factor)}`;
  const reload = async (): Promise<Uint8ClampedArray | null> => (await comparePhoto(sha256, factor))?.pixels ?? null;
  const small = await smallOf(new ImageData(pixels, width, height));
  if (factor === 1) return { sha256: name, width, height, pixels, reload, small };
  const size = { width: Math.round(width * factor), height: Math.round(height * factor) };
  const fewer = await reduced(new ImageData(pixels, width, height), size);
  return fewer === null ? null : { sha256: name, ...size, pixels: fewer, reload, small };
}

/** Null where the browser can't make one: the tiles come all the same. */
async function smallOf(image: ImageData): Promise<ImageBitmap | null> {
  const resizeHeight = Math.min(SMALL_HEIGHT_PX, image.height);
  const resizeWidth = Math.max(1, Math.round((image.width * resizeHeight) / image.height));
  try {
    return await createImageBitmap(image, { resizeWidth, resizeHeight, resizeQuality: 'medium' });
  } catch {
    return null;
  }
}

async function reduced(
  image: ImageData,
  { width, height }: { width: number; height: number },
): Promise<Uint8ClampedArray | null> {
  try {
    const bitmap = await createImageBitmap(image, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
    const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return context?.getImageData(0, 0, width, height).data ?? null;
  } catch {
    return null;
  }
}
