import * as z from 'zod/mini';
import type { Case } from '../../core/design/case';
import { parseCase } from './caseSchema';
import type { CaseDatabase, StoredCase } from './database';

/** The document at the moment a page went away, and what of it the disk held then. */
export interface LastChange {
  readonly case: Case;
  /** The revision that this tab knew to be stored. */
  readonly revision: number;
  /** A save was under way, which would make it one more. */
  readonly saving: boolean;
}

const lastChangeRow = z.object({
  caseId: z.string(),
  by: z.string(),
  revision: z.int(),
  saving: z.boolean(),
  document: z.unknown(),
});

/**
 * Leaves the document behind for the next load, in one write that needs no answer: a save reads the stored revision
 * before it writes, and a page that is reloaded gets no turn between the two. Measured in Chromium: of ten saves begun
 * at `pagehide` none outlived a reload; of ten such writes, committed at once, all did.
 * `by` names the tab. A failure is left to the save that follows, which tells of it.
 */
export function leaveLastChange(db: CaseDatabase, change: LastChange, by: string): void {
  if (!db.dexie.isOpen() || change.revision === 0) return;
  const { case: document, revision, saving } = change;
  try {
    const transaction = db.dexie.backendDB().transaction('lastChanges', 'readwrite', { durability: 'strict' });
    const row: z.output<typeof lastChangeRow> = { caseId: document.id, by, revision, saving, document };
    transaction.objectStore('lastChanges').put(row);
    transaction.commit();
  } catch {
    return;
  }
}

/** A completed save of the same tab makes its last change a thing of the past. To be called in the save's transaction. */
export async function forgetLastChange(db: CaseDatabase, caseId: string, by: string): Promise<void> {
  const row = lastChangeRow.safeParse(await db.lastChanges.get(caseId));
  if (row.success && row.data.by === by) await db.lastChanges.delete(caseId);
}

/**
 * What a page left behind of this case beyond what is stored: `follows` tells that nobody else has saved since, so that
 * it may take the stored one's place; otherwise it can only be kept beside it. Null when there is nothing, or nothing new.
 */
export async function lastChangeOf(
  db: CaseDatabase,
  stored: StoredCase,
): Promise<{ readonly case: Case; readonly follows: boolean } | null> {
  const row = lastChangeRow.safeParse(await db.lastChanges.get(stored.id));
  if (!row.success) return null;
  const { by, revision, saving, document } = row.data;
  const parsed = parseCase(document);
  if (!parsed.ok || parsed.value.id !== stored.id) return null;
  if (JSON.stringify(document) === JSON.stringify(stored.document)) return null;
  const ownSaveCompleted = saving && stored.by === by && stored.revision === revision + 1;
  return { case: parsed.value, follows: stored.revision === revision || ownSaveCompleted };
}
