import * as z from 'zod/mini';
import { sha256Hex, type CaseProblem } from '../caseSchema';

/**
 * A backup is a zip: manifest.json, which names every other file with its length and SHA-256; case.json, or case-1.json …
 * for several; and the original photos as photos/<SHA-256>.<ending>, each once. Nothing else may lie in it.
 */
export const BACKUP_FORMAT = 'follicle-backup';
/** Every change of the layout adds one; files of a newer version are refused. */
export const BACKUP_VERSION = 1;
export const BACKUP_EXTENSION = '.follicle.zip';

export const MANIFEST_PATH = 'manifest.json';
export const CASE_PATH = /^case(?:-[1-9][0-9]{0,3})?\.json$/;
export const PHOTO_PATH = /^photos\/([0-9a-f]{64})\.(jpg|png|webp|avif|heic)$/;

// Bounds are our choice; a photo's is that of every photo (photoLimits.ts), a zip without its 64-bit extension ends at 4.29 GB.
export const MAX_BACKUP_BYTES = 4_000_000_000;
export const MAX_ENTRIES = 10_000;
export const MAX_MANIFEST_BYTES = 4_000_000;
export const MAX_CASE_BYTES = 64_000_000;
export const MAX_PHOTO_BYTES = 64_000_000;

/** The most bytes that a file at this path may have; null for a path that has no place in a backup. */
export function mostBytesAt(path: string): number | null {
  if (path === MANIFEST_PATH) return MAX_MANIFEST_BYTES;
  if (CASE_PATH.test(path)) return MAX_CASE_BYTES;
  return PHOTO_PATH.test(path) ? MAX_PHOTO_BYTES : null;
}

const manifestEntry = z.strictObject({
  path: z.string().check(z.maxLength(100)),
  length: z.int().check(z.gte(0), z.lte(MAX_PHOTO_BYTES)),
  sha256: sha256Hex,
});

export const manifestSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  app: z.string().check(z.maxLength(100)),
  /** When the newest of the cases was last changed, ISO 8601 in UTC: the same case gives the same bytes. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)),
  entries: z.array(manifestEntry).check(z.maxLength(MAX_ENTRIES)),
});
export type Manifest = z.output<typeof manifestSchema>;
export type ManifestEntry = z.output<typeof manifestEntry>;

/** Of any version: enough to say that a file is newer. */
export const anyManifest = z.object({ format: z.literal(BACKUP_FORMAT), version: z.int() });

/** Why a file was not taken in; nothing was touched. Paths are those within the file. */
export type BackupProblem =
  /** No zip at all, or one without a manifest of ours. */
  | { readonly kind: 'notABackup' }
  /** It breaks off, or its directory does not fit its contents. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'tooLarge' }
  /** Something lies in it, or is written in it, that has no place in a backup. */
  | { readonly kind: 'foreign'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  /** Length or SHA-256 are not those of the manifest, or the manifest itself cannot be read. */
  | { readonly kind: 'damaged'; readonly path: string }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'photoRefused'; readonly path: string; readonly refusal: PhotoVerdictRefusal }
  | { readonly kind: 'caseRefused'; readonly path: string; readonly problem: CaseProblem }
  /** The browser cannot get at the file's bytes, or has no room for them. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'cancelled' };

export interface PhotoVerdictRefusal {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** What studio/photo says of a photo's bytes: its ending and type, or why it is none. Handed in. */
export type PhotoJudge = (
  bytes: Uint8Array<ArrayBuffer>,
) => { readonly ok: true; readonly value: PhotoKind } | { readonly ok: false; readonly error: PhotoVerdictRefusal };

export interface PhotoKind {
  readonly extension: string;
  readonly mimeType: string;
}

/** For work that takes a while. */
export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  /** Share done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** SHA-256 in lower-case hex. */
export async function digestHex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
