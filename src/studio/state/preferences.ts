import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { OwnPigment } from '../../core/design/treatment';
import { withPigment } from '../../core/pigment/colour/ownPigments';
import { checkOwnPigment } from '../../core/pigment/colour/pigments';
import { PACE_DOTS } from '../../core/plan/hours';
import type { Result } from '../../core/result';
import { LANGUAGES, languageOf, localeOf, type Language } from '../texts/languages';
import { UNITS, writeIn, type Units } from '../texts/measures';
import { locale, speak, texts } from '../texts/texts';

export type Theme = 'dark' | 'light';

/** What belongs to this device rather than to a case. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
  /** What lengths and areas on the head are read in. */
  readonly units: Units;
  /** Once a pen was seen, fingers pan and zoom only. Null: no pen seen yet. */
  readonly penMode: boolean | null;
  readonly firstLineSeen: boolean;
  /** Dots that this technician lays in PACE_HOURS. */
  readonly paceDots: number;
  /** Pigments entered on this device, offered in every case. */
  readonly ownPigments: readonly OwnPigment[];
}

export const preferences = createStore<Preferences>()(
  persist(
    (): Preferences => ({
      theme: 'dark',
      language: languageOf(deviceLanguages()),
      units: 'metric',
      penMode: null,
      firstLineSeen: false,
      paceDots: PACE_DOTS.default,
      ownPigments: [],
    }),
    {
      name: 'follicle.preferences',
      merge: (stored, initial) =>
        withKnownChoices(withoutBrokenPigments({ ...initial, ...(stored as Partial<Preferences> | undefined) })),
    },
  ),
);

/** The languages that the device asks for, best first. */
function deviceLanguages(): readonly string[] {
  return typeof document === 'undefined' ? [] : navigator.languages;
}

/**
 * A language or unit that this version does not offer is as good as none chosen. A declaration, like all that the store
 * above calls while it is being made.
 */
function withKnownChoices(read: Preferences): Preferences {
  return {
    ...read,
    language: LANGUAGES.includes(read.language) ? read.language : languageOf(deviceLanguages()),
    units: UNITS.includes(read.units) ? read.units : 'metric',
  };
}

/** What an older version or another hand has stored is not trusted to be a pigment: one that is none is left out. */
function withoutBrokenPigments(read: Preferences): Preferences {
  const stored: readonly unknown[] = Array.isArray(read.ownPigments) ? read.ownPigments : [];
  return { ...read, ownPigments: stored.flatMap((each) => (isPigment(each) ? [each] : [])) };
}

function isPigment(stored: unknown): stored is OwnPigment {
  const { id, name, absorption } = (stored ?? {}) as { readonly [Field in keyof OwnPigment]?: unknown };
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(absorption)) return false;
  const channels: readonly unknown[] = absorption;
  const [red, green, blue] = channels;
  if (typeof red !== 'number' || typeof green !== 'number' || typeof blue !== 'number') return false;
  return channels.length === 3 && checkOwnPigment({ id, name, absorption: [red, green, blue] }).ok;
}

/** Another tab's own pigments are taken over, so that neither writes over the other's. Called once. */
export function followOtherTabs(): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === preferences.persist.getOptions().name) void preferences.persist.rehydrate();
  });
}

/** Keeps an own pigment on this device, in place of an older one of its id. */
export const keepPigment = (pigment: OwnPigment): void => {
  preferences.setState(({ ownPigments }) => ({ ownPigments: withPigment(ownPigments, pigment) }));
};

export const dropPigment = (pigmentId: string): void => {
  preferences.setState(({ ownPigments }) => ({ ownPigments: ownPigments.filter(({ id }) => id !== pigmentId) }));
};

/** Puts the theme on the page, now and whenever it changes; before anything that reads the page's colours. */
export function wearTheme(): void {
  const wear = ({ theme }: Preferences): void => {
    document.documentElement.dataset['theme'] = theme;
  };
  wear(preferences.getState());
  preferences.subscribe(wear);
}

/** Speaks a language from now on and remembers it; the one before stays where its catalogue can't be had. */
export async function chooseLanguage(language: Language): Promise<Result<void, 'notFetched'>> {
  const spoken = await speak(language, deviceLanguages());
  if (spoken.ok) preferences.setState({ language });
  return spoken;
}

/**
 * Speaks and measures as this device has chosen, now and whenever that changes, and tells the page its language and
 * the way that it is read. Returns once the first catalogue is there; where that can't be had, it stays with English.
 */
export async function wearLanguage(): Promise<void> {
  const tellPage = (): void => {
    document.documentElement.lang = texts.language;
    document.documentElement.dir = texts.dir();
  };
  const wear = async ({ language, units }: Preferences): Promise<void> => {
    writeIn(units);
    const asked = deviceLanguages();
    if (texts.language !== language || locale() !== localeOf(language, asked)) await speak(language, asked);
  };
  texts.on('languageChanged', tellPage);
  preferences.subscribe((now, before) => {
    void wear(now);
    // Whoever has drawn words has drawn figures too, and draws both anew.
    if (now.units !== before.units) texts.emit('languageChanged', texts.language);
  });
  await wear(preferences.getState());
  tellPage();
}
