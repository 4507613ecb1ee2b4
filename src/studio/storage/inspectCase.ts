import type { Case } from '../../core/design/case';
import { err, ok, type Result } from '../../core/result';
import { parseCase, type CaseProblem } from './caseSchema';
import { storedCase, type CaseDatabase, type StoredCase } from './database';
import type { StorageProblem } from './problems';

export interface SoundCase {
  readonly state: 'sound';
  readonly row: StoredCase;
  readonly case: Case;
}

type Stored = SoundCase | { readonly state: 'unreadable'; readonly problem: CaseProblem };

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

/** The case that is stored and not deleted, or why there is none to work on. */
export async function present(db: CaseDatabase, id: string): Promise<Result<SoundCase, StorageProblem>> {
  const raw = await db.cases.get(id);
  if (raw === undefined) return err({ kind: 'missingCase' });
  const stored = inspect(raw);
  if (stored.state === 'unreadable') return err(stored.problem);
  return stored.row.deletedAt === null ? ok(stored) : err({ kind: 'missingCase' });
}

/** A field of a row that may be damaged. */
export const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Deleted by the technician; a row too damaged to say so counts as there, so that it stays in sight. */
export const isRemoved = (raw: unknown): boolean => typeof fieldOf(raw, 'deletedAt') === 'number';
