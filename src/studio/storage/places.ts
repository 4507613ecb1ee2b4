import * as z from 'zod/mini';
import { ok, type Result } from '../../core/result';
import { attempt, type CaseDatabase } from './database';
import type { StorageProblem } from './problems';

/** Where the technician was in a case. Not part of the document, so no step of undo. */
export interface Place {
  /** CSS pixels per photo pixel, and the photo's origin on the canvas in CSS pixels; null shows the whole photo. */
  readonly camera: { readonly scale: number; readonly x: number; readonly y: number } | null;
  readonly tool: string;
  readonly openSection: string | null;
}

const finite = z.number();
const placeRow = z.object({
  place: z.object({
    camera: z.nullable(z.object({ scale: z.number().check(z.gt(0)), x: finite, y: finite })),
    tool: z.string().check(z.maxLength(100)),
    openSection: z.nullable(z.string().check(z.maxLength(100))),
  }),
});

/** The place stored for a case. One that cannot be read is as good as none: the case opens at its beginning. */
export async function readPlace(db: CaseDatabase, caseId: string): Promise<Place | null> {
  const row = placeRow.safeParse(await db.places.get(caseId));
  return row.success ? row.data.place : null;
}

export function savePlace(db: CaseDatabase, caseId: string, place: Place): Promise<Result<null, StorageProblem>> {
  return attempt(db, async () => {
    await db.places.put({ caseId, place });
    return ok(null);
  });
}

const lastOpenedRow = z.object({ caseId: z.nullable(z.string()) });

export function saveLastOpened(db: CaseDatabase, caseId: string | null): Promise<Result<null, StorageProblem>> {
  return attempt(db, async () => {
    await db.settings.put({ key: 'lastOpened', caseId });
    return ok(null);
  });
}

/** The case to open at start; null when none was open or it is gone. */
export function readLastOpened(db: CaseDatabase): Promise<Result<string | null, StorageProblem>> {
  return attempt(db, () =>
    db.dexie.transaction('r', db.settings, db.cases, async (): Promise<Result<string | null, StorageProblem>> => {
      const row = lastOpenedRow.safeParse(await db.settings.get('lastOpened'));
      if (!row.success || row.data.caseId === null) return ok(null);
      const stored = z.object({ deletedAt: z.number() }).safeParse(await db.cases.get(row.data.caseId));
      const there = (await db.cases.where('id').equals(row.data.caseId).count()) > 0;
      return ok(there && !stored.success ? row.data.caseId : null);
    }),
  );
}
