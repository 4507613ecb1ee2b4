import type { Case } from '../../../core/design/case';
import { err, ok, type Result } from '../../../core/result';
import { parseCase } from '../caseSchema';
import type { CaseStorage } from '../caseStorage';
import type { StorageProblem } from '../problems';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  digestHex,
  MANIFEST_PATH,
  MAX_BACKUP_BYTES,
  MAX_ENTRIES,
  type Manifest,
  type PhotoJudge,
  type WorkOptions,
} from './backupFormat';
import { readJson } from './strictJson';
import { crc32, writeZip, type ZipFile } from './writeZip';

/** A case to be packed; `changedAt` in ms since 1970. */
export interface CaseToPack {
  readonly id: string;
  readonly changedAt: number;
}

export type PackProblem =
  | { readonly kind: 'storage'; readonly problem: StorageProblem }
  /** More than a zip holds: the cases have to be packed one by one. */
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'cancelled' };

export interface PackedBackup {
  readonly file: Blob;
  /** Ids of cases that are not in it, because they or one of their photos cannot be read. Never of a single case. */
  readonly leftOut: readonly string[];
}

interface Packed extends ZipFile {
  readonly sha256: string;
}

/**
 * One file with these cases and their original photos. One photo at a time is read, to check that it is what its name
 * says; the file itself refers to the stored bytes. The same cases give the same bytes, in whatever order they are named.
 */
export async function writeBackup(
  storage: Pick<CaseStorage, 'copyOf' | 'getPhoto'>,
  chosen: readonly CaseToPack[],
  judge: PhotoJudge,
  options: WorkOptions = {},
): Promise<Result<PackedBackup, PackProblem>> {
  const sorted = [...chosen].sort((a, b) => (a.id < b.id ? -1 : 1));
  const photos = new Map<string, Packed>();
  const documents: Blob[] = [];
  const leftOut: string[] = [];
  for (const [index, { id }] of sorted.entries()) {
    if (isAborted(options)) return err({ kind: 'cancelled' });
    const told = (share: number): void => options.onProgress?.((index + share) / sorted.length);
    const packed = await packCase(storage, id, judge, photos, { ...options, onProgress: told });
    // Rather than a file without what was still to come.
    if (isAborted(options)) return err({ kind: 'cancelled' });
    if (packed.ok) documents.push(packed.value);
    else if (sorted.length === 1) return err({ kind: 'storage', problem: packed.error });
    else leftOut.push(id);
    options.onProgress?.((index + 1) / sorted.length);
  }
  if (documents.length === 0) return err({ kind: 'nothing' });
  const newest = Math.max(0, ...sorted.map((each) => each.changedAt));
  const cases = await Promise.all(
    documents.map((document, index) =>
      packed(documents.length === 1 ? 'case.json' : `case-${String(index + 1)}.json`, document),
    ),
  );
  const files = [...cases, ...[...photos.values()].sort((a, b) => (a.path < b.path ? -1 : 1))];
  const bytes = files.reduce((sum, file) => sum + file.content.size + file.path.length * 2 + 200, 0);
  if (bytes > MAX_BACKUP_BYTES || files.length >= MAX_ENTRIES) return err({ kind: 'tooLarge' });
  const manifest = await packed(MANIFEST_PATH, manifestOf(files, newest));
  return ok({ file: writeZip([manifest, ...files]), leftOut });
}

/** The stored document as a file; its photos go to `photos` only when all of them are sound. */
async function packCase(
  storage: Pick<CaseStorage, 'copyOf' | 'getPhoto'>,
  id: string,
  judge: PhotoJudge,
  photos: Map<string, Packed>,
  options: WorkOptions,
): Promise<Result<Blob, StorageProblem>> {
  const copy = await storage.copyOf(id);
  if (!copy.ok) return copy;
  const json = readJson(new Uint8Array(await copy.value.arrayBuffer()));
  const parsed = parseCase(json.kind === 'read' ? json.value : null);
  if (!parsed.ok) return parsed;
  const fresh: [string, Packed][] = [];
  const wanted = [...hashesOf(parsed.value)].filter((sha256) => !photos.has(sha256));
  for (const [index, sha256] of wanted.entries()) {
    if (isAborted(options)) break;
    options.onProgress?.(index / wanted.length);
    const photo = await packPhoto(storage, sha256, judge);
    if (!photo.ok) return photo;
    fresh.push([sha256, photo.value]);
  }
  for (const [sha256, photo] of fresh) photos.set(sha256, photo);
  return copy;
}

const isAborted = ({ signal }: WorkOptions): boolean => signal?.aborted === true;

const hashesOf = (of: Case): ReadonlySet<string> => new Set(of.photos.map((photo) => photo.sha256));

async function packPhoto(
  storage: Pick<CaseStorage, 'getPhoto'>,
  sha256: string,
  judge: PhotoJudge,
): Promise<Result<Packed, StorageProblem>> {
  const stored = await storage.getPhoto(sha256);
  if (!stored.ok) return stored;
  const bytes = new Uint8Array(await stored.value.arrayBuffer());
  const kind = judge(bytes);
  if (!kind.ok || (await digestHex(bytes)) !== sha256) return err({ kind: 'missingPhoto', sha256 });
  const path = `photos/${sha256}.${kind.value.extension}`;
  return ok({ path, content: stored.value, crc32: crc32(bytes), sha256 });
}

async function packed(path: string, content: Blob): Promise<Packed> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  return { path, content, crc32: crc32(bytes), sha256: await digestHex(bytes) };
}

function manifestOf(files: readonly Packed[], changedAt: number): Blob {
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    app: 'Follicle',
    date: new Date(changedAt).toISOString(),
    entries: files.map(({ path, content, sha256 }) => ({ path, length: content.size, sha256 })),
  };
  return new Blob([`${JSON.stringify(manifest, null, 2)}\n`]);
}
