import type { RankedPoints } from './buildTile';

/*
 * Base64 without atob or Buffer, which core does not have. A point takes three bytes: twelve bits of x, twelve of y, in
 * order of rank; a stray takes one.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 text; a length that is no multiple of three is filled up with zeros, without padding signs. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) parts.push(ALPHABET.charAt((bits >>> shift) & 63));
  }
  return parts.join('');
}

/** Reads what `toBase64` wrote. Foreign characters count as zero; the shipped text is checked by its hash. */
export function fromBase64(text: string): Uint8Array {
  const six = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) six[ALPHABET.charCodeAt(i)] = i;
  const sixAt = (i: number): number => six[text.charCodeAt(i) & 127] as number;
  const bytes = new Uint8Array((text.length >> 2) * 3);
  for (let i = 0, at = 0; at < bytes.length; i += 4, at += 3) {
    const bits = (sixAt(i) << 18) | (sixAt(i + 1) << 12) | (sixAt(i + 2) << 6) | sixAt(i + 3);
    bytes[at] = bits >>> 16;
    bytes[at + 1] = bits >>> 8;
    bytes[at + 2] = bits;
  }
  return bytes;
}

/** Ranked points on the 4,096-lattice as three bytes each. */
export function packPoints(points: RankedPoints): Uint8Array {
  const bytes = new Uint8Array(3 * points.x.length);
  for (let rank = 0; rank < points.x.length; rank++) {
    const bits = ((points.x[rank] as number) << 12) | (points.y[rank] as number);
    bytes[3 * rank] = bits >>> 16;
    bytes[3 * rank + 1] = bits >>> 8;
    bytes[3 * rank + 2] = bits;
  }
  return bytes;
}

/** Reads what `packPoints` wrote. */
export function unpackPoints(bytes: Uint8Array): RankedPoints {
  const count = Math.floor(bytes.length / 3);
  const x = new Uint16Array(count);
  const y = new Uint16Array(count);
  for (let rank = 0; rank < count; rank++) {
    const middle = bytes[3 * rank + 1] as number;
    x[rank] = ((bytes[3 * rank] as number) << 4) | (middle >>> 4);
    y[rank] = ((middle & 15) << 8) | (bytes[3 * rank + 2] as number);
  }
  return { x, y };
}
