import { readAscii, readUint } from './byteRead';
import { readExifOrientation } from './exifOrientation';
import type { ExifOrientation, HeaderScan } from './headerScan';

/** One chunk: its payload is bytes[start..end); `end` may lie beyond the bytes. */
interface PngChunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const SIGNATURE_BYTES = 8;
const CRC_BYTES = 4;
/** Our choice: 64 MB in picture chunks of 64 bytes; a file of nothing but empty chunks would hold up the page for seconds. */
const MAX_CHUNKS = 1_000_000;

function* pngChunks(bytes: Uint8Array): Generator<PngChunk, { readonly upToByte: number }, undefined> {
  let at = SIGNATURE_BYTES;
  for (let count = 0; ; count++) {
    const length = readUint(bytes, at, 4);
    if (length === undefined || at + 8 > bytes.length || count === MAX_CHUNKS) return { upToByte: at + 8 };
    const start = at + 8;
    yield { type: readAscii(bytes, at + 4, 4), start, end: start + length };
    at = start + length + CRC_BYTES;
  }
}

/**
 * Size, orientation (eXIf) and animation (acTL with more than one frame) from a PNG's chunks before its picture data;
 * bytes must begin with the PNG signature. Source of the layout: PNG, third edition (W3C, 2025), sections 5 and 11.
 */
export function scanPngHeader(bytes: Uint8Array): HeaderScan {
  let size: { readonly width: number; readonly height: number } | undefined;
  let orientation: ExifOrientation | undefined;
  let animated = false;
  const chunks = pngChunks(bytes);
  for (;;) {
    const step = chunks.next();
    if (step.done) return { kind: 'short', upToByte: step.value.upToByte };
    const { type, start, end } = step.value;
    if (size === undefined) {
      if (type !== 'IHDR' || end - start !== 13) return { kind: 'damaged' };
      const width = readUint(bytes, start, 4);
      const height = readUint(bytes, start + 4, 4);
      if (width === undefined || height === undefined) return { kind: 'short', upToByte: end };
      size = { width, height };
    } else if (type === 'IDAT') {
      return {
        kind: 'found',
        storedWidthPx: size.width,
        storedHeightPx: size.height,
        orientation: orientation ?? 1,
        animated,
      };
    } else if (type === 'IEND') {
      return { kind: 'damaged' };
    } else if (type === 'acTL' || type === 'eXIf') {
      if (end > bytes.length) return { kind: 'short', upToByte: end };
      if (type === 'acTL') animated ||= (readUint(bytes, start, 4) ?? 0) > 1;
      else orientation ??= readExifOrientation(bytes.subarray(start, end));
    }
  }
}

/** Whether the chunks run to IEND; what follows it does not matter. */
export function pngReachesEnd(bytes: Uint8Array): boolean {
  for (const chunk of pngChunks(bytes)) {
    if (chunk.end + CRC_BYTES > bytes.length) return false;
    if (chunk.type === 'IEND') return true;
  }
  return false;
}
