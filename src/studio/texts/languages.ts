/** The languages offered, in the order in which they are listed. */
export const LANGUAGES = ['en', 'es', 'de', 'pt', 'tr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, so that whoever can't read the present one finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  pt: 'Português',
  tr: 'Türkçe',
  ar: 'العربية',
};

/** The first of the asked languages (BCP 47, best first) that is offered; else English. */
export function languageOf(asked: readonly string[]): Language {
  for (const each of asked) {
    const found = LANGUAGES.find((language) => language === baseOf(each));
    if (found !== undefined) return found;
  }
  return 'en';
}

/**
 * How numbers and dates are written in a language: as in the reader's own region where the device names one of that
 * language. Arabic keeps the digits 0–9, which callipers, needles and bottles carry everywhere it is read.
 */
export function localeOf(language: Language, asked: readonly string[]): string {
  const regional = asked.find((each) => baseOf(each) === language) ?? language;
  return language === 'ar' ? `${new Intl.Locale(regional).baseName}-u-nu-latn` : regional;
}

const baseOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
