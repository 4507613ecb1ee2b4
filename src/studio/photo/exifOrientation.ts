import { readAscii, readUint } from './byteRead';
import type { ExifOrientation } from './headerScan';

const ORIENTATIONS: readonly ExifOrientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
const ORIENTATION_TAG = 0x0112;
const SHORT_TYPE = 3;
const ENTRY_BYTES = 12;

/**
 * The orientation in an EXIF block, either byte order, with or without the "Exif\0\0" that JPEG puts before it.
 * Undefined where the block is no EXIF, is cut off, or holds no orientation of 1 to 8.
 * Source of the layout: TIFF 6.0 (Adobe, 1992), section 2; EXIF 2.3 (CIPA DC-008), tag 0x0112.
 */
export function readExifOrientation(block: Uint8Array): ExifOrientation | undefined {
  const tiff = readAscii(block, 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
  const mark = readAscii(tiff, 0, 2);
  if (mark !== 'II' && mark !== 'MM') return undefined;
  const order = mark === 'II' ? 'little' : 'big';
  if (readUint(tiff, 2, 2, order) !== 42) return undefined;
  const directoryAt = readUint(tiff, 4, 4, order);
  if (directoryAt === undefined) return undefined;
  const entryCount = readUint(tiff, directoryAt, 2, order) ?? 0;
  for (let i = 0; i < entryCount; i++) {
    const entryAt = directoryAt + 2 + i * ENTRY_BYTES;
    const tag = readUint(tiff, entryAt, 2, order);
    if (tag === undefined) return undefined;
    if (tag !== ORIENTATION_TAG || readUint(tiff, entryAt + 2, 2, order) !== SHORT_TYPE) continue;
    return ORIENTATIONS[(readUint(tiff, entryAt + 8, 2, order) ?? 0) - 1];
  }
  return undefined;
}
