import { err, ok, type Result } from '../result';
import { CASE_VERSION } from './case';

/** A stored document of some version: known to be an object, nothing more. */
export type StoredDocument = Readonly<Record<string, unknown>>;

/** Takes a document of one version to the next without changing it in place. */
export type MigrationStep = (older: StoredDocument) => StoredDocument;

/**
 * Step `n` takes a document of version n to n + 1. A step never changes once it has been released: documents in the field
 * depend on it. Every version keeps a file in test/fixtures/cases, and a step that none of them runs fails the suite.
 */
export const MIGRATIONS: Readonly<Record<number, MigrationStep>> = Object.freeze({
  1: toVersion2,
  2: toVersion3,
  3: toVersion4,
});

/** Version 2: a design says what it is treated with, in which sessions, and which engine laid its dots. */
function toVersion2(older: StoredDocument): StoredDocument {
  const session = (share: number, dayOffset: number) => ({
    share,
    needle: { kind: '3RL', diameterMm: 0.2 },
    dilution: 15,
    depthMm: 0.75,
    dayOffset,
  });
  const treatment = {
    pigment: { kind: 'single', pigmentId: 'neutralBlack' },
    ownPigments: [],
    plan: { firstDate: null, touchUpDay: null, sessions: [session(0.3, 0), session(0.7, 14), session(1, 28)] },
    healing: {
      kind: 'permanent',
      skin: { type: null, sun: 'some', oiliness: 'normal', scar: false },
      curves: null,
    },
  };
  const designs = older['designs'];
  if (!Array.isArray(designs)) throw new TypeError('designs');
  return { ...older, designs: designs.map((design: StoredDocument) => ({ ...design, treatment, engine: '1' })) };
}

/**
 * Version 3: the head under the photo, areas of every kind, brushes, dots by hand, edges as parameters, results beside
 * designs. What was drawn before looks as it did.
 */
function toVersion3(older: StoredDocument): StoredDocument {
  const { photos, designs, client } = older;
  if (!Array.isArray(photos) || !Array.isArray(designs)) throw new TypeError('photos, designs');
  const ofPhoto = {
    pose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0, distanceMm: 1_500, placed: false },
    landmarks: [],
    whorls: [],
    takenOn: null,
    purpose: 'design',
    followsId: null,
  };
  const ofArea = { name: '', hidden: false, locked: false, perCm2: null, dotSizeMm: null, pigment: null };
  const edge = { wanderMm: 1, waveMm: 14, gapsMm: 3, straysMm: 2, sizeAtLine: 1, shadeAtLine: 0.45 };
  return {
    ...older,
    client: { ...(client as StoredDocument), hairLoss: null },
    photos: photos.map((photo: StoredDocument) => ({ ...photo, ...ofPhoto })),
    designs: designs.map((design: StoredDocument & { areas: readonly StoredDocument[] }) => ({
      ...design,
      notes: '',
      edge,
      areas: design.areas.map((area) => ({ ...area, ...ofArea })),
      strokes: [],
      handDots: { added: [], moved: [], removed: [] },
    })),
    chosenDesignId: null,
  };
}

/** Version 4: photos say where their picture shows the head's edge. Of those opened before nobody has looked. */
function toVersion4(older: StoredDocument): StoredDocument {
  const { photos } = older;
  if (!Array.isArray(photos)) throw new TypeError('photos');
  return { ...older, photos: photos.map((photo: StoredDocument) => ({ ...photo, edge: [] })) };
}

export type MigrationProblem =
  | { readonly kind: 'newer'; readonly version: number }
  /** No document of ours: not an object, without a version, or not what its version says it is. */
  | { readonly kind: 'notACase' };

/**
 * The document at version `to`, stepped up one version at a time. What it holds is not checked beyond its version: that
 * is the validation's part, which follows. The document itself is left as it is.
 */
export function migrate(
  document: unknown,
  steps: Readonly<Record<number, MigrationStep>> = MIGRATIONS,
  to: number = CASE_VERSION,
): Result<unknown, MigrationProblem> {
  if (!isDocument(document)) return err({ kind: 'notACase' });
  const from = document.version;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1) return err({ kind: 'notACase' });
  if (from > to) return err({ kind: 'newer', version: from });
  let stepped: StoredDocument = document;
  for (let version = from; version < to; version++) {
    const next = runStep(steps[version], stepped);
    if (next === null) return err({ kind: 'notACase' });
    stepped = { ...next, version: version + 1 };
  }
  return ok(stepped);
}

/** A step reads fields that a damaged document may lack; what it throws then says only that this is no such document. */
function runStep(step: MigrationStep | undefined, document: StoredDocument): StoredDocument | null {
  if (step === undefined) return null;
  try {
    return step(document);
  } catch {
    return null;
  }
}

const isDocument = (value: unknown): value is StoredDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
