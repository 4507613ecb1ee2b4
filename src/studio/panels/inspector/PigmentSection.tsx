import { Pipette } from 'lucide-react';
import { RadioButton, RadioField, RadioGroup, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeDesign } from '../../../core/design/edits';
import type { Fitzpatrick, PlannedSession, Treatment } from '../../../core/design/treatment';
import { depthWarning, DEPTH_RANGE } from '../../../core/pigment/depth';
import { DILUTION_RANGE } from '../../../core/pigment/dilution';
import { LIGHT_CHOICES, type LightChoice } from '../../../core/pigment/lightChoice';
import { NEEDLE_RANGE } from '../../../core/pigment/needle';
import { absorptionOf, PALETTE, swatchOf } from '../../../core/pigment/pigments';
import { defaultPlan, SESSION_COUNT } from '../../../core/pigment/sessions';
import { setTool } from '../../canvas/toolDesk';
import { commit } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { useCaseWithDraft, useSession } from '../../state/useStores';
import { formatNumber } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import { NumberSlider } from '../controls/NumberSlider';
import dialogs from '../dialogs/Dialogs.module.css';
import { Choice } from './Choice';
import styles from './Inspector.module.css';

const SKIN_TYPES: readonly Fitzpatrick[] = [1, 2, 3, 4, 5, 6];

/** What the dots are made with and how the skin takes it; one undo step each. */
export function PigmentSection() {
  const treatment = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.treatment));
  const { t } = useTranslation();
  if (treatment === undefined) return null;
  return (
    <>
      <PickColour />
      <PigmentRows treatment={treatment} />
      <NeedleRows treatment={treatment} />
      <HealingRows treatment={treatment} />
      <LightChoices />
      <p className={styles.quiet}>{t('pigment.estimate')}</p>
    </>
  );
}

function PickColour() {
  const { t } = useTranslation();
  const picking = useSession((state) => state.tool === 'pick');
  return (
    <div className={styles.stack}>
      <ToggleButton
        className={[controls.button, styles.pick].join(' ')}
        isSelected={picking}
        onChange={(selected) => {
          setTool(selected ? 'pick' : 'select');
        }}
      >
        <Pipette size={18} aria-hidden />
        {t('pick.button')}
      </ToggleButton>
      <p className={styles.quiet}>{picking ? t('hint.pickHair') : t('pick.help')}</p>
    </div>
  );
}

interface RowsProps {
  readonly treatment: Treatment;
}

const set = (treatment: Partial<Treatment>) => ({ type: 'setTreatment' as const, treatment });

/** The same for every session: what differs between them is edited with the plan. */
const everySession = (treatment: Treatment, change: Partial<PlannedSession>) =>
  set({
    plan: { ...treatment.plan, sessions: treatment.plan.sessions.map((each) => ({ ...each, ...change })) },
  });

const draft = (edit: ReturnType<typeof set>): void => {
  sessionStore.setState({ draft: edit });
};

const keep = (edit: ReturnType<typeof set>): void => {
  sessionStore.setState({ draft: null });
  commit(edit);
};

function PigmentRows({ treatment }: RowsProps) {
  const { t } = useTranslation();
  const { pigment, ownPigments, plan } = treatment;
  const first = pigment.kind === 'mix' ? pigment.firstId : pigment.pigmentId;
  const second = pigment.kind === 'mix' ? pigment.secondId : null;
  const dilution = plan.sessions.at(-1)?.dilution ?? DILUTION_RANGE.default;
  const absorption = absorptionOf(pigment, ownPigments);
  const [red, green, blue] = absorption.ok ? swatchOf(absorption.value, dilution) : [0, 0, 0];
  const names = PALETTE.map(({ id }) => ({ value: id, name: t(`pigment.names.${id}`) }));
  const choose = (firstId: string, secondId: string | null, share = 0.5): void => {
    keep(
      set({
        pigment: secondId === null ? { kind: 'single', pigmentId: firstId } : { kind: 'mix', firstId, secondId, share },
      }),
    );
  };
  return (
    <>
      <Choice
        name={t('pigment.pigment')}
        value={first}
        options={names}
        swatch={`rgb(${String(red)} ${String(green)} ${String(blue)})`}
        onChange={(id) => {
          choose(id, second, pigment.kind === 'mix' ? pigment.share : 0.5);
        }}
      />
      <Choice
        name={t('pigment.second')}
        value={second ?? ''}
        options={[{ value: '', name: t('pigment.none') }, ...names]}
        onChange={(id) => {
          choose(first, id === '' ? null : id, pigment.kind === 'mix' ? pigment.share : 0.5);
        }}
      />
      {pigment.kind === 'mix' ? (
        <NumberSlider
          name={t('pigment.share')}
          unit=""
          range={{ min: 0.05, max: 0.95, step: 0.05, default: 0.5 }}
          value={pigment.share}
          onDraft={(share) => {
            draft(set({ pigment: { ...pigment, share } }));
          }}
          onCommit={(share) => {
            keep(set({ pigment: { ...pigment, share } }));
          }}
        />
      ) : null}
      <NumberSlider
        name={t('pigment.dilution')}
        unit={t('pigment.dilutionUnit')}
        range={DILUTION_RANGE}
        value={dilution}
        note={t('pigment.dilutionHelp')}
        onDraft={(next) => {
          draft(everySession(treatment, { dilution: next }));
        }}
        onCommit={(next) => {
          keep(everySession(treatment, { dilution: Math.round(next) }));
        }}
      />
    </>
  );
}

function NeedleRows({ treatment }: RowsProps) {
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

function HealingRows({ treatment }: RowsProps) {
  const { t } = useTranslation();
  const { healing } = treatment;
  const withSkin = (skin: Partial<typeof healing.skin>): void => {
    keep(set({ healing: { ...healing, skin: { ...healing.skin, ...skin } } }));
  };
  return (
    <>
      <Choice
        name={t('pigment.skin')}
        value={String(healing.skin.type ?? '')}
        options={[
          { value: '', name: t('pigment.skinNone') },
          ...SKIN_TYPES.map((type) => ({ value: String(type), name: t(`pigment.skinTypes.${String(type)}`) })),
        ]}
        onChange={(type) => {
          withSkin({ type: SKIN_TYPES.find((each) => String(each) === type) ?? null });
        }}
      />
      <Choice
        name={t('pigment.oiliness')}
        value={healing.skin.oiliness}
        options={(['dry', 'normal', 'oily'] as const).map((value) => ({
          value,
          name: t(`pigment.oilinesses.${value}`),
        }))}
        onChange={(oiliness) => {
          withSkin({ oiliness });
        }}
      />
      <Choice
        name={t('pigment.sun')}
        value={healing.skin.sun}
        options={(['little', 'some', 'much'] as const).map((value) => ({ value, name: t(`pigment.suns.${value}`) }))}
        onChange={(sun) => {
          withSkin({ sun });
        }}
      />
      <Choice
        name={t('pigment.kind')}
        value={healing.kind}
        options={(['permanent', 'temporary'] as const).map((value) => ({ value, name: t(`pigment.kinds.${value}`) }))}
        onChange={(kind) => {
          keep(set({ healing: { ...healing, kind } }));
        }}
      />
    </>
  );
}

function LightChoices() {
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
