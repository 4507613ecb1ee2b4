import { readAscii, readUint } from './byteRead';
import { readExifOrientation } from './exifOrientation';
import type { ExifOrientation, HeaderScan } from './headerScan';

const FIRST_CHUNK_AT = 12;
const ANIMATION_FLAG = 0x02;
const EXIF_FLAG = 0x08;

const found = (
  storedWidthPx: number,
  storedHeightPx: number,
  orientation: ExifOrientation = 1,
  animated = false,
): HeaderScan => ({ kind: 'found', storedWidthPx, storedHeightPx, orientation, animated });

/** Lossy: three bytes of frame tag, the start code 9D 01 2A, then width and height in 14 bits each. */
function scanLossy(bytes: Uint8Array, start: number): HeaderScan {
  const startCode = readUint(bytes, start + 3, 3);
  const width = readUint(bytes, start + 6, 2, 'little');
  const height = readUint(bytes, start + 8, 2, 'little');
  if (startCode === undefined || width === undefined || height === undefined) {
    return { kind: 'short', upToByte: start + 10 };
  }
  return startCode === 0x9d012a ? found(width & 0x3fff, height & 0x3fff) : { kind: 'damaged' };
}

/** Lossless: the signature 2F, then width − 1 and height − 1 in 14 bits each, lowest bits first. */
function scanLossless(bytes: Uint8Array, start: number): HeaderScan {
  const bits = readUint(bytes, start + 1, 4, 'little');
  if (bits === undefined) return { kind: 'short', upToByte: start + 5 };
  return bytes[start] === 0x2f ? found((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : { kind: 'damaged' };
}

/** The EXIF chunk stands behind the picture data, so this may ask for the file's last bytes. */
function scanExtended(bytes: Uint8Array, start: number, riffEnd: number): HeaderScan {
  const flags = bytes[start];
  const width = readUint(bytes, start + 4, 3, 'little');
  const height = readUint(bytes, start + 7, 3, 'little');
  if (flags === undefined || width === undefined || height === undefined) {
    return { kind: 'short', upToByte: start + 10 };
  }
  if (flags & ANIMATION_FLAG) return found(width + 1, height + 1, 1, true);
  if (!(flags & EXIF_FLAG)) return found(width + 1, height + 1);
  let at = FIRST_CHUNK_AT;
  while (at + 8 <= riffEnd) {
    const length = readUint(bytes, at + 4, 4, 'little');
    if (length === undefined) return { kind: 'short', upToByte: at + 8 };
    const end = at + 8 + length;
    if (readAscii(bytes, at, 4) === 'EXIF') {
      if (end > bytes.length) return { kind: 'short', upToByte: end };
      return found(width + 1, height + 1, readExifOrientation(bytes.subarray(at + 8, end)));
    }
    at = end + (length % 2);
  }
  return found(width + 1, height + 1);
}

/**
 * Size, orientation and animation of a WebP; bytes must begin with RIFF….WEBP.
 * Source of the layout: WebP container specification and RFC 6386, section 9.1; RFC 9649.
 */
export function scanWebpHeader(bytes: Uint8Array): HeaderScan {
  const riffLength = readUint(bytes, 4, 4, 'little');
  if (riffLength === undefined || bytes.length < FIRST_CHUNK_AT + 8) {
    return { kind: 'short', upToByte: FIRST_CHUNK_AT + 8 };
  }
  const start = FIRST_CHUNK_AT + 8;
  switch (readAscii(bytes, FIRST_CHUNK_AT, 4)) {
    case 'VP8 ':
      return scanLossy(bytes, start);
    case 'VP8L':
      return scanLossless(bytes, start);
    case 'VP8X':
      return scanExtended(bytes, start, 8 + riffLength);
    default:
      return { kind: 'damaged' };
  }
}

/** Whether the file holds all that its RIFF header promises (some encoders leave out the last padding byte). */
export function webpReachesEnd(bytes: Uint8Array): boolean {
  const riffLength = readUint(bytes, 4, 4, 'little');
  return riffLength !== undefined && 8 + riffLength <= bytes.length + (riffLength % 2);
}
