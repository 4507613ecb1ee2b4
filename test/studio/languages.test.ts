import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES, languageOf, LANGUAGES, localeOf } from '../../src/studio/texts/languages';
import { areaErrorFigure, formatArea, formatHeight, formatLength, writeIn } from '../../src/studio/texts/measures';
import { english, formatDate, formatNumber, speak, text, texts } from '../../src/studio/texts/texts';
import ar from '../../src/studio/texts/ar.json';
import de from '../../src/studio/texts/de.json';
import es from '../../src/studio/texts/es.json';
import pt from '../../src/studio/texts/pt.json';
import tr from '../../src/studio/texts/tr.json';

type Words = { readonly [key: string]: string | Words };

const CATALOGUES: Readonly<Record<string, Words>> = { es, de, pt, tr, ar };
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every sentence by its whole key. */
function sentences(of: Words, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, word] of Object.entries(of)) {
    if (typeof word === 'string') all.set(before + key, word);
    else for (const [inner, sentence] of sentences(word, `${before}${key}.`)) all.set(inner, sentence);
  }
  return all;
}

const ENGLISH = sentences(english);
/** Bases of the keys that come in plural forms. */
const COUNTED = new Set(
  [...ENGLISH.keys()].filter((key) => key.endsWith('_one')).map((key) => key.replace(PLURAL, '')),
);
const isCounted = (key: string): boolean => PLURAL.test(key) && COUNTED.has(key.replace(PLURAL, ''));

const pluralForms = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

function keysWanted(language: string): string[] {
  const plain = [...ENGLISH.keys()].filter((key) => !isCounted(key));
  const counted = [...COUNTED].flatMap((base) => pluralForms(language).map((form) => `${base}_${form}`));
  return [...plain, ...counted].sort();
}

const figuresIn = (sentence: string): string[] => [
  ...new Set([...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '')),
];

/** Words, of whatever script, beside units, signs and the figures that are put in. */
const WORDS = /\p{L}{3,}/u;
const hasWords = (sentence: string): boolean =>
  WORDS.test(sentence.replaceAll(/\{\{[^}]*\}\}|\b(?:PNG|PDF|SVG)\b/g, ''));

/** Names and words that a language shares with English, by the sentence. */
const SHARED = new Set(
  ['Follicle', 'A4', 'Letter', 'Plan', 'Inspector', 'Norwood {{stage}}', 'Ludwig {{stage}}', 'Symmetry', 'Natural']
    .concat(['Irregularity', 'Normal', 'Name', 'Live', 'Hand', 'Zone', 'Front', 'Glabella', 'Nasion', 'Frontal'])
    .concat(['Juvenile', 'Exclusion', 'Flash', 'Pigment', 'No.', 'Design', 'Juvenil', 'Barba']),
);

afterEach(async () => {
  writeIn('metric');
  await speak('en');
});

describe.each(Object.entries(CATALOGUES))('the catalogue %s', (language, catalogue) => {
  const all = sentences(catalogue);

  it('has a sentence for every key of English, in each form in which the language counts, and no other', () => {
    expect([...all.keys()].sort()).toEqual(keysWanted(language));
  });

  it('leaves no sentence empty that has words in English', () => {
    const empty = [...all].filter(([key, sentence]) => sentence.trim() === '' && (ENGLISH.get(key) ?? '-') !== '');
    expect(empty).toEqual([]);
  });

  it('puts in the same figures', () => {
    for (const [key, sentence] of all) {
      const wanted = figuresIn(ENGLISH.get(key) ?? ENGLISH.get(key.replace(PLURAL, '_other')) ?? '').sort();
      // One or two of a thing may be said in words.
      const inWords = isCounted(key) && !figuresIn(sentence).includes('count');
      const found = [...figuresIn(sentence), ...(inWords && wanted.includes('count') ? ['count'] : [])].sort();
      expect(found, key).toEqual(wanted);
      expect(sentence.split('\n').length, key).toBe((ENGLISH.get(key) ?? sentence).split('\n').length);
    }
  });

  it('says nothing in English but names and words that it shares', () => {
    const left = [...all].filter(
      ([key, sentence]) => ENGLISH.get(key) === sentence && hasWords(sentence) && !SHARED.has(sentence),
    );
    expect(left).toEqual([]);
  });

  it('counts by its own rules without falling back to English', async () => {
    await speak(languageOf([language]));
    for (const base of COUNTED) {
      for (const count of [0, 1, 2, 3, 11, 100, 1_000_000]) {
        const form = new Intl.PluralRules(language).select(count);
        expect(texts.exists(`${base}_${form}`, { fallbackLng: [] }), `${base} ${String(count)}`).toBe(true);
      }
    }
  });

  it('names every button of the studio differently, so that none is taken for another', () => {
    const names = ['undo', 'redo', 'before', 'split', 'fit', 'export', 'openPhoto', 'cases', 'adjust', 'otherPictures']
      .map((key) => all.get(`action.${key}`))
      .concat(
        ['preview.open', 'designs.compare', 'share.button', 'sheet.open', 'settings.title'].map((key) => all.get(key)),
      );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the language spoken', () => {
  it('is the first that the device asks for and the studio has', () => {
    expect(languageOf(['pt-BR', 'en-US'])).toBe('pt');
    expect(languageOf(['fi-FI', 'tr'])).toBe('tr');
    expect(languageOf(['ja'])).toBe('en');
    expect(languageOf([])).toBe('en');
    expect(Object.keys(LANGUAGE_NAMES)).toEqual([...LANGUAGES]);
  });

  it('writes numbers and dates as the reader’s region does, in Arabic with the digits 0–9', async () => {
    const day = Date.UTC(2027, 2, 4);
    const medium = { dateStyle: 'medium', timeZone: 'UTC' } as const;
    await speak('de', ['de-DE']);
    expect(text('plan.dots', { count: 12345 })).toBe('12.345 Punkte');
    expect(formatDate(day, medium)).toBe('04.03.2027');
    await speak('en', ['en-GB']);
    expect(formatDate(day, medium)).toBe('4 Mar 2027');
    await speak('ar', ['ar-EG']);
    expect(formatNumber(12345.5, 1)).toMatch(/^12\D345\D5$/);
    expect(localeOf('ar', ['ar-EG'])).toBe('ar-EG-u-nu-latn');
    expect(text('strip.days', { count: 2 })).toBe('يومان');
    expect(text('strip.days', { count: 11 })).toContain('11');
  });

  it('lies right to left in Arabic alone', async () => {
    for (const language of LANGUAGES) {
      await speak(language);
      expect(texts.dir(), language).toBe(language === 'ar' ? 'rtl' : 'ltr');
    }
  });
});

describe('lengths and areas', () => {
  it('are read in millimetres, centimetres and cm², or in inches, with the same truth', async () => {
    expect([formatLength(152.4), formatHeight(76.2), formatArea(64.516)]).toEqual(['152 mm', '7.6 cm', '64.5 cm²']);
    expect([13.2, 0.19].map(areaErrorFigure)).toEqual(['13', '0.2']);
    writeIn('inches');
    expect([13.2, 0.19].map(areaErrorFigure)).toEqual(['2.0', '0.03']);
    expect([formatLength(152.4), formatHeight(76.2), formatArea(64.516)]).toEqual(['6.00 in', '3.00 in', '10.00 in²']);
    await speak('de');
    expect(formatLength(152.4)).toBe('6,00 Zoll');
  });
});
