/** Digits as the Arabic and Persian keyboards give them. */
const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * A figure as a hand types it into a field, rounded to the decimals that the field shows, so that what is kept is what
 * stands there: a field without decimals keeps whole numbers only. Point and comma are the decimal sign alike; fields
 * show no grouping and read none. Null where it is no figure.
 */
export function typedFigure(typed: string, digits: number): number | null {
  const bare = typed
    .trim()
    .replaceAll(FOREIGN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[,\u066b]/, '.')
    .replace(/^\u2212/, '-');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(bare)) return null;
  // No zero below zero.
  return Number(Number(bare).toFixed(digits)) + 0;
}
