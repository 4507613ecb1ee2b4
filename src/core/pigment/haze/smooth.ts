/** 0 … 1 with level ends (cubic Hermite). */
export function smooth(t: number): number {
  const s = Math.min(1, Math.max(0, t));
  return s * s * (3 - 2 * s);
}
