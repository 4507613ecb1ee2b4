/** The next state of Marsaglia's xorshift generator (2003); `state` a non-zero uint32. Returns a non-zero uint32. */
export function xorshift32(state: number): number {
  let s = state | 0;
  s ^= s << 13;
  s ^= s >>> 17;
  s ^= s << 5;
  return s >>> 0;
}

/** Mixes 32 bits so that neighbouring inputs give unrelated outputs (finaliser of MurmurHash3, Appleby 2011). */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The 32-bit FNV-1a hash of some bytes (Fowler, Noll and Vo), as a uint32. */
export function fnv1a32(bytes: Uint8Array): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  return h >>> 0;
}
