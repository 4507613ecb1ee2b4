import { MonitorUp, Send } from 'lucide-react';
import { Button, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { release, setScreenMode, showOnSecondScreen, stopSecondScreen } from '../../flows/client/secondScreen';
import { SCREEN_MODES } from '../../state/sessionStore';
import { useSession } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import shelf from '../shelf/Shelf.module.css';
import styles from './SecondScreen.module.css';

/** What the technician says of the client's own screen: whether it follows, stays as it is, or is blank. */
export function SecondScreen() {
  const { t } = useTranslation();
  const screen = useSession((state) => state.screen);
  return (
    <>
      <div className={shelf.head}>
        <h2>{t('screen.title')}</h2>
      </div>
      {screen === null ? <p className={shelf.quiet}>{t('screen.help')}</p> : <Modes mode={screen.mode} />}
      <div className={shelf.foot}>
        {screen?.connected === true ? null : (
          <Button className={controls.primary ?? ''} onPress={showOnSecondScreen}>
            <MonitorUp size={18} aria-hidden />
            {t('screen.show')}
          </Button>
        )}
        {screen?.mode === 'frozen' ? (
          <Button className={controls.primary ?? ''} onPress={release}>
            <Send size={18} aria-hidden />
            {t('screen.release')}
          </Button>
        ) : null}
        {screen === null ? null : (
          <Button className={controls.button ?? ''} onPress={stopSecondScreen}>
            {t('screen.stop')}
          </Button>
        )}
      </div>
      {screen !== null && !screen.connected ? <p className={shelf.quiet}>{t('screen.away')}</p> : null}
    </>
  );
}

function Modes({ mode }: { readonly mode: (typeof SCREEN_MODES)[number] }) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      aria-label={t('screen.title')}
      className={styles.modes ?? ''}
      value={mode}
      onChange={(value) => {
        const next = SCREEN_MODES.find((each) => each === value);
        if (next !== undefined) setScreenMode(next);
      }}
    >
      {SCREEN_MODES.map((each) => (
        <RadioField key={each} value={each}>
          <RadioButton className={styles.mode ?? ''}>
            <strong>{t(`screen.modes.${each}`)}</strong>
            <span>{t(`screen.modesHelp.${each}`)}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
