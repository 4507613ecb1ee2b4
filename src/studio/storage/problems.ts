import type { CaseProblem } from './caseSchema';

/** Why something could not be kept or brought back. Its kind is the key of a sentence in problemTexts.*.json. */
export type StorageProblem =
  | CaseProblem
  /** The browser's storage is full. */
  | { readonly kind: 'quotaExceeded' }
  /** Another tab holds an older version of the storage open. */
  | { readonly kind: 'blocked' }
  /** No storage at all: a private window, storage switched off, or a browser without it. */
  | { readonly kind: 'unavailable' }
  /** The stored case has moved on since it was read; nothing was written. */
  | { readonly kind: 'changedElsewhere'; readonly revision: number }
  | { readonly kind: 'missingPhoto'; readonly sha256: string }
  | { readonly kind: 'missingCase' }
  /** The case handed in to be saved breaks the rules of its own format; nothing was written. */
  | { readonly kind: 'invalidCase'; readonly where: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** Names of errors that say that this browser, or this window of it, keeps nothing. */
const UNAVAILABLE = new Set([
  'MissingAPIError',
  'SecurityError',
  'InvalidStateError',
  'UnknownError',
  'NotAllowedError',
]);

/** Thrown while another tab keeps the storage from opening. */
export class StorageBlocked extends Error {
  override readonly name = 'StorageBlocked';
}

/** The problem behind something that the browser's storage threw. Aborted transactions carry their cause within. */
export function problemOf(thrown: unknown): StorageProblem {
  const causes = causesOf(thrown);
  const named = (name: string): boolean => causes.some((cause) => cause.name === name);
  if (named('QuotaExceededError')) return { kind: 'quotaExceeded' };
  if (named('StorageBlocked')) return { kind: 'blocked' };
  if (causes.some((cause) => UNAVAILABLE.has(cause.name))) return { kind: 'unavailable' };
  const last = causes.at(-1);
  return { kind: 'failed', detail: last === undefined ? String(thrown) : `${last.name}: ${last.message}` };
}

function causesOf(thrown: unknown): Error[] {
  const causes: Error[] = [];
  let next = thrown;
  while (next instanceof Error && !causes.includes(next)) {
    causes.push(next);
    next = 'inner' in next ? next.inner : next.cause;
  }
  return causes;
}
