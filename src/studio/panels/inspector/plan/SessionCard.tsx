import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PlannedSession, SessionPlan } from '../../../../core/design/treatment';
import {
  daysBefore,
  sharePercentRange,
  withDaysBefore,
  withoutSession,
  withSession,
} from '../../../../core/pigment/time/planEdits';
import { DAYS_APART, dateOfSession, withSessionDate } from '../../../../core/pigment/time/sessions';
import type { SessionWork } from '../../../../core/plan/sessionWork';
import { sessionStore } from '../../../state/sessionStore';
import { formatNumber, text } from '../../../texts/texts';
import controls from '../../controls/Controls.module.css';
import { NumberSlider } from '../../controls/NumberSlider';
import { DateEntry } from '../DateEntry';
import { formatDate } from '../dates';
import { FoldingRow } from '../FoldingRow';
import inspector from '../Inspector.module.css';
import { DilutionRow, NeedleRows } from './NeedleRows';
import { planSentence } from './planProblem';
import styles from './Plan.module.css';
import { draftPlan, keepPlan, type TreatmentProps } from './treatmentEdits';

/** Days between two sessions that a slider offers; a date goes further. Practitioners' word is 7–28. */
const APART_RANGE = { min: 1, max: 120, step: 1, default: DAYS_APART };

/**
 * Dots of a session are foretold to about so many, in round figures: worked out from those that are shown, they differ by some
 * tens with the session that is. Our choice.
 */
const rounded = (dots: number): number => {
  const step = dots < 1000 ? 10 : 100;
  return Math.round(dots / step) * step;
};

interface SessionCardProps extends TreatmentProps {
  readonly session: number;
  readonly work: SessionWork | undefined;
}

/** One session of the plan: its figures in one line, and a tap away all that is done in it. */
export function SessionCard({ treatment, session, work }: SessionCardProps) {
  const { t } = useTranslation();
  const { plan } = treatment;
  const planned = plan.sessions[session];
  if (planned === undefined) return null;
  return (
    <FoldingRow
      id={String(session)}
      level={4}
      className={styles.card}
      head={() => (
        <>
          <span className={styles.ordinal} aria-hidden>
            {session + 1}
          </span>
          <span className={styles.cardTitle}>
            <span>
              {t('planning.session', { n: session + 1 })}{' '}
              <span className={inspector.quiet}>{whenOf(plan, session)}</span>
            </span>
            {work === undefined ? null : (
              <span className={inspector.quiet}>
                {t('planning.adds', {
                  count: rounded(work.dots),
                  hours: formatNumber(work.hours, 1),
                })}
              </span>
            )}
          </span>
          <span className={styles.reached}>{t('planning.percent', { percent: percentOf(planned) })}</span>
        </>
      )}
    >
      <div className={styles.cardFields}>
        <SessionFields treatment={treatment} session={session} planned={planned} />
      </div>
    </FoldingRow>
  );
}

function whenOf(plan: SessionPlan, session: number): string {
  const date = dateOfSession(plan, session);
  if (date !== null) return formatDate(date);
  return session > 0 ? text('planning.later', { count: daysBefore(plan, session) }) : '';
}

interface SessionFieldsProps extends TreatmentProps {
  readonly session: number;
  readonly planned: PlannedSession;
}

function SessionFields({ treatment, session, planned }: SessionFieldsProps) {
  const { t } = useTranslation();
  const { plan } = treatment;
  const [problem, setProblem] = useState<string | null>(null);
  const take = (next: SessionPlan): void => {
    const refused = keepPlan(plan, next);
    setProblem(refused === null ? null : planSentence(refused));
  };
  const change = (to: Partial<PlannedSession>) => withSession(plan, session, to);
  const onDraft = (to: Partial<PlannedSession>): void => {
    draftPlan(plan, change(to));
  };
  const onCommit = (to: Partial<PlannedSession>): void => {
    take(change(to));
  };
  return (
    <>
      <ShareRow plan={plan} session={session} planned={planned} onDraft={onDraft} onCommit={onCommit} />
      {session === 0 ? null : (
        <NumberSlider
          name={t('planning.apart', { n: session })}
          unit={t('planning.days')}
          range={APART_RANGE}
          value={daysBefore(plan, session)}
          onDraft={(days) => {
            draftPlan(plan, withDaysBefore(plan, session, Math.round(days)));
          }}
          onCommit={(days) => {
            take(withDaysBefore(plan, session, Math.round(days)));
          }}
        />
      )}
      <DateEntry
        name={t('planning.date')}
        value={dateOfSession(plan, session)}
        problem={problem}
        onCommit={(date) => {
          const dated = date === null ? null : withSessionDate(plan, session, date);
          if (dated === null) take({ ...plan, firstDate: null });
          else if (dated.ok) take(dated.value);
          else setProblem(planSentence(dated.error));
        }}
      />
      <DilutionRow session={planned} onDraft={onDraft} onCommit={onCommit} />
      <NeedleRows session={planned} skin={treatment.healing.skin.type} onDraft={onDraft} onCommit={onCommit} />
      {plan.sessions.length === 1 ? null : (
        <Button
          className={[controls.button, styles.remove].join(' ')}
          onPress={() => {
            take(withoutSession(plan, session));
            sessionStore.setState({ step: null });
          }}
        >
          <Trash2 size={16} aria-hidden />
          {t('planning.remove', { n: session + 1 })}
        </Button>
      )}
    </>
  );
}

interface ShareRowProps {
  readonly plan: SessionPlan;
  readonly session: number;
  readonly planned: PlannedSession;
  readonly onDraft: (to: Partial<PlannedSession>) => void;
  readonly onCommit: (to: Partial<PlannedSession>) => void;
}

/** The last session always reaches all dots, so it has nothing to choose. */
function ShareRow({ plan, session, planned, onDraft, onCommit }: ShareRowProps) {
  const { t } = useTranslation();
  const range = sharePercentRange(plan, session);
  if (range === null) return <p className={inspector.quiet}>{t('planning.lastReachesAll')}</p>;
  return (
    <NumberSlider
      name={t('planning.reaches')}
      unit={t('planning.ofAllDots')}
      range={{ ...range, step: 1, default: percentOf(planned) }}
      value={percentOf(planned)}
      onDraft={(percent) => {
        onDraft({ share: Math.round(percent) / 100 });
      }}
      onCommit={(percent) => {
        onCommit({ share: Math.round(percent) / 100 });
      }}
    />
  );
}

const percentOf = ({ share }: PlannedSession): number => Math.round(share * 100);
