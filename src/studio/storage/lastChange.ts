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
    const transaction = db.dexie.backendDB().transaction('leftChanges', 'readwrite', { durability: 'strict' });
    const row: z.output<typeof lastChangeRow> = { caseId: document.id, by, revision, saving, document };
    transaction.objectStore('leftChanges').put(row);
    transaction.commit();
  } catch {
    return;
  }
}

/** A completed save of the same tab makes its last change a thing of the past. To be called in the save's transaction. */
export const forgetLastChange = (db: CaseDatabase, caseId: string, by: string): Promise<void> =>
  db.leftChanges.delete([caseId, by]);

/** What one page left behind of a case beyond what is stored. */
export interface LeftChange {
  readonly by: string;
  readonly case: Case;
  /** Nobody else has saved since, so that it may take the stored one's place; otherwise it can only be kept beside it. */
  readonly follows: boolean;
}

/** What pages left behind of this case, one for each tab that had it open; those that hold nothing new are left out. */
export async function lastChangesOf(db: CaseDatabase, stored: StoredCase): Promise<readonly LeftChange[]> {
  const rows: unknown[] = await db.leftChanges.where('caseId').equals(stored.id).toArray();
  return rows.flatMap((raw) => {
    const change = changeIn(raw, stored);
    return change === null ? [] : [change];
  });
}

function changeIn(raw: unknown, stored: StoredCase): LeftChange | null {
  const row = lastChangeRow.safeParse(raw);
  if (!row.success) return null;
  const { by, revision, saving, document } = row.data;
  const parsed = parseCase(document);
  if (!parsed.ok || parsed.value.id !== stored.id) return null;
  if (JSON.stringify(document) === JSON.stringify(stored.document)) return null;
  const ownSaveCompleted = saving && stored.by === by && stored.revision === revision + 1;
  return { by, case: parsed.value, follows: stored.revision === revision || ownSaveCompleted };
}
