import { useLayoutEffect, useRef } from 'react';
import { Button, RadioButton, RadioField, RadioGroup, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeDesign } from '../../../core/design/edits';
import { HEALED_DAY } from '../../../core/pigment/time/healingCurves';
import { sessionStore } from '../../state/sessionStore';
import { useCase, useCaseWithDraft, useSession } from '../../state/useStores';
import { text } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import { showStep, showToday } from './sessionSteps';
import { dayAt, placeOfDay, snapped, timeStops } from './timeScale';
import styles from './SessionStrip.module.css';

/** Sessions as steps and the time since the last of them: what the client will look like, when. */
export function SessionStrip() {
  const { t } = useTranslation();
  return (
    <section className={styles.strip} aria-label={t('strip.session')}>
      <Steps />
      <Time />
      <Today />
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
          showStep(Number(value));
        }}
      >
        {Array.from({ length: count + 1 }, (_, each) => (
          <RadioField
            key={each}
            value={String(each)}
            aria-label={each === 0 ? t('strip.before') : t('strip.afterName', { n: each })}
          >
            <RadioButton className={styles.step ?? ''}>
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
  const touchUpDay = useTouchUpDay();
  const stops = timeStops(touchUpDay);
  const before = useSession((state) => state.step === 0);
  const place = placeOfDay(days, stops);
  const last = stops.length - 1;
  const when = whenText(days, touchUpDay);
  const input = useRef<HTMLInputElement>(null);
  const dragging = useRef(false);
  // What a reader hears is the time, not the place on the scale.
  useLayoutEffect(() => {
    input.current?.setAttribute('aria-valuetext', when);
  });
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
        maxValue={last}
        step={0.05}
        isDisabled={before}
        value={place}
        onChange={(next) => {
          sessionStore.setState({ days: dayAt(next, stops) });
        }}
        onChangeEnd={(next) => {
          // Keys go by small steps, which a stop must not swallow.
          if (dragging.current) sessionStore.setState({ days: dayAt(snapped(next), stops) });
          dragging.current = false;
        }}
        onPointerDownCapture={() => {
          dragging.current = true;
        }}
      >
        <SliderTrack className={[controls.track, styles.track].join(' ')}>
          <Stops stops={stops} touchUpDay={touchUpDay} />
          <div className={controls.filled} style={{ width: `calc(${String((place / last) * 100)}% + 9px)` }} />
          <SliderThumb className={controls.thumb ?? ''} inputRef={input} />
        </SliderTrack>
      </Slider>
      <span className={styles.when}>
        {when} <span>{days === HEALED_DAY ? t('strip.healed') : t('strip.estimate')}</span>
      </span>
    </div>
  );
}

/** Only a plan with dates has a today. */
function Today() {
  const { t } = useTranslation();
  const dated = useCase((of) => of !== null && activeDesign(of)?.treatment.plan.firstDate != null);
  if (!dated) return null;
  return (
    <Button className={controls.button ?? ''} onPress={showToday}>
      {t('strip.today')}
    </Button>
  );
}

/** The touch-up while all sessions are shown: it comes after the last of them. */
function useTouchUpDay(): number | null {
  const plan = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.treatment.plan));
  const step = useSession((state) => state.step);
  if (plan === undefined) return null;
  return step === null || step >= plan.sessions.length ? plan.touchUpDay : null;
}

function Stops({ stops, touchUpDay }: { readonly stops: readonly number[]; readonly touchUpDay: number | null }) {
  const last = stops.length - 1;
  return stops.map((day, stop) => (
    <span
      key={day}
      aria-hidden
      className={styles.stop}
      data-touch-up={day === touchUpDay}
      data-edge={stop === 0 ? 'start' : stop === last ? 'end' : undefined}
      style={{ insetInlineStart: `${String((stop / last) * 100)}%` }}
    >
      <span>{stopText(day, touchUpDay)}</span>
    </span>
  ));
}

function stopText(day: number, touchUpDay: number | null): string {
  if (day === touchUpDay) return text('strip.touchUpStop');
  if (touchUpDay !== null && day > touchUpDay && day - touchUpDay < 365) return '';
  if (day < 60) return text('strip.stopDay', { n: day });
  if (day < 365) return text('strip.stopMonth', { n: Math.round(day / 30.4) });
  return text('strip.stopYear', { n: Math.round(day / 365) });
}

/** How long ago the treatment was, in the words of a client. */
function whenText(days: number, touchUpDay: number | null): string {
  if (touchUpDay !== null && days >= touchUpDay) {
    return days === touchUpDay
      ? text('strip.touchUpDay')
      : text('strip.afterTouchUp', { when: sinceText(days - touchUpDay) });
  }
  return sinceText(days);
}

function sinceText(days: number): string {
  if (days < 1) return text('strip.day0');
  if (days < 60) return text('strip.days', { count: Math.round(days) });
  if (days < 700) return text('strip.months', { count: Math.round(days / 30.4) });
  return text('strip.years', { count: Math.round((days / 365) * 2) / 2 });
}
