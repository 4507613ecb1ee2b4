import type { RankedPoints } from './buildTile';

/*
 * Three bytes a point, which are four characters of base64: twelve bits of x, twelve of y, in order of rank. The
 * alphabet is decoded here because core has neither atob nor Buffer.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Lattice units across a packed tile: twelve bits. */
export const PACKED_LATTICE_SIDE = 4096;

/** Writes ranked points as base64 text, four characters a point. Coordinates must lie below PACKED_LATTICE_SIDE. */
export function packTile(points: RankedPoints): string {
  const parts: string[] = [];
  for (let rank = 0; rank < points.x.length; rank++) {
    const bits = ((points.x[rank] as number) << 12) | (points.y[rank] as number);
    for (let shift = 18; shift >= 0; shift -= 6) parts.push(ALPHABET.charAt((bits >>> shift) & 63));
  }
  return parts.join('');
}

/** Reads what `packTile` wrote. Characters outside the alphabet count as zero; the shipped text is checked by its hash. */
export function unpackTile(packed: string): RankedPoints {
  const six = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) six[ALPHABET.charCodeAt(i)] = i;
  const count = packed.length >> 2;
  const x = new Uint16Array(count);
  const y = new Uint16Array(count);
  for (let rank = 0; rank < count; rank++) {
    let bits = 0;
    for (let i = 0; i < 4; i++) bits = (bits << 6) | (six[packed.charCodeAt(4 * rank + i) & 127] as number);
    x[rank] = bits >>> 12;
    y[rank] = bits & 4095;
  }
  return { x, y };
}
