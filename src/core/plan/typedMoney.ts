import { err, ok, type Result } from '../result';

/** `notNumber` is no figure at all; `outOfRange` carries the range for the sentence. */
export type TypedNumberProblem =
  { readonly kind: 'notNumber' } | { readonly kind: 'outOfRange'; readonly min: number; readonly max: number };

/** Digits as the Arabic and Persian keyboards give them. */
const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * A figure as people type it, with the grouping of any of our languages: "1,250.50", "1.250,50", "1 250,50", "1250".
 * The last of comma and point is the decimal sign, unless three digits follow it and the reader's own sign (`decimal`)
 * is the other one: then it groups thousands.
 */
export function typedNumber(
  typed: string,
  decimal: '.' | ',',
  range: { readonly min: number; readonly max: number },
): Result<number, TypedNumberProblem> {
  const bare = typed
    .replaceAll(FOREIGN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll('\u066b', decimal)
    .replaceAll('\u066c', '')
    .replaceAll(/[\s\u00a0\u202f'’]/g, '');
  if (!/^\d[\d.,]*$/.test(bare)) return err({ kind: 'notNumber' });
  const value = Number(withPoint(bare, decimal));
  if (!Number.isFinite(value)) return err({ kind: 'notNumber' });
  return value >= range.min && value <= range.max ? ok(value) : err({ kind: 'outOfRange', ...range });
}

function withPoint(bare: string, decimal: '.' | ','): string {
  const other = decimal === '.' ? ',' : '.';
  if (bare.includes(decimal) && bare.includes(other)) {
    const last = bare.lastIndexOf('.') > bare.lastIndexOf(',') ? '.' : ',';
    return bare.replaceAll(last === '.' ? ',' : '.', '').replace(last, '.');
  }
  const groups = (sign: string): boolean => new RegExp(`^\\d{1,3}(\\${sign}\\d{3})+$`).test(bare);
  if (bare.includes(other)) return groups(other) ? bare.replaceAll(other, '') : bare.replace(other, '.');
  return bare.replace(decimal, '.');
}
