import type { DexieOptions } from 'dexie';
import type { Case } from '../../core/design/case';
import { ok, type Result } from '../../core/result';
import { listCases, type CaseSummary } from './caseList';
import { openDatabase } from './database';
import { leaveLastChange, type LastChange } from './lastChange';
import { readLastOpened, saveLastOpened, savePlace, type Place } from './places';
import type { StorageProblem } from './problems';
import { getPhoto, putPhoto } from './storedPhotos';
import {
  loadCase,
  markRemoved,
  renameCase,
  saveCase,
  storedCopy,
  type LoadedCase,
  type Saved,
  type SaveRequest,
} from './storedCases';
import { eraseRemoved, sweep, type Swept } from './sweep';

export type { CaseSummary, LoadedCase, Place, Saved, SaveRequest, StorageProblem };

type Outcome<T> = Promise<Result<T, StorageProblem>>;

/** Something that happened to a stored case, for other tabs to hear. */
export interface CaseChange {
  readonly kind: 'saved' | 'removed' | 'restored';
  readonly caseId: string;
  readonly revision: number;
}

/** Cases and photos in this browser. Nothing here throws or rejects; every write resolves once it has completed. */
export interface CaseStorage {
  /** Newest first, unreadable ones included. */
  readonly list: () => Outcome<CaseSummary[]>;
  /** Deleted cases that can still be brought back, the last deleted first. */
  readonly listRemoved: () => Outcome<CaseSummary[]>;
  readonly load: (id: string) => Outcome<LoadedCase>;
  /** All or nothing, in one transaction; see saveCase for when it refuses. */
  readonly save: (request: SaveRequest) => Outcome<Saved>;
  /** At once and without an answer, for a page that is about to go away; the next load brings it back. Autosave.flush does it. */
  readonly leaveLastChange: (change: LastChange) => void;
  /** For a case that is not open in this tab; an open one is renamed by an edit. */
  readonly rename: (id: string, name: string) => Outcome<Saved>;
  /** Deletes so that undoRemove brings it back, for 30 days. */
  readonly remove: (id: string) => Outcome<Saved>;
  readonly undoRemove: (id: string) => Outcome<Saved>;
  /** Ends a deleted case before its 30 days are over; `missingCase` for one that is not deleted. */
  readonly erase: (id: string) => Outcome<Swept>;
  /** The stored document as a JSON file, readable or not. */
  readonly copyOf: (id: string) => Outcome<Blob>;
  /** One that can't be kept is told as a problem, and is had from this page alone till the next save can keep it. */
  readonly putPhoto: (sha256: string, bytes: Blob) => Outcome<null>;
  readonly getPhoto: (sha256: string) => Outcome<Blob>;
  /** To be called once at start: ends what was deleted long ago and photos that nothing holds. */
  readonly sweep: (now: number) => Outcome<Swept>;
  readonly savePlace: (caseId: string, place: Place) => Outcome<null>;
  readonly lastOpened: () => Outcome<string | null>;
  readonly setLastOpened: (caseId: string | null) => Outcome<null>;
  readonly close: () => void;
}

export interface CaseStorageOptions {
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Called after every completed change of a case; OtherTabs.announce fits. Must not throw. */
  readonly onChange?: (change: CaseChange) => void;
  /** Another IndexedDB than the browser's. */
  readonly factory?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;
}

/** Opens lazily: the first call that needs the database opens it, and a failed opening is tried again by the next. */
export function openCaseStorage(options: CaseStorageOptions = {}): CaseStorage {
  const { name = 'follicle', now = Date.now, onChange = () => undefined, factory } = options;
  const db = openDatabase(name, factory);
  // Tells the saves of this tab from those of others; chance is enough, and there without a secure context.
  const by = `${now()}-${Math.random()}`;
  // Photos that could not be kept: this page has them till it closes, and puts them again once storage lets it.
  const held = new Map<string, Blob>();
  const put = async (sha256: string, bytes: Blob): Outcome<null> => {
    const kept = await putPhoto(db, sha256, bytes, now());
    if (kept.ok) held.delete(sha256);
    else if (bytes.size > 0) held.set(sha256, bytes);
    return kept;
  };
  const putHeld = async (of: Case): Promise<void> => {
    for (const { sha256 } of of.photos) {
      const bytes = held.get(sha256);
      if (bytes !== undefined) await put(sha256, bytes);
    }
  };
  const telling = async (kind: CaseChange['kind'], caseId: string, outcome: Outcome<Saved>): Outcome<Saved> => {
    const result = await outcome;
    if (result.ok) onChange({ kind, caseId, revision: result.value.revision });
    return result;
  };
  return {
    list: () => listCases(db, 'kept'),
    listRemoved: () => listCases(db, 'removed'),
    load: async (id) => {
      const loaded = await loadCase(db, id, by, now());
      if (loaded.ok && loaded.value.recovered) onChange({ kind: 'saved', caseId: id, revision: loaded.value.revision });
      return loaded;
    },
    save: async (request) => {
      if (held.size > 0) await putHeld(request.case);
      return telling('saved', request.case.id, saveCase(db, request, by, now()));
    },
    leaveLastChange: (change) => {
      leaveLastChange(db, change, by);
    },
    rename: (id, to) => telling('saved', id, renameCase(db, id, to, by, now())),
    remove: (id) => telling('removed', id, markRemoved(db, id, now())),
    undoRemove: (id) => telling('restored', id, markRemoved(db, id, null)),
    erase: (id) => eraseRemoved(db, id, now()),
    copyOf: (id) => storedCopy(db, id),
    putPhoto: put,
    getPhoto: async (sha256) => {
      const bytes = held.get(sha256);
      return bytes === undefined ? getPhoto(db, sha256) : ok(bytes);
    },
    sweep: (at) => sweep(db, at),
    savePlace: (caseId, place) => savePlace(db, caseId, place),
    lastOpened: () => readLastOpened(db),
    setLastOpened: (caseId) => saveLastOpened(db, caseId),
    close: () => db.dexie.close({ disableAutoOpen: false }),
  };
}
