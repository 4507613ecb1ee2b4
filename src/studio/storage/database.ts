import { Dexie, type DexieOptions, type Table } from 'dexie';
import * as z from 'zod/mini';
import { err, type Result } from '../../core/result';
import { problemOf, StorageBlocked, type StorageProblem } from './problems';

/** Rows are unknown until they have been checked: what lies on a disk may be damaged or from another version. */
export interface CaseDatabase {
  readonly dexie: Dexie;
  /** For attempt(). */
  readonly open: () => Promise<void>;
  readonly cases: Table<unknown, string>;
  readonly thumbnails: Table<unknown, string>;
  readonly photos: Table<unknown, string>;
  readonly photoUses: Table<unknown, string>;
  readonly places: Table<unknown, string>;
  readonly settings: Table<unknown, string>;
  /** By case and tab. */
  readonly leftChanges: Table<unknown, [string, string]>;
}

/** A case beside what the list and the conflict check need of it. `deletedAt` and `updatedAt` are ms since 1970. */
export const storedCase = z.object({
  id: z.string(),
  revision: z.int().check(z.gte(1)),
  updatedAt: z.number(),
  deletedAt: z.nullable(z.number()),
  /** The tab that saved it. */
  by: z.optional(z.string()),
  document: z.unknown(),
});
export type StoredCase = z.output<typeof storedCase>;

export const storedThumbnail = z.object({ id: z.string(), picture: z.instanceof(Blob) });

/** The original file's bytes; `size` in bytes stands beside them to tell a blob that lost its content. */
export const storedPhoto = z.object({
  sha256: z.string(),
  bytes: z.instanceof(Blob),
  type: z.string(),
  size: z.number(),
});

/** When a photo was last put, added to a case or taken out of one; apart, so that noting it rewrites no bytes. */
export const storedPhotoUse = z.object({ sha256: z.string(), lastUsedAt: z.number() });

const storedKey = z.object({ caseId: z.string(), by: z.string() });

export function openDatabase(
  name: string,
  factory: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {},
): CaseDatabase {
  // Strict: "Saved" must mean on the disk, not in a buffer that a power cut takes along.
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled', ...factory });
  dexie.version(1).stores({
    cases: 'id',
    thumbnails: 'id',
    photos: 'sha256',
    photoUses: 'sha256',
    places: 'caseId',
    settings: 'key',
    lastChanges: 'caseId',
  });
  // One row for each tab that had the case open. The key of a table can't be changed: what was left moves to another. The
  // one before stays, empty, so that a tab that runs the version before can go on saving.
  dexie
    .version(2)
    .stores({ leftChanges: '[caseId+by], caseId' })
    .upgrade(async (transaction) => {
      const left: unknown[] = await transaction.table('lastChanges').toArray();
      // What names no case or tab could not be brought back.
      await transaction.table('leftChanges').bulkPut(left.filter((row) => storedKey.safeParse(row).success));
      await transaction.table('lastChanges').clear();
    });
  return {
    dexie,
    open: openerOf(dexie),
    cases: dexie.table('cases'),
    thumbnails: dexie.table('thumbnails'),
    photos: dexie.table('photos'),
    photoUses: dexie.table('photoUses'),
    places: dexie.table('places'),
    settings: dexie.table('settings'),
    leftChanges: dexie.table('leftChanges'),
  };
}

/**
 * Runs a piece of storage work with the database open and turns whatever is thrown into a problem. While another tab
 * blocks the opening the work fails at once instead of waiting without end; the opening itself goes on, so that a later
 * attempt succeeds.
 */
export async function attempt<T>(
  db: CaseDatabase,
  work: () => PromiseLike<Result<T, StorageProblem>>,
): Promise<Result<T, StorageProblem>> {
  try {
    if (!db.dexie.isOpen()) await db.open();
    return await work();
  } catch (thrown) {
    return err(problemOf(thrown));
  }
}

/** Opens the database, or rejects with StorageBlocked for as long as another tab is in the way. */
function openerOf(dexie: Dexie): () => Promise<void> {
  let blocked = false;
  const waiting = new Set<() => void>();
  // `false` keeps Dexie's own listeners, which write to the console, from being called.
  dexie.on('blocked', () => {
    blocked = true;
    for (const fail of waiting) fail();
    return false;
  });
  dexie.on('versionchange', () => {
    dexie.close({ disableAutoOpen: false });
    return false;
  });
  return async () => {
    if (blocked) throw new StorageBlocked();
    let fail: () => void = () => undefined;
    const turnedAway = new Promise<never>((_, reject) => {
      fail = () => {
        reject(new StorageBlocked());
      };
    });
    waiting.add(fail);
    const opening = dexie.open().finally(() => {
      blocked = false;
    });
    try {
      await Promise.race([opening, turnedAway]);
    } finally {
      waiting.delete(fail);
    }
  };
}
