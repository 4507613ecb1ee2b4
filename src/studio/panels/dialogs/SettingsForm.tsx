import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, preferences } from '../../state/preferences';
import { sessionStore } from '../../state/sessionStore';
import { usePreferences } from '../../state/useStores';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../texts/languages';
import { UNITS } from '../../texts/measures';
import controls from '../controls/Controls.module.css';
import { Choice } from '../inspector/Choice';
import inspector from '../inspector/Inspector.module.css';
import styles from './Dialogs.module.css';

const THEMES = ['dark', 'light'] as const;

/** What belongs to this device: language, units and surroundings. */
export function SettingsForm() {
  const { t } = useTranslation();
  const { language, units, theme } = usePreferences((state) => state);
  const [refused, setRefused] = useState(false);
  const choose = async (chosen: Language): Promise<void> => {
    setRefused(!(await chooseLanguage(chosen)).ok);
  };
  return (
    <>
      <div className={inspector.stack}>
        <Choice
          name={t('settings.language')}
          value={language}
          options={LANGUAGES.map((each) => ({ value: each, name: LANGUAGE_NAMES[each] }))}
          onChange={(chosen) => void choose(chosen)}
        />
        <span role="status" className={inspector.warning} hidden={!refused}>
          {refused ? t('settings.notFetched') : ''}
        </span>
      </div>
      <div className={inspector.stack}>
        <Choice
          name={t('settings.units')}
          value={units}
          options={UNITS.map((each) => ({ value: each, name: t(`settings.unitsOf.${each}`) }))}
          onChange={(chosen) => {
            preferences.setState({ units: chosen });
          }}
        />
        <span className={inspector.quiet}>{t('settings.unitsHelp')}</span>
      </div>
      <Choice
        name={t('settings.theme')}
        value={theme}
        options={THEMES.map((each) => ({ value: each, name: t(`settings.themes.${each}`) }))}
        onChange={(chosen) => {
          preferences.setState({ theme: chosen });
        }}
      />
      <div className={styles.row}>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            sessionStore.setState({ dialog: 'keys' });
          }}
        >
          {t('action.keys')}
        </Button>
      </div>
    </>
  );
}
