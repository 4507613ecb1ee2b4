/** Builders of small photo headers, byte by byte, for tests. None of them holds a picture that could be decoded. */
type Order = 'big' | 'little';

export const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

export function uint(value: number, length: number, order: Order = 'big'): number[] {
  const bytes = Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256);
  return order === 'big' ? bytes : bytes.reverse();
}

/** A TIFF block whose only directory holds another tag first and then the orientation. */
export function exifBlock(orientation: number, order: Order): number[] {
  const entry = (tag: number, value: number): number[] => [
    ...uint(tag, 2, order),
    ...uint(3, 2, order),
    ...uint(1, 4, order),
    ...uint(value, 2, order),
    0,
    0,
  ];
  return [
    ...ascii(order === 'big' ? 'MM' : 'II'),
    ...uint(42, 2, order),
    ...uint(8, 4, order),
    ...uint(2, 2, order),
    ...entry(0x0106, 2),
    ...entry(0x0112, orientation),
    ...uint(0, 4, order),
  ];
}

export const jpegSegment = (marker: number, payload: readonly number[]): number[] => [
  0xff,
  marker,
  ...uint(payload.length + 2, 2),
  ...payload,
];

/** What an EXIF segment begins with. The word alone stands in a few megabytes of packed bytes by chance. */
export const EXIF_HEADER = 'Exif\0\0';

export const exifSegment = (orientation: number, order: Order): number[] =>
  jpegSegment(0xe1, [...ascii(EXIF_HEADER), ...exifBlock(orientation, order)]);

/** SOI, the given segments, a frame header, a scan with a stuffed FF and a restart marker, EOI. */
export function jpeg(width: number, height: number, segments: readonly number[] = [], frameMarker = 0xc0): Uint8Array {
  const frame = [8, ...uint(height, 2), ...uint(width, 2), 1, 1, 0x11, 0];
  const scan = [...jpegSegment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
  return Uint8Array.from([0xff, 0xd8, ...segments, ...jpegSegment(frameMarker, frame), ...scan, 0xff, 0xd9]);
}

const pngChunk = (type: string, payload: readonly number[]): number[] => [
  ...uint(payload.length, 4),
  ...ascii(type),
  ...payload,
  ...[0, 0, 0, 0],
];

export interface PngParts {
  readonly exif?: readonly number[];
  readonly frameCount?: number;
}

export function png(width: number, height: number, { exif, frameCount }: PngParts = {}): Uint8Array {
  return Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n\x1a\n'),
    ...pngChunk('IHDR', [...uint(width, 4), ...uint(height, 4), 8, 6, 0, 0, 0]),
    ...(frameCount === undefined ? [] : pngChunk('acTL', [...uint(frameCount, 4), 0, 0, 0, 0])),
    ...(exif ? pngChunk('eXIf', exif) : []),
    ...pngChunk('IDAT', [1, 2, 3]),
    ...pngChunk('IEND', []),
  ]);
}

export const riffChunk = (type: string, payload: readonly number[]): number[] => [
  ...ascii(type),
  ...uint(payload.length, 4, 'little'),
  ...payload,
  ...(payload.length % 2 ? [0] : []),
];

export function webp(...chunks: readonly (readonly number[])[]): Uint8Array {
  const body = [...ascii('WEBP'), ...chunks.flat()];
  return Uint8Array.from([...ascii('RIFF'), ...uint(body.length, 4, 'little'), ...body]);
}

export const lossyChunk = (width: number, height: number): number[] =>
  riffChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...uint(width, 2, 'little'), ...uint(height, 2, 'little'), 7, 7]);

export const losslessChunk = (width: number, height: number): number[] =>
  riffChunk('VP8L', [0x2f, ...uint(((height - 1) << 14) | (width - 1), 4, 'little'), 7]);

export const extendedChunk = (flags: number, width: number, height: number): number[] =>
  riffChunk('VP8X', [flags, 0, 0, 0, ...uint(width - 1, 3, 'little'), ...uint(height - 1, 3, 'little')]);

export const isoBox = (type: string, ...payload: readonly (readonly number[])[]): number[] => {
  const body = payload.flat();
  return [...uint(body.length + 8, 4), ...ascii(type), ...body];
};

export interface IsoParts {
  readonly brands?: readonly string[];
  readonly quarterTurns?: number;
  readonly mirrorAxis?: number;
  /** A second item (a thumbnail or a tile) with a size of its own, listed before the primary's. */
  readonly otherSize?: readonly [number, number];
}

const ispe = (width: number, height: number): number[] =>
  isoBox('ispe', [0, 0, 0, 0, ...uint(width, 4), ...uint(height, 4)]);

/** ftyp, meta with the primary item 7 and its properties, mdat. */
export function iso(width: number, height: number, parts: IsoParts = {}): Uint8Array {
  const { brands = ['heic', 'mif1', 'heic'], quarterTurns, mirrorAxis, otherSize = [16, 16] } = parts;
  const properties = [ispe(...otherSize), ispe(width, height)];
  if (quarterTurns !== undefined) properties.push(isoBox('irot', [quarterTurns]));
  if (mirrorAxis !== undefined) properties.push(isoBox('imir', [mirrorAxis]));
  const ofPrimary = properties.slice(1).map((_, i) => i + 2);
  const associations = [0, 0, 0, 0, ...uint(2, 4), ...uint(3, 2), 1, 1, ...uint(7, 2), ofPrimary.length, ...ofPrimary];
  const [major = '', ...compatible] = brands;
  return Uint8Array.from([
    ...isoBox('ftyp', ascii(major), [0, 0, 0, 0], ascii(compatible.join(''))),
    ...isoBox(
      'meta',
      [0, 0, 0, 0],
      isoBox('pitm', [0, 0, 0, 0, ...uint(7, 2)]),
      isoBox('iprp', isoBox('ipco', properties.flat()), isoBox('ipma', associations)),
    ),
    ...isoBox('mdat', [1, 2, 3, 4]),
  ]);
}

/** The bytes with others put in at `at`. */
export const splice = (bytes: Uint8Array, at: number, inserted: readonly number[]): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...inserted, ...bytes.subarray(at)]);
