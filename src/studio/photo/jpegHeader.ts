import { readUint } from './byteRead';
import { readExifOrientation } from './exifOrientation';
import type { ExifOrientation, HeaderScan } from './headerScan';
import { EOI, jpegSegments, SOS } from './jpegSegments';

const APP1 = 0xe1;

/** SOF0 to SOF15 without the three codes in that row that are tables (DHT, DAC) or reserved (JPG). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Size and orientation from a JPEG's segments before its first scan; bytes must begin with FF D8. */
export function scanJpegHeader(bytes: Uint8Array): HeaderScan {
  let orientation: ExifOrientation | undefined;
  let size: { readonly width: number; readonly height: number } | undefined;
  for (const step of jpegSegments(bytes)) {
    if (step.kind === 'damaged') return step;
    if (step.kind === 'outOfBytes') return { kind: 'short', upToByte: step.upToByte };
    if (step.marker === SOS || step.marker === EOI) break;
    if (step.marker === APP1 && orientation === undefined) {
      if (step.end > bytes.length) return { kind: 'short', upToByte: step.end };
      orientation = readExifOrientation(bytes.subarray(step.start, step.end));
    }
    if (isFrame(step.marker) && size === undefined) {
      const height = readUint(bytes, step.start + 1, 2);
      const width = readUint(bytes, step.start + 3, 2);
      if (width === undefined || height === undefined) return { kind: 'short', upToByte: step.start + 5 };
      size = { width, height };
    }
  }
  if (size === undefined) return { kind: 'damaged' };
  return {
    kind: 'found',
    storedWidthPx: size.width,
    storedHeightPx: size.height,
    orientation: orientation ?? 1,
    animated: false,
  };
}
