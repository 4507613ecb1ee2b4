import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SessionPlan } from '../../../../core/design/treatment';
import { withShares } from '../../../../core/pigment/time/planEdits';
import styles from './Plan.module.css';
import { draftPlan, keepPlan } from './treatmentEdits';

/** All dots as one bar, cut where each session leaves off; the cuts are dragged. */
export function ShareBar({ plan }: { readonly plan: SessionPlan }) {
  const { t } = useTranslation();
  const percents = plan.sessions.map(({ share }) => Math.round(share * 100));
  const cuts = percents.slice(0, -1);
  const planAt = (next: number[]): SessionPlan => withShares(plan, [...next.map((percent) => percent / 100), 1]);
  return (
    <Slider
      aria-label={t('planning.reachedByAll')}
      minValue={1}
      maxValue={99}
      step={1}
      value={cuts}
      isDisabled={cuts.length === 0}
      onChange={(next) => {
        draftPlan(plan, planAt(next));
      }}
      onChangeEnd={(next) => {
        keepPlan(plan, planAt(next));
      }}
    >
      <SliderTrack className={styles.bar ?? ''}>
        {percents.map((percent, session) => {
          const from = percents[session - 1] ?? 0;
          return (
            <span
              key={session}
              className={styles.part}
              aria-hidden
              style={{
                insetInlineStart: `${String(from)}%`,
                width: `${String(percent - from)}%`,
                background: `color-mix(in srgb, var(--quiet) ${String(10 + (35 * (session + 1)) / percents.length)}%, var(--field))`,
              }}
            >
              {percent - from >= 9 ? session + 1 : ''}
            </span>
          );
        })}
        {cuts.map((_, session) => (
          <SliderThumb
            key={session}
            index={session}
            className={styles.cut ?? ''}
            aria-label={t('planning.reachedBy', { n: session + 1 })}
          />
        ))}
      </SliderTrack>
    </Slider>
  );
}
