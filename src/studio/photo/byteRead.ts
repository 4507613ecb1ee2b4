/**
 * An unsigned whole number of `length` bytes (1 to 8) at `at`, or undefined where the bytes do not reach that far.
 * Exact up to 2^53; larger values lose low digits, which is harmless for sizes that are only compared with limits.
 */
export function readUint(
  bytes: Uint8Array,
  at: number,
  length: number,
  order: 'big' | 'little' = 'big',
): number | undefined {
  if (at < 0 || at + length > bytes.length) return undefined;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const index = order === 'big' ? at + i : at + length - 1 - i;
    value = value * 256 + (bytes[index] as number);
  }
  return value;
}

/** `length` bytes at `at` as Latin-1 text; shorter where the bytes end. */
export function readAscii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
