import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import hints from './hints.en.json';
import photo from '../photo/refusalTexts.en.json';
import storage from '../storage/problemTexts.en.json';
import en from './en.json';

/** The catalogue: one file a language, with the sentences that photo and storage keep beside their causes. */
export const texts = createInstance();

const english = { ...en, hint: hints, photoRefusal: photo, storageProblem: storage };

export type Catalogue = typeof english;

void texts.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: english } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** A sentence of the catalogue outside React; unknown keys would show the key, so callers pass known ones. */
export const text = (key: string, values: Record<string, string | number> = {}): string => texts.t(key, values);

export const formatNumber = (value: number, digits = 0): string =>
  new Intl.NumberFormat(texts.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
