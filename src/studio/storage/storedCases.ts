import type { Case } from '../../core/design/case';
import { err, ok, type Result } from '../../core/result';
import { copyOf } from './caseFile';
import { parseCase, type CaseProblem } from './caseSchema';
import { attempt, storedCase, storedThumbnail, type CaseDatabase, type StoredCase } from './database';
import { readPlace, type Place } from './places';
import type { StorageProblem } from './problems';

/** One line of the list of cases. */
export interface CaseSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly updatedAt: number;
  readonly revision: number;
  readonly thumbnail?: Blob;
  /** Why the case cannot be opened; it can still be saved out as a file. Null for a sound one. */
  readonly unreadable: CaseProblem | null;
}

export interface LoadedCase {
  readonly case: Case;
  readonly revision: number;
  readonly place: Place | null;
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

type Stored =
  | { readonly state: 'sound'; readonly row: StoredCase; readonly case: Case }
  | { readonly state: 'unreadable'; readonly problem: CaseProblem };

/** What a stored row holds. A document that names another case than its row is as unreadable as a damaged one. */
export function inspect(raw: unknown): Stored {
  const row = storedCase.safeParse(raw);
  if (!row.success) return { state: 'unreadable', problem: { kind: 'corrupt', where: '' } };
  const parsed = parseCase(row.data.document);
  if (!parsed.ok) return { state: 'unreadable', problem: asStored(parsed.error) };
  if (parsed.value.id !== row.data.id) return { state: 'unreadable', problem: { kind: 'corrupt', where: 'id' } };
  return { state: 'sound', row: row.data, case: parsed.value };
}

/** Something in the place of a case that is none was one once: here it is damage, not a wrong file. */
const asStored = (problem: CaseProblem): CaseProblem =>
  problem.kind === 'notACase' ? { kind: 'corrupt', where: '' } : problem;

/** Summaries of the cases that are there, or of the deleted ones that can still be brought back; newest first. */
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
          .sort((a, b) => b.updatedAt - a.updatedAt || a.id.localeCompare(b.id)),
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
    const { revision, updatedAt } = stored.row;
    return { id, name: stored.case.client.name, updatedAt, revision, ...picture, unreadable: null };
  }
  const row = storedCase.safeParse(raw);
  return {
    id,
    name: textAt(fieldOf(fieldOf(raw, 'document'), 'client'), 'name'),
    updatedAt: row.success ? row.data.updatedAt : 0,
    revision: row.success ? row.data.revision : 0,
    ...picture,
    unreadable: stored.problem,
  };
}

/** Deleted by the technician; a row too damaged to say so counts as there, so that it stays in sight. */
const isRemoved = (raw: unknown): boolean => typeof fieldOf(raw, 'deletedAt') === 'number';

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function textAt(value: unknown, key: string): string {
  const text = fieldOf(value, key);
  return typeof text === 'string' ? text : '';
}

/** The case that is stored and not deleted, or why there is none to work on. */
async function present(
  db: CaseDatabase,
  id: string,
): Promise<Result<Extract<Stored, { state: 'sound' }>, StorageProblem>> {
  const raw = await db.cases.get(id);
  if (raw === undefined) return err({ kind: 'missingCase' });
  const stored = inspect(raw);
  if (stored.state === 'unreadable') return err(stored.problem);
  return stored.row.deletedAt === null ? ok(stored) : err({ kind: 'missingCase' });
}

export function loadCase(db: CaseDatabase, id: string): Promise<Result<LoadedCase, StorageProblem>> {
  return attempt(db, () =>
    db.dexie.transaction('r', db.cases, db.places, async () => {
      const stored = await present(db, id);
      if (!stored.ok) return stored;
      return ok({ case: stored.value.case, revision: stored.value.row.revision, place: await readPlace(db, id) });
    }),
  );
}

/**
 * Writes the case in one transaction and resolves once that has completed. Nothing is written when the stored case has
 * another revision than the one expected, cannot be read, has been deleted, or when one of the photos is not stored yet.
 */
export async function saveCase(
  db: CaseDatabase,
  request: SaveRequest,
  now: number,
): Promise<Result<Saved, StorageProblem>> {
  const { case: document, expectedRevision, thumbnail } = request;
  const checked = parseCase(document);
  if (!checked.ok)
    return err({ kind: 'invalidCase', where: checked.error.kind === 'corrupt' ? checked.error.where : '' });
  return attempt(db, () =>
    db.dexie.transaction('rw', db.cases, db.thumbnails, db.photos, db.photoUses, async () => {
      const before = await present(db, document.id);
      if (!before.ok && (expectedRevision !== 0 || (await db.cases.get(document.id)) !== undefined)) return before;
      const stored = before.ok ? before.value.row.revision : 0;
      if (stored !== expectedRevision) return err({ kind: 'changedElsewhere', revision: stored });
      const missing = await firstMissingPhoto(db, document);
      if (missing !== null) return err({ kind: 'missingPhoto', sha256: missing });
      await noteUses(db, before.ok ? before.value.case : null, document, now);
      const revision = stored + 1;
      await db.cases.put({ id: document.id, revision, updatedAt: now, deletedAt: null, document } satisfies StoredCase);
      if (thumbnail !== undefined) await db.thumbnails.put({ id: document.id, picture: thumbnail });
      return ok({ revision });
    }),
  );
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
  now: number,
): Promise<Result<Saved, StorageProblem>> {
  return attempt(db, () =>
    db.dexie.transaction('rw', db.cases, async () => {
      const stored = await present(db, id);
      if (!stored.ok) return stored;
      const renamed: Case = { ...stored.value.case, client: { ...stored.value.case.client, name } };
      const checked = parseCase(renamed);
      if (!checked.ok) return err({ kind: 'invalidCase', where: 'client.name' });
      const revision = stored.value.row.revision + 1;
      await db.cases.put({ id, revision, updatedAt: now, deletedAt: null, document: renamed } satisfies StoredCase);
      return ok({ revision });
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
