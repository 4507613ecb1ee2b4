import type { Case } from '../../core/design/case';
import { err, ok, type Result } from '../../core/result';
import { copyOf } from './caseFile';
import { parseCase } from './caseSchema';
import { attempt, type CaseDatabase, type StoredCase } from './database';
import { fieldOf, inspect, present, type SoundCase } from './inspectCase';
import { forgetLastChange, lastChangesOf, type LeftChange } from './lastChange';
import { readPlace, type Place } from './places';
import type { StorageProblem } from './problems';

export interface LoadedCase {
  readonly case: Case;
  readonly revision: number;
  readonly place: Place | null;
  /** The last change had not been saved when its page went away; it has been brought back just now. */
  readonly recovered: boolean;
  /** Such changes that can't take the case's place, as another tab has saved or left one since: to be kept as copies, now or never. */
  readonly leftBehind: readonly Case[];
}

export interface SaveRequest {
  readonly case: Case;
  /** The revision that this case was read or last saved at; 0 for a new one. */
  readonly expectedRevision: number;
  /** Replaces the picture in the list; left out, the present one stays. */
  readonly thumbnail?: Blob;
}

export interface Saved {
  readonly revision: number;
}

/**
 * The case as it was saved last, or as the page that had it open left it when nobody has saved it since; then that is
 * stored first. `by` names this tab.
 */
export function loadCase(
  db: CaseDatabase,
  id: string,
  by: string,
  now: number,
): Promise<Result<LoadedCase, StorageProblem>> {
  return attempt(db, () =>
    db.dexie.transaction('rw', tablesOfASave(db), async (): Promise<Result<LoadedCase, StorageProblem>> => {
      const stored = await present(db, id);
      if (!stored.ok) return stored;
      const { row } = stored.value;
      const place = await readPlace(db, id);
      const left = await takeLeft(db, row);
      const next = left.find((each) => each.follows);
      const leftBehind = left.filter((each) => each !== next).map((each) => each.case);
      if (next === undefined)
        return ok({ case: stored.value.case, revision: row.revision, place, recovered: false, leftBehind });
      await write(db, stored.value, { case: next.case, now, by });
      return ok({ case: next.case, revision: row.revision + 1, place, recovered: true, leftBehind });
    }),
  );
}

/** Takes out what pages left of a case; what shows a photo that is not stored yet waits for it. */
async function takeLeft(db: CaseDatabase, row: StoredCase): Promise<LeftChange[]> {
  const taken: LeftChange[] = [];
  const waiting = new Set<string>();
  for (const left of await lastChangesOf(db, row)) {
    if ((await firstMissingPhoto(db, left.case)) === null) taken.push(left);
    else waiting.add(left.by);
  }
  const keys = await db.leftChanges.where('caseId').equals(row.id).primaryKeys();
  await db.leftChanges.bulkDelete(keys.filter(([, by]) => !waiting.has(by)));
  return taken;
}

const tablesOfASave = (db: CaseDatabase) => [
  db.cases,
  db.thumbnails,
  db.photos,
  db.photoUses,
  db.places,
  db.leftChanges,
];

/**
 * Writes the case in one transaction and resolves once that has completed. Nothing is written when the stored case has
 * another revision than the one expected, cannot be read, has been deleted, or when one of the photos is not stored yet.
 */
export async function saveCase(
  db: CaseDatabase,
  request: SaveRequest,
  by: string,
  now: number,
): Promise<Result<Saved, StorageProblem>> {
  const { case: document, expectedRevision, thumbnail } = request;
  const checked = parseCase(document);
  if (!checked.ok)
    return err({ kind: 'invalidCase', where: checked.error.kind === 'corrupt' ? checked.error.where : '' });
  return attempt(db, () =>
    db.dexie.transaction('rw', tablesOfASave(db), async () => {
      const before = await present(db, document.id);
      if (!before.ok && (expectedRevision !== 0 || (await db.cases.get(document.id)) !== undefined)) return before;
      const stored = before.ok ? before.value.row.revision : 0;
      if (stored !== expectedRevision) return err({ kind: 'changedElsewhere', revision: stored });
      const missing = await firstMissingPhoto(db, document);
      if (missing !== null) return err({ kind: 'missingPhoto', sha256: missing });
      await write(db, before.ok ? before.value : null, { case: document, now, by });
      if (thumbnail !== undefined) await db.thumbnails.put({ id: document.id, picture: thumbnail });
      await forgetLastChange(db, document.id, by);
      return ok({ revision: stored + 1 });
    }),
  );
}

/** Puts a checked document in the place of the stored one, one revision on. */
async function write(
  db: CaseDatabase,
  before: SoundCase | null,
  after: { readonly case: Case; readonly now: number; readonly by: string },
): Promise<void> {
  const { case: document, now, by } = after;
  await noteUses(db, before?.case ?? null, document, now);
  const revision = (before?.row.revision ?? 0) + 1;
  await db.cases.put({ id: document.id, revision, updatedAt: now, deletedAt: null, by, document } satisfies StoredCase);
}

async function firstMissingPhoto(db: CaseDatabase, document: Case): Promise<string | null> {
  const needed = document.photos.map((photo) => photo.sha256);
  const there = new Set(await db.photos.where('sha256').anyOf(needed).primaryKeys());
  return needed.find((sha256) => !there.has(sha256)) ?? null;
}

/** A photo that came or went in this save is noted as used now: an undo may want it back after the next sweep. */
async function noteUses(db: CaseDatabase, before: Case | null, after: Case, now: number): Promise<void> {
  const had = new Set(before?.photos.map((photo) => photo.sha256));
  const has = new Set(after.photos.map((photo) => photo.sha256));
  const changed = [...had, ...has].filter((sha256) => had.has(sha256) !== has.has(sha256));
  if (changed.length > 0) await db.photoUses.bulkPut(changed.map((sha256) => ({ sha256, lastUsedAt: now })));
}

/** Renames the client of a case that is not open here; its revision moves on, so that a tab that has it open learns it. */
export function renameCase(
  db: CaseDatabase,
  id: string,
  name: string,
  by: string,
  now: number,
): Promise<Result<Saved, StorageProblem>> {
  return attempt(db, () =>
    db.dexie.transaction('rw', tablesOfASave(db), async () => {
      const stored = await present(db, id);
      if (!stored.ok) return stored;
      const renamed: Case = { ...stored.value.case, client: { ...stored.value.case.client, name } };
      if (!parseCase(renamed).ok) return err({ kind: 'invalidCase', where: 'client.name' });
      await write(db, stored.value, { case: renamed, now, by });
      return ok({ revision: stored.value.row.revision + 1 });
    }),
  );
}

/**
 * Deletes a case so that it can be brought back, or brings it back. The revision stays: an undone deletion changed
 * nothing. A case that cannot be read is left where it is, for its file to be saved out.
 */
export function markRemoved(
  db: CaseDatabase,
  id: string,
  deletedAt: number | null,
): Promise<Result<Saved, StorageProblem>> {
  return attempt(db, () =>
    db.dexie.transaction('rw', db.cases, async () => {
      const raw = await db.cases.get(id);
      if (raw === undefined) return err({ kind: 'missingCase' });
      const stored = inspect(raw);
      if (stored.state === 'unreadable') return err(stored.problem);
      if ((stored.row.deletedAt === null) !== (deletedAt === null)) await db.cases.put({ ...stored.row, deletedAt });
      return ok({ revision: stored.row.revision });
    }),
  );
}

/** The document of any stored case as a file, whether it can be read or not. */
export function storedCopy(db: CaseDatabase, id: string): Promise<Result<Blob, StorageProblem>> {
  return attempt(db, async () => {
    const raw = await db.cases.get(id);
    return raw === undefined ? err({ kind: 'missingCase' }) : copyOf(fieldOf(raw, 'document') ?? raw);
  });
}
