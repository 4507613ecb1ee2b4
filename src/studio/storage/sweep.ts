import { err, ok, type Result } from '../../core/result';
import { attempt, storedPhotoUse, type CaseDatabase } from './database';
import type { StorageProblem } from './problems';
import { inspect, isRemoved } from './inspectCase';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a deleted case can be brought back. Our choice. */
export const KEEP_REMOVED_MS = 30 * DAY_MS;
/**
 * A photo that no case holds stays this long after its last use: it may just have been put for a case that another tab is
 * about to save, or be wanted back by an undo there. Our choice.
 */
export const KEEP_UNUSED_PHOTO_MS = DAY_MS;

export interface Swept {
  readonly cases: number;
  readonly photos: number;
}

/**
 * Ends deleted cases whose time to be brought back is over, then photos that no case holds any more, deleted ones
 * included. To be run once at start; `now` in ms since 1970. A case that cannot be read is never ended, and keeps its photos.
 */
export const sweep = (db: CaseDatabase, now: number): Promise<Result<Swept, StorageProblem>> =>
  attempt(db, () =>
    inOne(db, async () =>
      ok(
        await end(
          db,
          (await db.cases.toArray()).flatMap((raw) => expiredId(raw, now)),
          now,
        ),
      ),
    ),
  );

/**
 * Ends one deleted case now, readable or not, with all that is kept for it; its photos as a sweep would. `missingCase` when it
 * is not there or has been brought back.
 */
export const eraseRemoved = (db: CaseDatabase, id: string, now: number): Promise<Result<Swept, StorageProblem>> =>
  attempt(db, () =>
    inOne(db, async (): Promise<Result<Swept, StorageProblem>> => {
      if (!isRemoved(await db.cases.get(id))) return err({ kind: 'missingCase' });
      return ok(await end(db, [id], now));
    }),
  );

const inOne = <T>(db: CaseDatabase, work: () => Promise<T>): Promise<T> =>
  db.dexie.transaction('rw', [db.cases, db.thumbnails, db.photos, db.photoUses, db.places, db.leftChanges], work);

/** Takes cases out with what lies beside them, then the photos that no case holds any more. */
async function end(db: CaseDatabase, ids: readonly string[], now: number): Promise<Swept> {
  await db.cases.bulkDelete([...ids]);
  const kept = await db.cases.toArray();
  const keptIds = await db.cases.toCollection().primaryKeys();
  await db.thumbnails.where('id').noneOf(keptIds).delete();
  await db.places.where('caseId').noneOf(keptIds).delete();
  await db.leftChanges.where('caseId').noneOf(keptIds).delete();
  const photos = await sweepPhotos(db, [...kept, ...(await db.leftChanges.toArray())], now);
  return { cases: ids.length, photos };
}

function expiredId(raw: unknown, now: number): string[] {
  const stored = inspect(raw);
  if (stored.state === 'unreadable') return [];
  const { id, deletedAt } = stored.row;
  return deletedAt !== null && now - deletedAt > KEEP_REMOVED_MS ? [id] : [];
}

async function sweepPhotos(db: CaseDatabase, rows: readonly unknown[], now: number): Promise<number> {
  const needed = hashesIn(rows);
  if (needed === null) return 0;
  const lastUses = new Map<string, number>();
  for (const raw of await db.photoUses.toArray()) {
    const use = storedPhotoUse.safeParse(raw);
    if (use.success) lastUses.set(use.data.sha256, use.data.lastUsedAt);
  }
  const unused = (await db.photos.toCollection().primaryKeys()).filter((sha256) => !needed.has(sha256));
  const over = unused.filter((sha256) => now - (lastUses.get(sha256) ?? now) > KEEP_UNUSED_PHOTO_MS);
  const unnoted = unused.filter((sha256) => !lastUses.has(sha256));
  await db.photoUses.bulkPut(unnoted.map((sha256) => ({ sha256, lastUsedAt: now })));
  await db.photos.bulkDelete(over);
  await db.photoUses.bulkDelete(over);
  return over.length;
}

/**
 * Every SHA-256 that stands anywhere in the rows: read as text, so that a damaged document or one of a newer version
 * keeps its photos too. Null when a row cannot even be read so; then no photo may go.
 */
function hashesIn(rows: readonly unknown[]): Set<string> | null {
  try {
    const text = JSON.stringify(rows);
    return new Set(text.match(/[0-9a-f]{64}/g));
  } catch {
    return null;
  }
}
