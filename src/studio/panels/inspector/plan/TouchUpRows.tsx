import { useTranslation } from 'react-i18next';
import { TOUCH_UP_DAYS } from '../../../../core/pigment/time/sessions';
import { sessionStore } from '../../../state/sessionStore';
import { NumberSlider } from '../../controls/NumberSlider';
import { Switch } from '../../controls/Switch';
import inspector from '../Inspector.module.css';
import styles from './Plan.module.css';
import { draftPlan, keepPlan, type TreatmentProps } from './treatmentEdits';

const DAYS_IN_YEAR = 365;
/** TOUCH_UP_DAYS as technicians say it. */
const YEARS = {
  min: 0.5,
  max: TOUCH_UP_DAYS.max / DAYS_IN_YEAR,
  step: 0.5,
  default: TOUCH_UP_DAYS.default / DAYS_IN_YEAR,
};

/** Whether all dots are gone over once more, and when; the time slider then stops there. */
export function TouchUpRows({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const { plan } = treatment;
  const { touchUpDay } = plan;
  const at = (years: number) => ({ ...plan, touchUpDay: Math.round(years * DAYS_IN_YEAR) });
  return (
    <>
      <Switch
        name={t('planning.touchUp')}
        on={touchUpDay !== null}
        className={styles.touchUp}
        onChange={(on) => {
          keepPlan(plan, { ...plan, touchUpDay: on ? TOUCH_UP_DAYS.default : null });
        }}
      />
      {touchUpDay === null ? (
        <p className={inspector.quiet}>{t('planning.touchUpHelp')}</p>
      ) : (
        <NumberSlider
          name={t('planning.touchUpAfter')}
          unit={t('planning.years')}
          range={YEARS}
          value={touchUpDay / DAYS_IN_YEAR}
          note={t('planning.touchUpNote')}
          onDraft={(years) => {
            draftPlan(plan, at(years));
          }}
          onCommit={(years) => {
            if (keepPlan(plan, at(years)) === null) sessionStore.setState({ step: null });
          }}
        />
      )}
    </>
  );
}
