import { RadioButton, RadioField, RadioGroup, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SessionPlan } from '../../../core/design/treatment';
import type { ShownMoment } from '../../../core/pigment/time/sessionsAt';
import { LIGHT_CHOICES } from '../../../core/pigment/light/lightChoice';
import controls from '../controls/Controls.module.css';
import { dayAt, placeOfDay, timeStops } from '../timeline/timeScale';
import { momentWords } from './clientWords';
import styles from './ClientControls.module.css';

interface ClientControlsProps {
  readonly plan: SessionPlan;
  readonly moment: ShownMoment;
  readonly onMoment: (change: Partial<ShownMoment>) => void;
}

/** The sessions, the time and the light in the client's own words and at reading size. */
export function ClientControls(props: ClientControlsProps) {
  return (
    <div className={styles.controls}>
      <Steps {...props} />
      <Time {...props} />
    </div>
  );
}

/** The step in figures: a plan may have lost the session that was looked at. */
const stepOf = ({ plan, moment }: ClientControlsProps): number =>
  Math.min(moment.step ?? plan.sessions.length, plan.sessions.length);

function Steps(props: ClientControlsProps) {
  const { t } = useTranslation();
  const count = props.plan.sessions.length;
  return (
    <RadioGroup
      aria-label={t('preview.steps')}
      orientation="horizontal"
      className={styles.steps ?? ''}
      value={String(stepOf(props))}
      onChange={(value) => {
        props.onMoment({ step: Number(value) === count ? null : Number(value) });
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

function Time(props: ClientControlsProps) {
  const { t } = useTranslation();
  const step = stepOf(props);
  const { days } = props.moment;
  // It comes after the last session.
  const touchUpDay = step === props.plan.sessions.length ? props.plan.touchUpDay : null;
  const stops = timeStops(touchUpDay);
  const last = stops.length - 1;
  const place = placeOfDay(days, stops);
  return (
    <div className={styles.time}>
      <p className={styles.when} aria-live="polite">
        <span>{momentWords(step, days, touchUpDay)}</span>
        {step === 0 ? null : <span className={styles.estimate}>{t('preview.estimate')}</span>}
      </p>
      <Light {...props} />
      <Slider
        className={styles.slider ?? ''}
        aria-label={t('preview.time')}
        minValue={0}
        maxValue={last}
        step={0.05}
        isDisabled={step === 0}
        value={place}
        onChange={(next) => {
          props.onMoment({ days: dayAt(next, stops) });
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

function Light({ moment, onMoment }: ClientControlsProps) {
  const { t } = useTranslation();
  return (
    <select
      className={styles.light}
      aria-label={t('preview.light')}
      value={moment.light}
      onChange={(event) => {
        const light = LIGHT_CHOICES.find((each) => each === event.currentTarget.value);
        if (light !== undefined) onMoment({ light });
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
