import type { IsoDate } from '../../../core/design/treatment';
import { dayOfIsoDate } from '../../../core/pigment/time/isoDate';
import { formatDate, locale } from '../../texts/texts';

const MS_PER_DAY = 86_400_000;

/** How many decimals a currency writes: 2 for euros, 0 for yen. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

export const formatMoney = (amount: number, currency: string): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amount);

export const formatPercent = (percent: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);

/** The sign between whole and part in the reader's language. */
export const decimalSign = (): '.' | ',' =>
  new Intl.NumberFormat(locale()).formatToParts(0.5).some(({ value }) => value === ',') ? ',' : '.';

/** A day of the calendar in the reader's words. */
export function formatDay(date: IsoDate, style: 'long' | 'medium' = 'long'): string {
  const day = dayOfIsoDate(date);
  return day === null ? date : formatDate(day * MS_PER_DAY, { dateStyle: style, timeZone: 'UTC' });
}
