import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { locale } from '../texts/texts';

/** Tells the controls within how numbers are written and which way is forward. */
export function Spoken({ children }: { readonly children: React.ReactNode }) {
  useTranslation();
  return <I18nProvider locale={locale()}>{children}</I18nProvider>;
}
