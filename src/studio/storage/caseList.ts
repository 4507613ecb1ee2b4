import { ok, type Result } from '../../core/result';
import type { CaseProblem } from './caseSchema';
import { attempt, storedCase, storedThumbnail, type CaseDatabase } from './database';
import { fieldOf, inspect, isRemoved } from './inspectCase';
import type { StorageProblem } from './problems';

/** One line of the list of cases. */
export interface CaseSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly updatedAt: number;
  /** When it was deleted, in milliseconds since 1970; null for one that is there. */
  readonly deletedAt: number | null;
  readonly revision: number;
  readonly thumbnail?: Blob;
  /** Why the case cannot be opened; it can still be saved out as a file. Null for a sound one. */
  readonly unreadable: CaseProblem | null;
}

/**
 * Summaries of the cases that are there, newest first, or of the deleted ones that can still be brought back, the last
 * deleted first.
 */
export function listCases(db: CaseDatabase, which: 'kept' | 'removed'): Promise<Result<CaseSummary[], StorageProblem>> {
  return attempt(db, () =>
    db.dexie.transaction('r', db.cases, db.thumbnails, async () => {
      const rows = await db.cases.toArray();
      const pictures = new Map<string, Blob>();
      for (const raw of await db.thumbnails.toArray()) {
        const thumbnail = storedThumbnail.safeParse(raw);
        if (thumbnail.success) pictures.set(thumbnail.data.id, thumbnail.data.picture);
      }
      return ok(
        rows
          .filter((raw) => isRemoved(raw) === (which === 'removed'))
          .map((raw) => summaryOf(raw, pictures))
          .sort(
            (a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || b.updatedAt - a.updatedAt || a.id.localeCompare(b.id),
          ),
      );
    }),
  );
}

function summaryOf(raw: unknown, pictures: ReadonlyMap<string, Blob>): CaseSummary {
  const stored = inspect(raw);
  const id = textAt(raw, 'id');
  const thumbnail = pictures.get(id);
  const picture = thumbnail === undefined ? {} : { thumbnail };
  if (stored.state === 'sound') {
    const { revision, updatedAt, deletedAt } = stored.row;
    return { id, name: stored.case.client.name, updatedAt, deletedAt, revision, ...picture, unreadable: null };
  }
  const row = storedCase.safeParse(raw);
  return {
    id,
    name: textAt(fieldOf(fieldOf(raw, 'document'), 'client'), 'name'),
    updatedAt: row.success ? row.data.updatedAt : 0,
    deletedAt: row.success ? row.data.deletedAt : null,
    revision: row.success ? row.data.revision : 0,
    ...picture,
    unreadable: stored.problem,
  };
}

function textAt(value: unknown, key: string): string {
  const text = fieldOf(value, key);
  return typeof text === 'string' ? text : '';
}
