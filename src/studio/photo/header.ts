import { err, ok } from '../../core/result';
import type { Result } from '../../core/result';
import { readAscii } from './byteRead';
import type { ExifOrientation, HeaderScan } from './headerScan';
import { isoBrands, isoPhotoFormat, isoReachesEnd, scanIsoHeader } from './isoHeader';
import { scanJpegHeader } from './jpegHeader';
import { jpegReachesEnd } from './jpegSegments';
import { BYTES_PER_MEGABYTE, MAX_PHOTO_MEGABYTES, MAX_PHOTO_MEGAPIXELS } from './photoLimits';
import { pngReachesEnd, scanPngHeader } from './pngHeader';
import { refuse } from './refusal';
import type { PhotoRefusal } from './refusal';
import { looksLikeSvg } from './svgSniff';
import { scanWebpHeader, webpReachesEnd } from './webpHeader';

export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

/** What a photo says of itself: its size in pixels as stored (before orientation) and how it is to be turned. */
export interface PhotoHeader {
  readonly format: PhotoFormat;
  readonly width: number;
  readonly height: number;
  readonly orientation: ExifOrientation;
}

/** Not a refusal: the file's bytes up to `upToByte` (never more than the file has) are needed to say. */
export interface MoreBytesNeeded {
  readonly kind: 'moreBytesNeeded';
  readonly upToByte: number;
}

/** The format by the file's first bytes; its name and declared type are never asked. */
function sniffFormat(bytes: Uint8Array): PhotoFormat | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (readAscii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (readAscii(bytes, 0, 4) === 'RIFF' && readAscii(bytes, 8, 4) === 'WEBP') return 'webp';
  return isoPhotoFormat(isoBrands(bytes));
}

function scanHeader(format: PhotoFormat, bytes: Uint8Array, totalBytes: number): HeaderScan {
  switch (format) {
    case 'jpeg':
      return scanJpegHeader(bytes);
    case 'png':
      return scanPngHeader(bytes);
    case 'webp':
      return scanWebpHeader(bytes);
    case 'avif':
    case 'heic':
      return scanIsoHeader(bytes, totalBytes);
  }
}

/** A refusal where the size is out of bounds, else undefined. Width and height in pixels. */
export function refuseSize(width: number, height: number): ReturnType<typeof refuse> | undefined {
  if (width <= 0 || height <= 0) return refuse('zeroSize');
  const megapixels = (width * height) / 1e6;
  if (megapixels <= MAX_PHOTO_MEGAPIXELS) return undefined;
  return refuse('tooManyPixels', { megapixels: Math.ceil(megapixels), limitMegapixels: MAX_PHOTO_MEGAPIXELS });
}

/**
 * Reads a photo's header from the first `bytes` of a file of `totalBytes`, and refuses what cannot or must not be
 * decoded. Pure, bounds-checked, and takes time linear in the bytes whatever they are. Where the first bytes do not
 * reach far enough it asks for more, never for more than the file has.
 */
export function readPhotoHeader(
  bytes: Uint8Array,
  totalBytes: number,
): Result<PhotoHeader, PhotoRefusal | MoreBytesNeeded> {
  if (totalBytes <= 0) return refuse('empty');
  const format = sniffFormat(bytes);
  if (format === undefined) return refuse(looksLikeSvg(bytes) ? 'svg' : 'notAPhoto');
  if (totalBytes > MAX_PHOTO_MEGABYTES * BYTES_PER_MEGABYTE) {
    const megabytes = Math.ceil(totalBytes / BYTES_PER_MEGABYTE);
    return refuse('tooManyBytes', { megabytes, limitMegabytes: MAX_PHOTO_MEGABYTES });
  }
  const scan = scanHeader(format, bytes, totalBytes);
  switch (scan.kind) {
    case 'damaged':
      return refuse('decodeFailed');
    case 'short': {
      if (scan.upToByte > totalBytes || bytes.length >= totalBytes) return refuse('truncated');
      return err({ kind: 'moreBytesNeeded', upToByte: Math.max(scan.upToByte, bytes.length + 1) });
    }
    case 'found': {
      if (scan.animated) return refuse('animated');
      const refused = refuseSize(scan.storedWidthPx, scan.storedHeightPx);
      if (refused) return refused;
      const { storedWidthPx: width, storedHeightPx: height, orientation } = scan;
      return ok({ format, width, height, orientation });
    }
  }
}

/**
 * Whether a whole file holds its picture to the end. Browsers show a file that breaks off with its lower part grey
 * and report no error, so this is asked before decoding.
 */
export function photoReachesEnd(bytes: Uint8Array, format: PhotoFormat): boolean {
  switch (format) {
    case 'jpeg':
      return jpegReachesEnd(bytes);
    case 'png':
      return pngReachesEnd(bytes);
    case 'webp':
      return webpReachesEnd(bytes);
    case 'avif':
    case 'heic':
      return isoReachesEnd(bytes);
  }
}
