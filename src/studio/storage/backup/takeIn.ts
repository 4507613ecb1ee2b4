import type { Case } from '../../../core/design/case';
import { err, ok, type Result } from '../../../core/result';
import { parseCase } from '../caseSchema';
import type { CaseStorage } from '../caseStorage';
import type { StorageProblem } from '../problems';
import type { BackupProblem, WorkOptions } from './backupFormat';
import type { CheckedBackup } from './checkBackup';
import { readJson, sameContent } from './strictJson';

/** What became of a case: it is new here, was here the same already, came back from the deleted ones, or stands beside another. */
export interface TakenCase {
  readonly how: 'added' | 'same' | 'restored' | 'beside';
  readonly id: string;
  readonly name: string;
}

export interface TakeInOptions extends WorkOptions {
  /** A new id for a case that cannot keep its own. */
  readonly freshId: () => string;
  /** The client's name on a case that stands beside another of the same id; `nth`, from 1, tells several apart. */
  readonly nameBeside: (name: string, nth: number) => string;
  readonly thumbnail: (of: Case) => Promise<Blob | undefined>;
}

type Stored = Pick<CaseStorage, 'copyOf' | 'list' | 'listRemoved' | 'undoRemove' | 'putPhoto' | 'save'>;
type TakeInProblem = StorageProblem | BackupProblem;

/**
 * Puts a checked backup into storage: photos first, then each case. What is stored already is never written over. A
 * problem in the middle leaves the cases taken in so far, whole; photos that no case shows yet are swept later.
 */
export async function takeIn(
  storage: Stored,
  backup: CheckedBackup,
  options: TakeInOptions,
): Promise<Result<readonly TakenCase[], TakeInProblem>> {
  const steps = backup.photos.length + backup.cases.length;
  let done = 0;
  const proceed = (): void => options.onProgress?.(++done / steps);
  for (const photo of backup.photos) {
    if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
    const bytes = await photo.open();
    if (!bytes.ok) return bytes;
    const kept = await storage.putPhoto(photo.sha256, bytes.value);
    if (!kept.ok) return kept;
    proceed();
  }
  const taken: TakenCase[] = [];
  for (const each of backup.cases) {
    if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
    const one = await takeCase(storage, each, options);
    if (!one.ok) return one;
    taken.push(one.value);
    proceed();
  }
  return ok(taken);
}

async function takeCase(storage: Stored, of: Case, options: TakeInOptions): Promise<Result<TakenCase, StorageProblem>> {
  const present = await storage.copyOf(of.id);
  if (!present.ok) return present.error.kind === 'missingCase' ? save(storage, of, 'added', options) : present;
  return (await holdsSame(present.value, of)) ? asItIs(storage, of) : saveBeside(storage, of, options);
}

/** A case that storage holds just so: nothing is to be done, or it is brought back. */
async function asItIs(storage: Stored, { id, client }: Case): Promise<Result<TakenCase, StorageProblem>> {
  const { name } = client;
  const removed = await storage.listRemoved();
  if (!removed.ok) return removed;
  if (!removed.value.some((summary) => summary.id === id)) return ok({ how: 'same', id, name });
  const restored = await storage.undoRemove(id);
  return restored.ok ? ok({ how: 'restored', id, name }) : restored;
}

async function holdsSame(stored: Blob, of: Case): Promise<boolean> {
  const json = readJson(new Uint8Array(await stored.arrayBuffer()));
  const parsed = parseCase(json.kind === 'read' ? json.value : null);
  return parsed.ok && sameContent(parsed.value, of);
}

/** The same backup may have been taken in before: what stands beside already, unchanged, is found by its name. */
async function saveBeside(
  storage: Stored,
  of: Case,
  options: TakeInOptions,
): Promise<Result<TakenCase, StorageProblem>> {
  const kept = await storage.list();
  if (!kept.ok) return kept;
  const removed = await storage.listRemoved();
  if (!removed.ok) return removed;
  const stored = [...kept.value, ...removed.value];
  for (let nth = 1; ; nth++) {
    const named: Case = { ...of, client: { ...of.client, name: options.nameBeside(of.client.name, nth) } };
    const alike = stored.filter((summary) => summary.name === named.client.name);
    if (alike.length === 0) return save(storage, { ...named, id: options.freshId() }, 'beside', options);
    for (const { id } of alike) {
      const copy = await storage.copyOf(id);
      const there: Case = { ...named, id };
      if (copy.ok && (await holdsSame(copy.value, there))) return asItIs(storage, there);
    }
  }
}

async function save(
  storage: Stored,
  of: Case,
  how: TakenCase['how'],
  options: TakeInOptions,
): Promise<Result<TakenCase, StorageProblem>> {
  const thumbnail = await options.thumbnail(of);
  const saved = await storage.save({
    case: of,
    expectedRevision: 0,
    ...(thumbnail === undefined ? {} : { thumbnail }),
  });
  return saved.ok ? ok({ how, id: of.id, name: of.client.name }) : saved;
}
