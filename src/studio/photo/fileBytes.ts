import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { readPhotoHeader } from './header';
import type { PhotoHeader } from './header';
import { refuse } from './refusal';
import type { PhotoRefusal } from './refusal';

/** Our choice: holds the header of nearly every photo, EXIF thumbnail and colour profile included. */
const FIRST_READ_BYTES = 256 * 1024;
const GROWTH = 4;

/**
 * Reads as much of the file's start as its header takes: 256 kB, then four times as much each time. `unreadable`
 * where the browser cannot get at the file (moved, locked, or still in somebody's cloud).
 */
export async function readHeaderOf(file: Blob): Promise<Result<PhotoHeader, PhotoRefusal>> {
  let length = Math.min(FIRST_READ_BYTES, file.size);
  for (;;) {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.slice(0, length).arrayBuffer());
    } catch {
      return refuse('unreadable');
    }
    const header = readPhotoHeader(bytes, file.size);
    if (header.ok) return header;
    const { error } = header;
    if (error.kind !== 'moreBytesNeeded') return { ok: false, error };
    length = Math.min(file.size, Math.max(error.upToByte, length * GROWTH));
  }
}

/** All bytes of the file; `onFraction` gets how much of it is read, 0 to 1. */
export async function readWhole(
  file: Blob,
  onFraction: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, PhotoRefusal>> {
  try {
    const bytes = new Uint8Array(file.size);
    const reader = file.stream().getReader();
    let filled = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (signal?.aborted) {
        await reader.cancel();
        return refuse('cancelled');
      }
      bytes.set(value, filled);
      filled += value.length;
      onFraction(filled / file.size);
    }
    return filled === file.size ? ok(bytes) : refuse('unreadable');
  } catch {
    // A file that grew since it was chosen overflows `bytes` and lands here too.
    return refuse('unreadable');
  }
}

/** SHA-256 in lower-case hex. Takes a secure context (https or localhost), as crypto.subtle does. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
