import { Pipette } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeDesign } from '../../../core/design/edits';
import { DILUTION_RANGE } from '../../../core/pigment/dilution';
import { absorptionOf, PALETTE, swatchOf } from '../../../core/pigment/pigments';
import { setTool } from '../../canvas/toolDesk';
import { useCaseWithDraft, useSession } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { NumberSlider } from '../controls/NumberSlider';
import { Choice } from './Choice';
import { LightChoices } from './LightChoices';
import { DilutionRow, NeedleRows } from './NeedleRows';
import { SkinRows } from './SkinRows';
import styles from './Inspector.module.css';
import { draft, everySession, keep, set, type TreatmentProps } from './treatmentEdits';

/** What the dots are made with and how the skin takes it; one undo step each. */
export function PigmentSection() {
  const treatment = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.treatment));
  const { t } = useTranslation();
  if (treatment === undefined) return null;
  return (
    <>
      <PickColour />
      <PigmentRows treatment={treatment} />
      <NeedleOfAll treatment={treatment} />
      <SkinRows treatment={treatment} />
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

function PigmentRows({ treatment }: TreatmentProps) {
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
      <DilutionOfAll treatment={treatment} />
    </>
  );
}

/** One figure for all sessions; where they differ it says so, for a change here makes them alike. */
function DilutionOfAll({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const last = treatment.plan.sessions.at(-1);
  if (last === undefined) return null;
  const differ = treatment.plan.sessions.some(({ dilution }) => dilution !== last.dilution);
  return (
    <DilutionRow
      session={last}
      note={differ ? t('pigment.sessionsDiffer') : undefined}
      onDraft={(change) => {
        draft(everySession(treatment, change));
      }}
      onCommit={(change) => {
        keep(everySession(treatment, change));
      }}
    />
  );
}

function NeedleOfAll({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const last = treatment.plan.sessions.at(-1);
  if (last === undefined) return null;
  const differ = treatment.plan.sessions.some(({ depthMm }) => depthMm !== last.depthMm);
  return (
    <NeedleRows
      session={last}
      skin={treatment.healing.skin.type}
      note={differ ? t('pigment.sessionsDiffer') : undefined}
      onDraft={(change) => {
        draft(everySession(treatment, change));
      }}
      onCommit={(change) => {
        keep(everySession(treatment, change));
      }}
    />
  );
}
