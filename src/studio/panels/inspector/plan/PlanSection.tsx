import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SessionPlan } from '../../../../core/design/treatment';
import { canAddSession, PLAN_PRESETS, withSessionAdded, withShares } from '../../../../core/pigment/time/planEdits';
import { sharesOf, shownShare } from '../../../../core/pigment/time/sessions';
import { PACE_DOTS, PACE_HOURS } from '../../../../core/plan/hours';
import { sessionWork } from '../../../../core/plan/sessionWork';
import { preferences } from '../../../state/preferences';
import { sessionStore } from '../../../state/sessionStore';
import { usePreferences, useSession } from '../../../state/useStores';
import { formatNumber } from '../../../texts/texts';
import controls from '../../controls/Controls.module.css';
import { NumberSlider } from '../../controls/NumberSlider';
import { FoldingRows } from '../FoldingRow';
import inspector from '../Inspector.module.css';
import { HealingCurveRows } from './HealingCurveRows';
import { HealingRows } from './HealingRows';
import styles from './Plan.module.css';
import { SessionCard } from './SessionCard';
import { ShareBar } from './ShareBar';
import { TouchUpRows } from './TouchUpRows';
import { keepPlan, useTreatment, type TreatmentProps } from './treatmentEdits';

/** In which sessions the dots are set, with what, when, and how they heal. */
export function PlanSection() {
  const treatment = useTreatment();
  const { t } = useTranslation();
  if (treatment === undefined) return null;
  return (
    <>
      <Presets plan={treatment.plan} />
      <ShareBar plan={treatment.plan} />
      <Sessions treatment={treatment} />
      <TouchUpRows treatment={treatment} />
      <h3 className={styles.group}>{t('planning.healing')}</h3>
      <HealingRows treatment={treatment} />
      <HealingCurveRows treatment={treatment} />
      <p className={inspector.quiet}>{t('pigment.estimate')}</p>
    </>
  );
}

/** Shows the outcome of the whole plan again: a step of the old plan may mean another one now. */
function takePlan(before: SessionPlan, plan: SessionPlan): void {
  if (keepPlan(before, plan) === null) sessionStore.setState({ step: null });
}

function Presets({ plan }: { readonly plan: SessionPlan }) {
  const { t } = useTranslation();
  const now = sharesOf(plan).join();
  return (
    <div className={styles.presets} role="group" aria-label={t('planning.presets')}>
      {PLAN_PRESETS.map((shares) => (
        <Button
          key={shares.join()}
          className={styles.preset ?? ''}
          data-current={shares.join() === now}
          onPress={() => {
            takePlan(plan, withShares(plan, shares));
          }}
        >
          {shares.length === 1
            ? t('planning.one')
            : t('planning.preset', { shares: shares.map((share) => formatNumber(share * 100)).join(' / ') })}
        </Button>
      ))}
    </div>
  );
}

function Sessions({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const { plan } = treatment;
  const paceDots = usePreferences((state) => state.paceDots);
  const all = useAllDots(plan);
  const work = all === null ? [] : sessionWork(plan, all, paceDots);
  return (
    <>
      <FoldingRows>
        {plan.sessions.map((_, session) => (
          <SessionCard key={session} treatment={treatment} session={session} work={work[session]} />
        ))}
      </FoldingRows>
      <Button
        className={[controls.button, styles.wide].join(' ')}
        isDisabled={!canAddSession(plan)}
        onPress={() => {
          takePlan(plan, withSessionAdded(plan));
        }}
      >
        <Plus size={16} aria-hidden />
        {t('planning.add')}
      </Button>
      <NumberSlider
        name={t('planning.pace')}
        unit={t('planning.paceUnit', { hours: PACE_HOURS })}
        range={PACE_DOTS}
        value={paceDots}
        note={t('planning.paceHelp')}
        onDraft={setPace}
        onCommit={setPace}
      />
    </>
  );
}

const setPace = (paceDots: number): void => {
  preferences.setState({ paceDots: Math.round(paceDots) });
};

/** Dots of all sessions together, worked out from those that stand; the last known while the picture is being made. */
function useAllDots(plan: SessionPlan): number | null {
  const dots = useSession((state) => state.figures.dots);
  const busy = useSession((state) => state.figures.busy);
  const step = useSession((state) => state.step);
  const share = shownShare(plan, step ?? plan.sessions.length);
  const [known, setKnown] = useState<number | null>(null);
  const now = busy || share === 0 ? known : Math.round(dots / share);
  if (now !== known) setKnown(now);
  return now;
}
