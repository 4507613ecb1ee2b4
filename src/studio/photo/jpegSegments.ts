import { readUint } from './byteRead';

/** One step of the walk: a marker segment whose payload is bytes[start..end), or the place where the bytes gave out. */
export type JpegStep =
  | { readonly kind: 'segment'; readonly marker: number; readonly start: number; readonly end: number }
  | { readonly kind: 'outOfBytes'; readonly upToByte: number }
  | { readonly kind: 'damaged' };

export const SOS = 0xda;
export const EOI = 0xd9;

const isStandalone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * Walks the marker segments of a JPEG from just after its SOI, passing over coded picture data (where 0xFF is always
 * followed by 0x00 or a restart marker) and stray bytes between segments, as decoders do. Ends after EOI, after the
 * bytes give out, or at a segment with an impossible length. `end` may lie beyond the bytes; the next step then says so.
 * Source of the layout: ITU-T T.81 (1992), annex B.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegStep, void, undefined> {
  let at = 2;
  for (;;) {
    // indexOf is native and passes picture data at about 1 GB/s, where a loop of our own would cost seconds on 64 MB.
    const found = at < bytes.length ? bytes.indexOf(0xff, at) : -1;
    if (found < 0) return yield { kind: 'outOfBytes', upToByte: Math.max(at, bytes.length) + 1 };
    at = found;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at];
    if (marker === undefined) return yield { kind: 'outOfBytes', upToByte: at + 1 };
    at++;
    if (isStandalone(marker)) continue;
    if (marker === EOI) return yield { kind: 'segment', marker, start: at, end: at };
    const length = readUint(bytes, at, 2);
    if (length === undefined) return yield { kind: 'outOfBytes', upToByte: at + 2 };
    if (length < 2) return yield { kind: 'damaged' };
    yield { kind: 'segment', marker, start: at + 2, end: at + length };
    at += length;
  }
}

/**
 * Whether the first picture in the file runs to its end marker. A JPEG without it is cut off, though browsers show
 * it with the missing part grey. What follows the marker (a second picture, a gain map, stray bytes) does not matter.
 */
export function jpegReachesEnd(bytes: Uint8Array): boolean {
  let pictureSeen = false;
  for (const step of jpegSegments(bytes)) {
    if (step.kind !== 'segment') return false;
    if (step.marker === SOS) pictureSeen = true;
    if (step.marker === EOI) return pictureSeen;
  }
  return false;
}
