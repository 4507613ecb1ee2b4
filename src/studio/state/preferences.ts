import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { OwnPigment } from '../../core/design/treatment';
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
    },
  ),
);

/** Puts the theme on the page, now and whenever it changes; before anything that reads the page's colours. */
export function wearTheme(): void {
  const wear = ({ theme }: Preferences): void => {
    document.documentElement.dataset['theme'] = theme;
  };
  wear(preferences.getState());
  preferences.subscribe(wear);
}
