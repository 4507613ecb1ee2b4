import type { Case } from '../../core/design/case';
import { err, ok, type Result } from '../../core/result';
import type { StorageProblem } from './problems';

/** The document as a JSON file to take away; photos are not in it. */
export function caseCopy(of: Case): Blob {
  return jsonFile(JSON.stringify(of, null, 2));
}

/** The same for a stored document that could not be read as a case. */
export function copyOf(document: unknown): Result<Blob, StorageProblem> {
  try {
    return ok(jsonFile(JSON.stringify(document, null, 2)));
  } catch (thrown) {
    return err({ kind: 'failed', detail: String(thrown) });
  }
}

const jsonFile = (text: string): Blob => new Blob([text], { type: 'application/json' });
