import { Inflate } from 'fflate';
import { err, ok, type Result } from '../../../core/result';
import { MAX_BACKUP_BYTES, MAX_ENTRIES, mostBytesAt, type BackupProblem } from './backupFormat';
import { beginsAsZip, dataOffset, END_BYTES, LOCAL_BYTES, readDirectory, readEnd, type ZipEntry } from './zipRecords';

export interface OpenedZip {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The first path that no backup holds, or that is there twice; a newer version may have others. */
  readonly foreign: string | null;
  /** The whole content of an entry: never more than it declares, whatever was packed. */
  readonly read: (entry: ZipEntry) => Promise<Result<Uint8Array<ArrayBuffer>, BackupProblem>>;
}

/** A directory's record is this long at most with the paths that a backup has; other programs add some. Our choice. */
const MAX_RECORD_BYTES = 400;
/** Packed bytes are handed on in pieces, so that what comes out can be counted as it comes. */
const PIECE_BYTES = 64 * 1024;

const refuse = (kind: 'notABackup' | 'truncated' | 'tooLarge'): Result<never, BackupProblem> => err({ kind });

/**
 * Opens a zip by its directory and admits it only if it is whole: one directory at the very end, sizes within their
 * bounds, and no two entries over the same bytes. Only paths that a backup may hold can be read.
 */
export async function openZip(file: Blob): Promise<Result<OpenedZip, BackupProblem>> {
  if (!beginsAsZip(await bytesOf(file, 0, 4))) return refuse('notABackup');
  if (file.size > MAX_BACKUP_BYTES) return refuse('tooLarge');
  const end = readEnd(await bytesOf(file, Math.max(0, file.size - END_BYTES), file.size));
  if (end === null) return refuse('truncated');
  if (end.count > MAX_ENTRIES || end.directoryBytes > end.count * MAX_RECORD_BYTES) return refuse('tooLarge');
  if (end.directoryOffset + end.directoryBytes + END_BYTES !== file.size) return refuse('truncated');
  const listed = readDirectory(
    await bytesOf(file, end.directoryOffset, end.directoryOffset + end.directoryBytes),
    end.count,
  );
  if (listed === null) return refuse('truncated');
  const entries = admit(listed, end.directoryOffset);
  return entries.ok ? ok({ ...entries.value, read: (entry) => readEntry(file, entry) }) : entries;
}

function admit(listed: readonly ZipEntry[], end: number): Result<Omit<OpenedZip, 'read'>, BackupProblem> {
  const entries = new Map<string, ZipEntry>();
  let foreign: string | null = null;
  let total = 0;
  for (const entry of listed) {
    const most = mostBytesAt(entry.path);
    if (most === null || entries.has(entry.path)) foreign ??= entry.path.slice(0, 80);
    else if (entry.bytes > most || entry.packedBytes > most) return refuse('tooLarge');
    else entries.set(entry.path, entry);
    total += entry.bytes;
    if (total > MAX_BACKUP_BYTES) return refuse('tooLarge');
  }
  let free = 0;
  for (const entry of [...listed].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) return refuse('truncated');
    free = entry.offset + LOCAL_BYTES + entry.path.length + entry.packedBytes;
  }
  return free <= end ? ok({ entries, foreign }) : refuse('truncated');
}

async function readEntry(file: Blob, entry: ZipEntry): Promise<Result<Uint8Array<ArrayBuffer>, BackupProblem>> {
  const damaged = err({ kind: 'damaged', path: entry.path } as const);
  const header = await bytesOf(file, entry.offset, entry.offset + LOCAL_BYTES + entry.path.length);
  const start = dataOffset(header, entry);
  if (start === null) return damaged;
  const packed = await bytesOf(file, start, start + entry.packedBytes);
  if (packed.length !== entry.packedBytes) return refuse('truncated');
  if (entry.method === 0) return packed.length === entry.bytes ? ok(packed) : damaged;
  const whole = inflate(packed, entry.bytes);
  return whole === null ? damaged : ok(whole);
}

/** Exactly `length` bytes, or null; stops as soon as more would come out. */
function inflate(packed: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> | null {
  const whole = new Uint8Array(length);
  const out = { filled: 0, ended: false };
  const stream = new Inflate((piece, final) => {
    if (out.filled + piece.length > length) throw new RangeError('more than declared');
    whole.set(piece, out.filled);
    out.filled += piece.length;
    out.ended = final;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE_BYTES) {
      stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
  } catch {
    return null;
  }
  return out.ended && out.filled === length ? whole : null;
}

const bytesOf = async (file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());
