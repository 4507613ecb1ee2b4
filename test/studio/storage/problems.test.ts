import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { problemOf, StorageBlocked, type StorageProblem } from '../../../src/studio/storage/problems';
import texts from '../../../src/studio/storage/problemTexts.en.json';

describe('what the storage throws', () => {
  it('is told by its cause, however deep that lies', () => {
    const quota = new DOMException('full', 'QuotaExceededError');
    expect(problemOf(quota)).toEqual({ kind: 'quotaExceeded' });
    expect(problemOf(new Dexie.AbortError('aborted', quota))).toEqual({ kind: 'quotaExceeded' });
    expect(problemOf(new Error('outer', { cause: quota }))).toEqual({ kind: 'quotaExceeded' });
    expect(problemOf(new Dexie.MissingAPIError())).toEqual({ kind: 'unavailable' });
    expect(problemOf(new DOMException('private', 'SecurityError'))).toEqual({ kind: 'unavailable' });
    expect(problemOf(new StorageBlocked())).toEqual({ kind: 'blocked' });
  });

  it('is failed, with its own words, when we have none for it', () => {
    expect(problemOf(new Dexie.ConstraintError('key exists'))).toEqual({
      kind: 'failed',
      detail: 'ConstraintError: key exists',
    });
    expect(problemOf('odd')).toEqual({ kind: 'failed', detail: 'odd' });
  });

  it('does not go round in circles', () => {
    const error = new Error('round');
    error.cause = error;
    expect(problemOf(error)).toEqual({ kind: 'failed', detail: 'Error: round' });
  });
});

describe('the sentences', () => {
  it('are one for each problem', () => {
    texts satisfies Record<StorageProblem['kind'], string>;
    for (const sentence of Object.values(texts)) expect(sentence).toMatch(/^[A-Z][^.!?]*[;,][^.!?]*\.$/);
  });
});
