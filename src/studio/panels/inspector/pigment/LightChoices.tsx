import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LIGHT_CHOICES, type LightChoice } from '../../../../core/pigment/light/lightChoice';
import { sessionStore } from '../../../state/sessionStore';
import { useSession } from '../../../state/useStores';
import dialogs from '../../dialogs/Dialogs.module.css';
import styles from '../Inspector.module.css';

/** The light in which the added dots are judged; the photo itself is never relit. */
export function LightChoices() {
  const { t } = useTranslation();
  const light = useSession((state) => state.light);
  return (
    <div className={styles.stack}>
      <span aria-hidden>{t('pigment.light')}</span>
      <RadioGroup
        aria-label={t('pigment.light')}
        className={dialogs.options ?? ''}
        value={light}
        onChange={(value) => {
          const next: LightChoice | undefined = LIGHT_CHOICES.find((each) => each === value);
          if (next !== undefined) sessionStore.setState({ light: next });
        }}
      >
        {LIGHT_CHOICES.map((each) => (
          <RadioField key={each} value={each}>
            <RadioButton className={[dialogs.option, styles.small].join(' ')}>
              {t(`pigment.lights.${each}`)}
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
    </div>
  );
}
