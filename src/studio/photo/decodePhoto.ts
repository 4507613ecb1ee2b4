import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import type { PhotoHeader } from './header';
import type { ExifOrientation } from './headerScan';
import { refuse } from './refusal';
import type { PhotoRefusal } from './refusal';
import { swapsSides } from './turn';

/** A picture the browser can draw; width and height in pixels, upright. Call `release` once it was drawn. */
export interface DecodedPicture {
  readonly source: CanvasImageSource;
  /** The orientation in which `source` still is; 1 unless the browser left the turning to us. */
  readonly orientation: ExifOrientation;
  readonly width: number;
  readonly height: number;
  readonly release: () => void;
}

/**
 * Decodes through an <img>, which every browser has turned upright by the photo's own orientation since 2020.
 * createImageBitmap disagrees between browsers on orientation (and cropping or resizing in it has been wrong), and
 * costs more: measured in Chromium 156 on 196 megapixels down to 4,096 px, <img> held 0.46 GB and 0.7 s of the main
 * thread, a bitmap 1.26 GB and 1.4 s, because an <img> is decoded at a reduced size where the format can.
 */
async function decodeNatively(photo: Blob): Promise<DecodedPicture | undefined> {
  const url = URL.createObjectURL(photo);
  const image = new Image();
  const release = (): void => {
    image.removeAttribute('src');
    URL.revokeObjectURL(url);
  };
  image.src = url;
  try {
    await image.decode();
  } catch {
    release();
    return undefined;
  }
  return { source: image, orientation: 1, width: image.naturalWidth, height: image.naturalHeight, release };
}

/** Decodes HEIC in a worker of the decoder's own (3 MB, fetched only when a browser cannot do it natively). */
async function decodeHeic(photo: Blob): Promise<Result<DecodedPicture, PhotoRefusal>> {
  let heicTo: (typeof import('heic-to/csp'))['heicTo'];
  try {
    ({ heicTo } = await import('heic-to/csp'));
  } catch {
    return refuse('heicUnavailable');
  }
  try {
    const bitmap = await heicTo({ blob: photo, type: 'bitmap' });
    return ok({
      source: bitmap,
      orientation: 1,
      width: bitmap.width,
      height: bitmap.height,
      release: () => bitmap.close(),
    });
  } catch (reason) {
    // The decoder rejects with its own words (a string) for a bad file; anything else means that it never ran.
    return refuse(typeof reason === 'string' ? 'decodeFailed' : 'heicUnavailable');
  }
}

/** Two pixels side by side with EXIF orientation 6: one wide and two high in a browser that heeds EXIF in WebP. */
const TURNED_WEBP =
  'UklGRkgAAABXRUJQVlA4WAoAAAAIAAAAAQAAAAAAVlA4TAgAAAAvAQAAAIiICEVYSUYaAAAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=';

let heedsWebpExif: Promise<boolean> | undefined;

/** Chromium (156) shows WebP as stored, others turn it; there is no telling but by trying, once. */
async function tryWebpExif(): Promise<boolean> {
  const bytes = Uint8Array.from(atob(TURNED_WEBP), (letter) => letter.charCodeAt(0));
  const picture = await decodeNatively(new Blob([bytes], { type: 'image/webp' }));
  picture?.release();
  return picture === undefined || picture.height > picture.width;
}

async function turnedByBrowser({ format, orientation }: PhotoHeader): Promise<boolean> {
  if (format !== 'webp' || orientation === 1) return true;
  heedsWebpExif ??= tryWebpExif();
  return heedsWebpExif;
}

/** Decodes a photo: natively, and where that fails for HEIC, with the decoder that comes along. */
export async function decodePhoto(photo: Blob, header: PhotoHeader): Promise<Result<DecodedPicture, PhotoRefusal>> {
  const native = await decodeNatively(photo);
  if (!native) return header.format === 'heic' ? decodeHeic(photo) : refuse('decodeFailed');
  if (await turnedByBrowser(header)) return ok(native);
  const { orientation } = header;
  const [width, height] = swapsSides(orientation) ? [native.height, native.width] : [native.width, native.height];
  return ok({ ...native, orientation, width, height });
}
