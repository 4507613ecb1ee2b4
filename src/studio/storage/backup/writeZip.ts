import { ZipPassThrough } from 'fflate';
import { centralHeader, endRecord, localHeader, type ZipEntry } from './zipRecords';

/** A file for a zip; `crc32` and `bytes` are of its content. */
export interface ZipFile {
  readonly path: string;
  readonly content: Blob;
  readonly crc32: number;
}

/** The checksum of zips (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  const stream = new ZipPassThrough('');
  stream.ondata = () => undefined;
  stream.push(bytes, true);
  return stream.crc >>> 0;
}

/**
 * A zip of stored files, in their order. The contents become parts of the archive as they are, without passing through
 * memory: photos are compressed already. The same files give the same bytes.
 */
export function writeZip(files: readonly ZipFile[]): Blob {
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { path, content, crc32: checksum } of files) {
    const { size } = content;
    const entry: ZipEntry = { path, method: 0, crc32: checksum, packedBytes: size, bytes: size, offset };
    const header = localHeader(entry);
    parts.push(header, content);
    directory.push(centralHeader(entry));
    offset += header.length + size;
  }
  const directoryBytes = directory.reduce((sum, record) => sum + record.length, 0);
  return new Blob([...parts, ...directory, endRecord(files.length, directoryBytes, offset)], {
    type: 'application/zip',
  });
}
