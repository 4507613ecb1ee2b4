import type { Case } from '../../../core/design/case';
import { err, ok, type Result } from '../../../core/result';
import { parseCase } from '../caseSchema';
import {
  anyManifest,
  BACKUP_VERSION,
  CASE_PATH,
  digestHex,
  MANIFEST_PATH,
  manifestSchema,
  PHOTO_PATH,
  type BackupProblem,
  type Manifest,
  type ManifestEntry,
  type PhotoJudge,
  type WorkOptions,
} from './backupFormat';
import { openZip, type OpenedZip } from './readZip';
import { readJson, sameContent } from './strictJson';

/** A backup in which everything has been checked. */
export interface CheckedBackup {
  readonly cases: readonly Case[];
  readonly photos: readonly CheckedPhoto[];
}

export interface CheckedPhoto {
  readonly sha256: string;
  readonly bytes: number;
  /** Reads it once more from the file, so that one photo at a time is in memory, and checks it once more. */
  readonly open: () => Promise<Result<Blob, BackupProblem>>;
}

type Outcome<T> = Promise<Result<T, BackupProblem>>;

/**
 * Reads a backup and touches nothing. Every file in it must be named by the manifest with its length and SHA-256; cases
 * must be readable (older ones are stepped up), and every photo a real one that a case shows.
 */
export async function checkBackup(file: Blob, judge: PhotoJudge, options: WorkOptions = {}): Outcome<CheckedBackup> {
  try {
    return await check(file, judge, options);
  } catch {
    // Only the file itself can throw here: it was moved, has changed, or is larger than there is memory for.
    return err({ kind: 'unreadable' });
  }
}

async function check(file: Blob, judge: PhotoJudge, { signal, onProgress }: WorkOptions): Outcome<CheckedBackup> {
  const zip = await openZip(file);
  if (!zip.ok) return zip;
  const manifest = await readManifest(zip.value);
  if (!manifest.ok) return manifest;
  const listed = compareNames(zip.value, manifest.value);
  if (listed !== null) return err(listed);
  const total = manifest.value.entries.reduce((sum, entry) => sum + entry.length, 1);
  const cases: Case[] = [];
  const photos: CheckedPhoto[] = [];
  let read = 0;
  for (const entry of manifest.value.entries) {
    if (signal?.aborted === true) return err({ kind: 'cancelled' });
    if (CASE_PATH.test(entry.path)) {
      const found = await readCase(zip.value, entry);
      if (!found.ok) return found;
      cases.push(found.value);
    } else {
      const found = await readPhoto(zip.value, entry, judge);
      if (!found.ok) return found;
      const open = (): Outcome<Blob> => openPhoto(zip.value, entry, judge);
      photos.push({ sha256: entry.sha256, bytes: entry.length, open });
    }
    read += entry.length;
    onProgress?.(read / total);
  }
  const problem = comparePhotos(cases, photos, manifest.value);
  return problem === null ? ok({ cases, photos }) : err(problem);
}

async function readManifest(zip: OpenedZip): Outcome<Manifest> {
  const entry = zip.entries.get(MANIFEST_PATH);
  if (entry === undefined) return err({ kind: 'notABackup' });
  const bytes = await zip.read(entry);
  if (!bytes.ok) return bytes;
  const json = readJson(bytes.value);
  if (json.kind === 'foreign') return err({ kind: 'foreign', path: `${MANIFEST_PATH}: ${json.name}` });
  if (json.kind === 'unreadable') return err({ kind: 'damaged', path: MANIFEST_PATH });
  const any = anyManifest.safeParse(json.value);
  if (!any.success) return err({ kind: 'notABackup' });
  const manifest = manifestSchema.safeParse(json.value);
  if (manifest.success) return ok(manifest.data);
  const { version } = any.data;
  return err(version > BACKUP_VERSION ? { kind: 'newer', version } : { kind: 'damaged', path: MANIFEST_PATH });
}

/** The zip's directory and the manifest must name the same files, with the same lengths. */
function compareNames(zip: OpenedZip, manifest: Manifest): BackupProblem | null {
  if (zip.foreign !== null) return { kind: 'foreign', path: zip.foreign };
  const named = new Set<string>();
  for (const { path, length, sha256 } of manifest.entries) {
    const photo = PHOTO_PATH.exec(path);
    const fits = photo === null ? CASE_PATH.test(path) : photo[1] === sha256;
    if (!fits || named.has(path)) return { kind: 'foreign', path: path.slice(0, 80) };
    const entry = zip.entries.get(path);
    if (entry === undefined) return { kind: 'missing', path };
    if (entry.bytes !== length) return { kind: 'damaged', path };
    named.add(path);
  }
  const unnamed = [...zip.entries.keys()].find((path) => path !== MANIFEST_PATH && !named.has(path));
  return unnamed === undefined ? null : { kind: 'foreign', path: unnamed };
}

async function readBytes(zip: OpenedZip, { path, sha256 }: ManifestEntry): Outcome<Uint8Array<ArrayBuffer>> {
  const entry = zip.entries.get(path);
  if (entry === undefined) return err({ kind: 'missing', path });
  const bytes = await zip.read(entry);
  if (!bytes.ok) return bytes;
  return (await digestHex(bytes.value)) === sha256 ? bytes : err({ kind: 'damaged', path });
}

async function readCase(zip: OpenedZip, entry: ManifestEntry): Outcome<Case> {
  const { path } = entry;
  const bytes = await readBytes(zip, entry);
  if (!bytes.ok) return bytes;
  const json = readJson(bytes.value);
  if (json.kind === 'foreign') return err({ kind: 'foreign', path: `${path}: ${json.name}` });
  if (json.kind === 'unreadable') return err({ kind: 'damaged', path });
  const parsed = parseCase(json.value);
  if (!parsed.ok) return err({ kind: 'caseRefused', path, problem: parsed.error });
  // The document as it was written, with its fields in their order, wherever no migration had to touch it.
  return ok(isWritten(json.value, parsed.value) ? json.value : parsed.value);
}

const isWritten = (document: unknown, checked: Case): document is Case => sameContent(document, checked);

async function readPhoto(
  zip: OpenedZip,
  entry: ManifestEntry,
  judge: PhotoJudge,
): Outcome<{ bytes: Uint8Array<ArrayBuffer>; mimeType: string }> {
  const { path } = entry;
  const bytes = await readBytes(zip, entry);
  if (!bytes.ok) return bytes;
  const verdict = judge(bytes.value);
  if (!verdict.ok) return err({ kind: 'photoRefused', path, refusal: verdict.error });
  if (verdict.value.extension !== PHOTO_PATH.exec(path)?.[2]) return err({ kind: 'foreign', path });
  return ok({ bytes: bytes.value, mimeType: verdict.value.mimeType });
}

async function openPhoto(zip: OpenedZip, entry: ManifestEntry, judge: PhotoJudge): Outcome<Blob> {
  try {
    const photo = await readPhoto(zip, entry, judge);
    return photo.ok ? ok(new Blob([photo.value.bytes], { type: photo.value.mimeType })) : photo;
  } catch {
    return err({ kind: 'unreadable' });
  }
}

/** At least one case, each once; every photo of theirs is there, and none that no case shows. */
function comparePhotos(
  cases: readonly Case[],
  photos: readonly CheckedPhoto[],
  { entries }: Manifest,
): BackupProblem | null {
  const ids = new Set(cases.map((each) => each.id));
  if (cases.length === 0) return { kind: 'missing', path: 'case.json' };
  if (ids.size < cases.length) return { kind: 'foreign', path: 'case.json' };
  const wanted = new Set(cases.flatMap((each) => each.photos.map((photo) => photo.sha256)));
  const there = new Set(photos.map((photo) => photo.sha256));
  if (there.size < photos.length) return { kind: 'foreign', path: 'photos' };
  for (const sha256 of wanted) if (!there.has(sha256)) return { kind: 'missing', path: `photos/${sha256}` };
  const unshown = entries.find(({ path, sha256 }) => PHOTO_PATH.test(path) && !wanted.has(sha256));
  return unshown === undefined ? null : { kind: 'foreign', path: unshown.path };
}
