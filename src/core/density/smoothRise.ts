/** From 0 at 0 to 1 at 1, level at both ends and beyond them. */
export function smoothRise(t: number): number {
  const s = t <= 0 ? 0 : t >= 1 ? 1 : t;
  return s * s * (3 - 2 * s);
}
