import { RadioButton, RadioField, RadioGroup, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeDesign } from '../../../core/design/edits';
import { LIGHT_CHOICES } from '../../../core/pigment/lightChoice';
import { sessionStore } from '../../state/sessionStore';
import { useCase, useSession } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { showStep } from '../sessionSteps';
import { dayAt, placeOfDay, timeStops } from '../timeScale';
import { momentWords } from './clientWords';
import styles from './ClientControls.module.css';

/** The sessions, the time and the light in the client's own words and at reading size. */
export function ClientControls() {
  return (
    <div className={styles.controls}>
      <Steps />
      <Time />
    </div>
  );
}

const useSessionCount = (): number =>
  useCase((of) => (of === null ? 0 : (activeDesign(of)?.treatment.plan.sessions.length ?? 0)));

function Steps() {
  const { t } = useTranslation();
  const count = useSessionCount();
  const step = useSession((state) => state.step) ?? count;
  return (
    <RadioGroup
      aria-label={t('preview.steps')}
      orientation="horizontal"
      className={styles.steps ?? ''}
      value={String(Math.min(step, count))}
      onChange={(value) => {
        showStep(Number(value));
      }}
    >
      {Array.from({ length: count + 1 }, (_, each) => (
        <RadioField key={each} value={String(each)}>
          <RadioButton className={styles.step ?? ''}>
            {each === 0 ? t('preview.before') : t('preview.after', { n: each })}
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}

function Time() {
  const { t } = useTranslation();
  const count = useSessionCount();
  const step = useSession((state) => state.step) ?? count;
  const days = useSession((state) => state.days);
  const planned = useCase((of) => (of === null ? null : (activeDesign(of)?.treatment.plan.touchUpDay ?? null)));
  // It comes after the last session.
  const touchUpDay = step >= count ? planned : null;
  const stops = timeStops(touchUpDay);
  const last = stops.length - 1;
  const place = placeOfDay(days, stops);
  return (
    <div className={styles.time}>
      <p className={styles.when} aria-live="polite">
        <span>{momentWords(Math.min(step, count), days, touchUpDay)}</span>
        {step === 0 ? null : <span className={styles.estimate}>{t('preview.estimate')}</span>}
      </p>
      <Light />
      <Slider
        className={styles.slider ?? ''}
        aria-label={t('preview.time')}
        minValue={0}
        maxValue={last}
        step={0.05}
        isDisabled={step === 0}
        value={place}
        onChange={(next) => {
          sessionStore.setState({ days: dayAt(next, stops) });
        }}
      >
        <SliderTrack className={[controls.track, styles.track].join(' ')}>
          <div className={controls.filled} style={{ width: `calc(${String((place / last) * 100)}% + 9px)` }} />
          <SliderThumb className={[controls.thumb, styles.thumb].join(' ')} />
        </SliderTrack>
      </Slider>
    </div>
  );
}

function Light() {
  const { t } = useTranslation();
  const light = useSession((state) => state.light);
  return (
    <select
      className={styles.light}
      aria-label={t('preview.light')}
      value={light}
      onChange={(event) => {
        const next = LIGHT_CHOICES.find((each) => each === event.currentTarget.value);
        if (next !== undefined) sessionStore.setState({ light: next });
      }}
    >
      {LIGHT_CHOICES.map((each) => (
        <option key={each} value={each}>
          {t(`pigment.lights.${each}`)}
        </option>
      ))}
    </select>
  );
}
