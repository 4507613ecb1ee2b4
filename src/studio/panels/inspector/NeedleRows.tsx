import { useTranslation } from 'react-i18next';
import { DEPTH_RANGE, depthWarning } from '../../../core/pigment/depth';
import { NEEDLE_RANGE } from '../../../core/pigment/needle';
import { defaultPlan, SESSION_COUNT } from '../../../core/pigment/sessions';
import { sessionStore } from '../../state/sessionStore';
import { formatNumber } from '../../texts/texts';
import { NumberSlider } from '../controls/NumberSlider';
import { Choice } from './Choice';
import styles from './Inspector.module.css';
import { draft, everySession, keep, set, type TreatmentProps } from './treatmentEdits';

/** How deep and with what the dots are set, and in how many sessions. */
export function NeedleRows({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const last = treatment.plan.sessions.at(-1);
  if (last === undefined) return null;
  const { depthMm, needle } = last;
  const warning = depthWarning(depthMm, treatment.healing.skin.type);
  const mm = (value: number): string => formatNumber(value, value % 1 === 0 ? 0 : 2);
  return (
    <>
      <NumberSlider
        name={t('pigment.depth')}
        unit="mm"
        range={DEPTH_RANGE}
        value={depthMm}
        onDraft={(next) => {
          draft(everySession(treatment, { depthMm: next }));
        }}
        onCommit={(next) => {
          keep(everySession(treatment, { depthMm: Number(next.toFixed(2)) }));
        }}
      />
      {warning === null ? null : (
        <p className={styles.warning}>
          {warning.kind === 'blueShift'
            ? t('pigment.blueShift', { mm: mm(warning.limitMm) })
            : t('pigment.notCareful', { min: mm(warning.minMm), max: mm(warning.maxMm) })}
        </p>
      )}
      <Choice
        name={t('pigment.needle')}
        value={needle.kind}
        options={(['1RL', '3RL'] as const).map((value) => ({ value, name: t(`pigment.needleKinds.${value}`) }))}
        onChange={(kind) => {
          keep(everySession(treatment, { needle: { ...needle, kind: kind === '1RL' ? '1RL' : '3RL' } }));
        }}
      />
      <NumberSlider
        name={t('pigment.needleSize')}
        unit="mm"
        range={NEEDLE_RANGE}
        value={needle.diameterMm}
        onDraft={(diameterMm) => {
          draft(everySession(treatment, { needle: { ...needle, diameterMm } }));
        }}
        onCommit={(diameterMm) => {
          keep(everySession(treatment, { needle: { ...needle, diameterMm: Number(diameterMm.toFixed(2)) } }));
        }}
      />
      <Choice
        name={t('pigment.sessions')}
        value={String(treatment.plan.sessions.length)}
        options={Array.from({ length: SESSION_COUNT.max }, (_, i) => ({ value: String(i + 1), name: String(i + 1) }))}
        onChange={(count) => {
          const { sessions } = defaultPlan(Number(count));
          const { dilution } = last;
          keep(
            set({
              plan: { ...treatment.plan, sessions: sessions.map((each) => ({ ...each, dilution, depthMm, needle })) },
            }),
          );
          sessionStore.setState({ step: null });
        }}
      />
    </>
  );
}
