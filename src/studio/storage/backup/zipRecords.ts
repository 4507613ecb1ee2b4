/** Records of a zip (PKWARE APPNOTE 6.3), little-endian, as far as a backup needs them: no encryption, disks or 64 bits. */

export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
export const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
/** 1980-01-01, the first day that a zip knows: a backup says nothing of when it was packed, so that its bytes repeat. */
const FIRST_DAY = 0x0021;
const VERSION = 20;
const ENCRYPTED = 1;
/** Of 16 and 32 bits: "see the 64-bit record", which no backup has. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffffffff;

export function localHeader(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const path = new TextEncoder().encode(entry.path);
  const bytes = new Uint8Array(LOCAL_BYTES + path.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, VERSION, true);
  writeShared(view, 8, entry, path.length);
  bytes.set(path, LOCAL_BYTES);
  return bytes;
}

export function centralHeader(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const path = new TextEncoder().encode(entry.path);
  const bytes = new Uint8Array(CENTRAL_BYTES + path.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  writeShared(view, 10, entry, path.length);
  view.setUint32(42, entry.offset, true);
  bytes.set(path, CENTRAL_BYTES);
  return bytes;
}

/** Method to length of the path: the same in both headers. */
function writeShared(view: DataView, at: number, entry: ZipEntry, pathLength: number): void {
  view.setUint16(at, entry.method, true);
  view.setUint16(at + 4, FIRST_DAY, true);
  view.setUint32(at + 6, entry.crc32, true);
  view.setUint32(at + 10, entry.packedBytes, true);
  view.setUint32(at + 14, entry.bytes, true);
  view.setUint16(at + 18, pathLength, true);
}

export function endRecord(count: number, directoryBytes: number, directoryOffset: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(END_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directoryBytes, true);
  view.setUint32(16, directoryOffset, true);
  return bytes;
}

export const beginsAsZip = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === LOCAL;

export interface ZipEnd {
  readonly count: number;
  readonly directoryBytes: number;
  readonly directoryOffset: number;
}

/** The last record, which must end with the bytes; null where there is none, or one of a zip that no backup is. */
export function readEnd(tail: Uint8Array): ZipEnd | null {
  if (tail.length < END_BYTES) return null;
  const view = new DataView(tail.buffer, tail.byteOffset + tail.length - END_BYTES, END_BYTES);
  if (view.getUint32(0, true) !== END) return null;
  const count = view.getUint16(10, true);
  const directoryBytes = view.getUint32(12, true);
  const directoryOffset = view.getUint32(16, true);
  const oneDisk = view.getUint16(4, true) === 0 && view.getUint16(6, true) === 0 && view.getUint16(8, true) === count;
  const noComment = view.getUint16(20, true) === 0;
  const here = count !== ELSEWHERE_16 && directoryBytes !== ELSEWHERE_32 && directoryOffset !== ELSEWHERE_32;
  return oneDisk && noComment && here ? { count, directoryBytes, directoryOffset } : null;
}

/** The directory's entries; null where they are not exactly `count`, or are encrypted, on other disks or of 64 bits. */
export function readDirectory(bytes: Uint8Array, count: number): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const pathLength = view.getUint16(at + 28, true);
    const extras = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const end = at + CENTRAL_BYTES + pathLength + extras;
    if (end > bytes.length) return null;
    const entry: ZipEntry = {
      path: pathOf(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + pathLength)),
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const plain = (view.getUint16(at + 8, true) & ENCRYPTED) === 0 && view.getUint16(at + 34, true) === 0;
    const here = [entry.packedBytes, entry.bytes, entry.offset].every((value) => value !== ELSEWHERE_32);
    if (!plain || !here || (entry.method !== 0 && entry.method !== 8)) return null;
    entries.push(entry);
    at = end;
  }
  return at === bytes.length ? entries : null;
}

/** Bytes as they are: what is beyond ASCII has no place in a backup's paths, and stands out so. */
const pathOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Where the entry's data begins, by its own header; null where that speaks of another file. */
export function dataOffset(header: Uint8Array, entry: ZipEntry): number | null {
  if (header.length < LOCAL_BYTES + entry.path.length) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== LOCAL || view.getUint16(8, true) !== entry.method) return null;
  if (view.getUint16(26, true) !== entry.path.length) return null;
  if (pathOf(header.subarray(LOCAL_BYTES, LOCAL_BYTES + entry.path.length)) !== entry.path) return null;
  return entry.offset + LOCAL_BYTES + entry.path.length + view.getUint16(28, true);
}
