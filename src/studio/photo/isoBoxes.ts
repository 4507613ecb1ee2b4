import { readAscii, readUint } from './byteRead';

/** One box: its payload is bytes[start..end); `end` may lie beyond the bytes read, or beyond the file where it is cut. */
export interface IsoBox {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Our choice: photos have dozens; a file of nothing but empty boxes would hold up the page for seconds. */
const MAX_BOXES = 100_000;

/**
 * The boxes in bytes[from..to), `to` being where the parent (or the file) ends. Stops quietly at a box header that
 * the bytes do not hold whole; returns the byte after the last box, so that the caller can tell.
 * Source of the layout: ISO/IEC 14496-12, section 4.2.
 */
export function* isoBoxes(bytes: Uint8Array, from: number, to: number): Generator<IsoBox, number, undefined> {
  let at = from;
  for (let count = 0; at + 8 <= to && count < MAX_BOXES; count++) {
    const shortSize = readUint(bytes, at, 4);
    if (shortSize === undefined || at + 8 > bytes.length) return at;
    const type = readAscii(bytes, at + 4, 4);
    const headerBytes = shortSize === 1 ? 16 : 8;
    const size = shortSize === 0 ? to - at : shortSize === 1 ? readUint(bytes, at + 8, 8) : shortSize;
    if (size === undefined) return at;
    if (size < headerBytes) return at;
    yield { type, start: at + headerBytes, end: at + size };
    at += size;
  }
  return at;
}

/** The first box of that type in bytes[from..to), if any. */
export function findIsoBox(bytes: Uint8Array, type: string, from: number, to: number): IsoBox | undefined {
  for (const box of isoBoxes(bytes, from, to)) if (box.type === type) return box;
  return undefined;
}
