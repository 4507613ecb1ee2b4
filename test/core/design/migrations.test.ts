import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CASE_VERSION } from '../../../src/core/design/case';
import { migrate, MIGRATIONS, type MigrationStep, type StoredDocument } from '../../../src/core/design/migrations';

type Steps = Readonly<Record<number, MigrationStep>>;

const FIXTURES = new URL('../../fixtures/cases/', import.meta.url);

function fixture(version: number): unknown {
  return JSON.parse(readFileSync(new URL(`v${version}.json`, FIXTURES), 'utf8'));
}

/** The steps, noting which of them ran. */
function recorded(steps: Steps): { steps: Steps; ran: Set<number> } {
  const ran = new Set<number>();
  const noting = Object.entries(steps).map(([version, step]): [number, MigrationStep] => [
    Number(version),
    (older) => {
      ran.add(Number(version));
      return step(older);
    },
  ]);
  return { steps: Object.fromEntries(noting), ran };
}

/** Versions whose step none of the documents runs, or which have no step at all. */
function untested(steps: Steps, documents: readonly unknown[], to: number): number[] {
  const noting = recorded(steps);
  for (const document of documents) migrate(document, noting.steps, to);
  return Array.from({ length: to - 1 }, (_, i) => i + 1).filter((version) => !noting.ran.has(version));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const twoSteps: Steps = {
  1: ({ name, ...rest }) => ({ ...rest, client: { name } }),
  2: (older) => ({ ...older, photos: [] }),
};

describe('the released migrations', () => {
  const versions = Array.from({ length: CASE_VERSION }, (_, i) => i + 1);

  it('keep a file of every version, and of no other', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(versions.map((version) => `v${version}.json`).sort());
    for (const version of versions) expect(fixture(version)).toMatchObject({ version });
  });

  it('have one step for each version but the last, each run by a file', () => {
    expect(Object.keys(MIGRATIONS).map(Number)).toEqual(versions.slice(0, -1));
    expect(untested(MIGRATIONS, versions.map(fixture), CASE_VERSION)).toEqual([]);
  });

  it('bring every file to the present version and leave the document itself as it was', () => {
    for (const version of versions) {
      const result = migrate(frozen(fixture(version)));
      expect(result).toMatchObject({ ok: true, value: { version: CASE_VERSION } });
    }
  });

  it('cannot be changed at run time', () => {
    expect(Object.isFrozen(MIGRATIONS)).toBe(true);
  });

  it('leave a document of the present version untouched', () => {
    const document = fixture(CASE_VERSION);
    expect(migrate(document)).toEqual({ ok: true, value: document });
  });
});

describe('stepping a document up', () => {
  it('runs every step from its version on, in order, and counts the version', () => {
    expect(migrate(frozen({ version: 1, name: 'Ann' }), twoSteps, 3)).toEqual({
      ok: true,
      value: { version: 3, client: { name: 'Ann' }, photos: [] },
    });
    expect(migrate({ version: 2, client: {} }, twoSteps, 3)).toEqual({
      ok: true,
      value: { version: 3, client: {}, photos: [] },
    });
  });

  it('refuses a document of a newer version and says which', () => {
    expect(migrate({ version: 4 }, twoSteps, 3)).toEqual({ ok: false, error: { kind: 'newer', version: 4 } });
    expect(migrate({ version: CASE_VERSION + 1 })).toEqual({
      ok: false,
      error: { kind: 'newer', version: CASE_VERSION + 1 },
    });
  });

  it.each([null, undefined, 'case', 7, [], {}, { version: '1' }, { version: 0 }, { version: 1.5 }, { version: NaN }])(
    'refuses %j as no case',
    (document) => {
      expect(migrate(document)).toEqual({ ok: false, error: { kind: 'notACase' } });
    },
  );

  it('takes a step that cannot read the document, or a step that is lacking, for no case', () => {
    const strict: Steps = {
      1: (older: StoredDocument) => {
        if (!Array.isArray(older.photos)) throw new TypeError('photos');
        return older;
      },
    };
    expect(migrate({ version: 1 }, strict, 2)).toEqual({ ok: false, error: { kind: 'notACase' } });
    expect(migrate({ version: 1 }, {}, 2)).toEqual({ ok: false, error: { kind: 'notACase' } });
  });
});

describe('the guard over untested steps', () => {
  it('names a step that no document runs', () => {
    expect(untested(twoSteps, [{ version: 2 }], 3)).toEqual([1]);
    expect(untested(twoSteps, [{ version: 1 }], 3)).toEqual([]);
  });

  it('names a version without a step', () => {
    expect(untested({ 1: (older) => older }, [{ version: 1 }], 3)).toEqual([2]);
  });
});
