import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

export type Theme = 'dark' | 'light';

/** What belongs to this device rather than to a case. */
export interface Preferences {
  readonly theme: Theme;
  /** Once a pen was seen, fingers pan and zoom only. Null: no pen seen yet. */
  readonly penMode: boolean | null;
  readonly firstLineSeen: boolean;
}

export const preferences = createStore<Preferences>()(
  persist((): Preferences => ({ theme: 'dark', penMode: null, firstLineSeen: false }), {
    name: 'follicle.preferences',
  }),
);

/** Puts the theme on the page, now and whenever it changes; before anything that reads the page's colours. */
export function wearTheme(): void {
  const wear = ({ theme }: Preferences): void => {
    document.documentElement.dataset['theme'] = theme;
  };
  wear(preferences.getState());
  preferences.subscribe(wear);
}
