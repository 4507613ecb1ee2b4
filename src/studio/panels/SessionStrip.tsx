import { RadioButton, RadioField, RadioGroup, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeDesign } from '../../core/design/edits';
import { HEALED_DAY } from '../../core/pigment/healingCurves';
import { sessionStore } from '../state/sessionStore';
import { useCase, useSession } from '../state/useStores';
import controls from './controls/Controls.module.css';
import { dayAt, placeOfDay, TIME_STOPS } from './timeScale';
import styles from './SessionStrip.module.css';

/** Sessions as steps and the time since the last of them: what the client will look like, when. */
export function SessionStrip() {
  const { t } = useTranslation();
  return (
    <section className={styles.strip} aria-label={t('strip.session')}>
      <Steps />
      <Time />
    </section>
  );
}

function Steps() {
  const { t } = useTranslation();
  const count = useCase((of) => (of === null ? 0 : (activeDesign(of)?.treatment.plan.sessions.length ?? 0)));
  const step = useSession((state) => state.step) ?? count;
  return (
    <div className={styles.sessions}>
      <span className={styles.label} aria-hidden>
        {t('strip.session')}
      </span>
      <RadioGroup
        aria-label={t('strip.session')}
        orientation="horizontal"
        className={styles.steps ?? ''}
        value={String(Math.min(step, count))}
        onChange={(value) => {
          const next = Number(value);
          sessionStore.setState({ step: next === count ? null : next });
        }}
      >
        {Array.from({ length: count + 1 }, (_, each) => (
          <RadioField key={each} value={String(each)}>
            <RadioButton
              className={styles.step ?? ''}
              aria-label={each === 0 ? t('strip.before') : t('strip.afterName', { n: each })}
            >
              {each === 0 ? t('strip.before') : t('strip.after', { n: each })}
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
    </div>
  );
}

function Time() {
  const { t } = useTranslation();
  const days = useSession((state) => state.days);
  const before = useSession((state) => state.step === 0);
  return (
    <div
      className={styles.time}
      onDoubleClick={() => {
        sessionStore.setState({ days: HEALED_DAY });
      }}
    >
      <span className={styles.label} aria-hidden>
        {t('strip.time')}
      </span>
      <Slider
        aria-label={t('strip.time')}
        minValue={0}
        maxValue={TIME_STOPS.length - 1}
        step={0.05}
        isDisabled={before}
        value={placeOfDay(days)}
        onChange={(place) => {
          sessionStore.setState({ days: dayAt(place) });
        }}
      >
        <SliderTrack className={controls.track ?? ''}>
          <div
            className={controls.filled}
            style={{ width: `calc(${String((placeOfDay(days) / (TIME_STOPS.length - 1)) * 100)}% + 9px)` }}
          />
          <SliderThumb className={controls.thumb ?? ''} />
        </SliderTrack>
      </Slider>
      <span className={styles.when}>
        <When days={days} /> <span>{days === HEALED_DAY ? t('strip.healed') : t('strip.estimate')}</span>
      </span>
    </div>
  );
}

function When({ days }: { readonly days: number }) {
  const { t } = useTranslation();
  if (days < 1) return t('strip.day0');
  if (days < 60) return t('strip.days', { count: Math.round(days) });
  if (days < 700) return t('strip.months', { count: Math.round(days / 30.4) });
  return t('strip.years', { count: Math.round((days / 365) * 2) / 2 });
}
