import { base64Of } from './base64';

/** OWASP's least for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ITERATIONS = 600_000;
const SALT_BYTES = 16;
/** As NIST SP 800-38D asks of AES-GCM. */
const IV_BYTES = 12;
/** Shorter ones are found by trying. Our choice. */
export const SHORTEST_PASSPHRASE = 8;

/** Content that only its passphrase opens: AES-256-GCM under a key of PBKDF2-SHA-256; bytes as base64. */
export interface Sealed {
  readonly iterations: number;
  readonly salt: string;
  readonly iv: string;
  readonly content: string;
}

/** The passphrase as both sides take it: keyboards differ in how they write accents, and phones add a space at the end. */
export const plainPassphrase = (typed: string): string => typed.normalize('NFKC').trim();

/** Salt and initialisation vector are new for every file. */
export async function seal(content: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const typed = new TextEncoder().encode(plainPassphrase(passphrase));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, content));
  return { iterations: ITERATIONS, salt: base64Of(salt), iv: base64Of(iv), content: base64Of(sealed) };
}
