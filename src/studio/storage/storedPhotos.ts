import { err, ok, type Result } from '../../core/result';
import { sha256Hex } from './caseSchema';
import { attempt, storedPhoto, type CaseDatabase } from './database';
import type { StorageProblem } from './problems';

/**
 * Keeps a photo's original file under its SHA-256 and resolves once it is on the disk. The same photo is kept once,
 * whatever the number of cases that show it; one whose bytes went missing is replaced.
 */
export async function putPhoto(
  db: CaseDatabase,
  sha256: string,
  bytes: Blob,
  now: number,
): Promise<Result<null, StorageProblem>> {
  if (!sha256Hex.safeParse(sha256).success) return err({ kind: 'failed', detail: 'not a SHA-256' });
  if (bytes.size === 0) return err({ kind: 'failed', detail: 'empty photo' });
  return attempt(db, () =>
    db.dexie.transaction('rw', db.photos, db.photoUses, async () => {
      await db.photoUses.put({ sha256, lastUsedAt: now });
      if (soundBytes(await db.photos.get(sha256))?.size === bytes.size) return ok(null);
      await db.photos.put({ sha256, bytes, type: bytes.type, size: bytes.size });
      // Read back in the same transaction: a blob that came out short aborts it, rather than being found so by the next visit.
      if (soundBytes(await db.photos.get(sha256))?.size !== bytes.size) throw new Error('photo was not kept whole');
      return ok(null);
    }),
  );
}

/** The photo's original file; `missingPhoto` when it is not there or its bytes are not whole. */
export function getPhoto(db: CaseDatabase, sha256: string): Promise<Result<Blob, StorageProblem>> {
  return attempt(db, async () => {
    const bytes = soundBytes(await db.photos.get(sha256));
    return bytes === null ? err({ kind: 'missingPhoto', sha256 }) : ok(bytes);
  });
}

function soundBytes(raw: unknown): Blob | null {
  const row = storedPhoto.safeParse(raw);
  return row.success && row.data.bytes.size === row.data.size ? row.data.bytes : null;
}
