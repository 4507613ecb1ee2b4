import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { decodePhoto } from './decodePhoto';
import { readHeaderOf, readWhole, sha256Hex } from './fileBytes';
import { photoReachesEnd, refuseSize } from './header';
import type { PhotoFormat } from './header';
import { refuse } from './refusal';
import type { PhotoRefusal } from './refusal';
import { drawWorkPixels } from './workPixels';

/** A photo ready for work. All sizes in pixels, of the upright picture. */
export interface OpenedPhoto {
  /** Of the original's bytes, lower-case hex: the name under which it is kept. */
  readonly sha256: string;
  /** The file's bytes unchanged, in memory (so that it outlives the file), without its name. */
  readonly original: Blob;
  readonly format: PhotoFormat;
  /** Size of the work copy, at most 4,096 on the longer side. */
  readonly width: number;
  readonly height: number;
  readonly originalWidth: number;
  readonly originalHeight: number;
  /** The work copy: RGBA, 8 bits, sRGB, opaque (transparency lies on mid grey), rows from the top. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

export interface OpenPhotoOptions {
  readonly signal?: AbortSignal;
  /** Called with a rising fraction, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

const MIME_TYPES: Readonly<Record<PhotoFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
};

// Where the steps end on the way from 0 to 1; our estimate of their shares of the time.
const READ_SHARE = 0.3;
const HASHED_AT = 0.4;
const DECODED_AT = 0.8;

async function openSteps(
  file: Blob,
  signal: AbortSignal | undefined,
  report: (fraction: number) => void,
): Promise<Result<OpenedPhoto, PhotoRefusal>> {
  const header = await readHeaderOf(file);
  if (!header.ok) return header;
  const { format } = header.value;
  const bytes = await readWhole(file, (fraction) => report(fraction * READ_SHARE), signal);
  if (!bytes.ok) return bytes;
  if (!photoReachesEnd(bytes.value, format)) return refuse('truncated');
  const sha256 = await sha256Hex(bytes.value);
  if (signal?.aborted) return refuse('cancelled');
  report(HASHED_AT);
  // The type is set from the bytes: a wrong one on the file would stop some browsers from decoding it.
  const original = new Blob([bytes.value], { type: MIME_TYPES[format] });
  const decoded = await decodePhoto(original, header.value);
  if (!decoded.ok) return decoded;
  const picture = decoded.value;
  try {
    if (signal?.aborted) return refuse('cancelled');
    report(DECODED_AT);
    const refused = refuseSize(picture.width, picture.height);
    if (refused) return refused;
    const work = drawWorkPixels(picture);
    if (!work) return refuse('decodeFailed');
    report(1);
    return ok({ sha256, original, format, originalWidth: picture.width, originalHeight: picture.height, ...work });
  } finally {
    picture.release();
  }
}

/**
 * Opens a photo from any source: checks it, decodes it once and upright, and makes the work copy. Every failure is a
 * refusal; nothing the caller holds is touched. Aborting the signal answers `cancelled` at once, and no progress is
 * reported after that.
 */
export async function openPhoto(
  file: Blob,
  options: OpenPhotoOptions = {},
): Promise<Result<OpenedPhoto, PhotoRefusal>> {
  const { signal, onProgress } = options;
  if (signal?.aborted) return refuse('cancelled');
  let settled = false;
  const report = (fraction: number): void => {
    if (!settled) onProgress?.(fraction);
  };
  const listening = new AbortController();
  const cancelled = new Promise<Result<OpenedPhoto, PhotoRefusal>>((resolve) => {
    signal?.addEventListener('abort', () => resolve(refuse('cancelled')), { signal: listening.signal });
  });
  try {
    return await Promise.race([openSteps(file, signal, report), cancelled]);
  } finally {
    settled = true;
    listening.abort();
  }
}
