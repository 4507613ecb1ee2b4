import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { err, ok, type Result } from '../../core/result';
import photo from '../photo/refusalTexts.en.json';
import storage from '../storage/problemTexts.en.json';
import en from './en.json';
import hints from './hints.en.json';
import { localeOf, type Language } from './languages';

/**
 * The catalogue. English is part of the program, with the sentences that photo and storage keep beside their causes, and
 * stands in for what another lacks; every other language is one file of the same shape, fetched when it is chosen.
 */
export const texts = createInstance();

export const english = { ...en, hint: hints, photoRefusal: photo, storageProblem: storage };

type Words = { readonly [key: string]: string | Words };

const fetched: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: Words }>>> = {
  es: () => import('./es.json'),
  de: () => import('./de.json'),
  pt: () => import('./pt.json'),
  tr: () => import('./tr.json'),
  ar: () => import('./ar.json'),
};

let writtenAs = 'en';

/** The locale (BCP 47) that numbers and dates are written in. */
export const locale = (): string => writtenAs;

void texts.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: english } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
texts.services.formatter?.add('number', (value: unknown) => formatNumber(Number(value)));

/**
 * Speaks another language from now on.
 * @param asked The device's languages (BCP 47, best first): dates and numbers follow the region that they name.
 * @returns `notFetched` where its catalogue can't be had; the language before stays.
 */
export async function speak(language: Language, asked: readonly string[] = []): Promise<Result<void, 'notFetched'>> {
  if (language !== 'en' && !texts.hasResourceBundle(language, 'translation')) {
    try {
      texts.addResourceBundle(language, 'translation', (await fetched[language]()).default);
    } catch {
      return err('notFetched');
    }
  }
  writtenAs = localeOf(language, asked);
  await texts.changeLanguage(language);
  return ok(undefined);
}

/** A sentence of the catalogue outside React; unknown keys would show the key, so callers pass known ones. */
export const text = (key: string, values: Record<string, string | number> = {}): string => texts.t(key, values);

/** By locale and digits: making one takes longer than writing with it, and figures follow a hand. */
const numberFormats = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, digits = 0): string {
  const key = `${writtenAs} ${String(digits)}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(writtenAs, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  numberFormats.set(key, format);
  return format.format(value);
}

/** A moment as the reader writes dates; of a day of the calendar, midnight UTC and `timeZone: 'UTC'` are given. */
export const formatDate = (at: Date | number, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(writtenAs, style).format(at);
