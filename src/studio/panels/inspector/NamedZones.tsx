import { useTranslation } from 'react-i18next';

export function NamedZones() {
  useTranslation();
  return null;
}
