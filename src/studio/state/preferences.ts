import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { OwnPigment } from '../../core/design/treatment';
import { withPigment } from '../../core/pigment/ownPigments';
import { checkOwnPigment } from '../../core/pigment/pigments';
import { PACE_DOTS } from '../../core/plan/hours';

export type Theme = 'dark' | 'light';

/** What belongs to this device rather than to a case. */
export interface Preferences {
  readonly theme: Theme;
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
      penMode: null,
      firstLineSeen: false,
      paceDots: PACE_DOTS.default,
      ownPigments: [],
    }),
    {
      name: 'follicle.preferences',
      merge: (stored, initial) =>
        withoutBrokenPigments({ ...initial, ...(stored as Partial<Preferences> | undefined) }),
    },
  ),
);

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
