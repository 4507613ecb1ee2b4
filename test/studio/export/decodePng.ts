import { crc32, inflateSync } from 'node:zlib';

interface Chunk {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its checksum holds. */
  readonly checked: boolean;
}

/** The chunks of a PNG in order. */
export function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    const checked = crc32(png.subarray(at + 4, at + 8 + length)) === view.getUint32(at + 8 + length);
    chunks.push({ name, bytes: png.subarray(at + 8, at + 8 + length), checked });
    at += length + 12;
  }
  return chunks;
}

/** Decodes an 8-bit RGB PNG that is not interlaced, after the specification. */
export function decodeRgbPng(png: Uint8Array): { width: number; height: number; rgb: Uint8Array } {
  const chunks = chunksOf(png);
  const header = chunks[0]?.bytes ?? new Uint8Array(13);
  const view = new DataView(header.buffer, header.byteOffset, 13);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  if ([...header.subarray(8)].join() !== '8,2,0,0,0') throw new Error('not 8-bit RGB');
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ bytes }) => bytes));
  return { width, height, rgb: unfiltered(inflateSync(packed), width * 3, height) };
}

function unfiltered(raw: Uint8Array, line: number, height: number): Uint8Array {
  const rgb = new Uint8Array(line * height);
  const at = (row: number, i: number): number => (row < 0 || i < 0 ? 0 : (rgb[row * line + i] ?? 0));
  for (let row = 0; row < height; row++) {
    const kind = raw[row * (line + 1)] ?? 0;
    for (let i = 0; i < line; i++) {
      const [left, up, corner] = [at(row, i - 3), at(row - 1, i), i < 3 ? 0 : at(row - 1, i - 3)];
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][kind] ?? NaN;
      rgb[row * line + i] = (raw[row * (line + 1) + 1 + i] ?? 0) + guess;
    }
  }
  return rgb;
}

function nearest(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const distances = [left, up, corner].map((value) => Math.abs(sum - value));
  return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0;
}
