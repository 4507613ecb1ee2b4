import { readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { FRESH_PHOTO, type Case, type Photo } from '../../../src/core/design/case';
import { newCase } from '../../../src/core/design/newCase';
import type { Result } from '../../../src/core/result';
import { openCaseStorage, type CaseStorage, type CaseStorageOptions } from '../../../src/studio/storage/caseStorage';
import { openDatabase, type CaseDatabase } from '../../../src/studio/storage/database';

export const DAY_MS = 24 * 60 * 60 * 1000;
export const START_MS = Date.UTC(2026, 0, 1);

/** A hash that is told apart by its first letter, a to f or a digit. */
export const hash = (letter: string): string => letter.padEnd(64, '0');

export const photoBytes = (letter: string): Blob => new Blob([`photo ${letter}`], { type: 'image/jpeg' });

export function photo(letter: string): Photo {
  return {
    ...FRESH_PHOTO,
    id: `photo-${letter}`,
    sha256: hash(letter),
    width: 2400,
    height: 3000,
    view: 'front',
    calibration: { kind: 'estimate' },
    outline: { cx: 1200, cy: 1150, rx: 760, ry: 930, angleDeg: 0, placed: false },
    midline: { top: { x: 1200, y: 220 }, bottom: { x: 1200, y: 2380 } },
  };
}

/** A case named for its client, showing the photos of these letters. */
export function caseOf(id: string, name = 'Client', letters: readonly string[] = []): Case {
  const photos = letters.map(photo);
  const empty = newCase({ caseId: id, designId: 'design-a', seed: 7, engine: '1' });
  return { ...empty, client: { name, notes: '', hairLoss: null }, photos, activePhotoId: photos[0]?.id ?? null };
}

export const storedFixture = (version: number): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/cases/v${version}.json`, import.meta.url), 'utf8'));

/** The value of a result that must be one. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`unexpected problem ${JSON.stringify(result.error)}`);
  return result.value;
}

export interface Desk {
  readonly storage: CaseStorage;
  /** The same database, to damage and to look at. */
  readonly raw: CaseDatabase;
  readonly factory: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange };
  readonly clock: { nowMs: number };
  /** A second tab on the same database. */
  readonly tab: (options?: CaseStorageOptions) => CaseStorage;
}

/** A storage of its own for one test, on a clock that stands until it is moved. */
export function openDesk(options: CaseStorageOptions = {}): Desk {
  const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
  const clock = { nowMs: START_MS };
  const tab = (more: CaseStorageOptions = {}): CaseStorage => {
    const storage = openCaseStorage({ name: 'test', factory, now: () => clock.nowMs, ...more });
    onTestFinished(() => {
      storage.close();
    });
    return storage;
  };
  const raw = openDatabase('test', factory);
  onTestFinished(() => {
    raw.dexie.close();
  });
  return { storage: tab(options), raw, factory, clock, tab };
}
