import { Pipette } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setTool } from '../../../canvas/toolDesk';
import { useSession } from '../../../state/useStores';
import controls from '../../controls/Controls.module.css';
import { LightChoices } from './LightChoices';
import { DilutionRow, NeedleRows } from '../plan/NeedleRows';
import { OwnPigments } from './OwnPigments';
import { Palette } from './Palette';
import { SkinRows } from './SkinRows';
import styles from '../Inspector.module.css';
import { draft, everySession, keep, type TreatmentProps, useTreatment } from '../plan/treatmentEdits';

/** What the dots are made with and how the skin takes it; one undo step each. */
export function PigmentSection() {
  const treatment = useTreatment();
  const { t } = useTranslation();
  if (treatment === undefined) return null;
  return (
    <>
      <PickColour />
      <Palette treatment={treatment} />
      <DilutionOfAll treatment={treatment} />
      <OwnPigments treatment={treatment} />
      <NeedleOfAll treatment={treatment} />
      <SkinRows treatment={treatment} />
      <LightChoices />
      <p className={styles.quiet}>{t('pigment.estimate')}</p>
    </>
  );
}

function PickColour() {
  const { t } = useTranslation();
  const step = useSession((state) => (state.tool === 'pick' ? state.toolView.hint : null));
  return (
    <div className={styles.stack}>
      <ToggleButton
        className={[controls.button, styles.pick].join(' ')}
        isSelected={step !== null}
        onChange={(selected) => {
          setTool(selected ? 'pick' : 'select');
        }}
      >
        <Pipette size={18} aria-hidden />
        {t('pick.button')}
      </ToggleButton>
      <p className={styles.quiet}>{t(step ?? 'pick.help')}</p>
    </div>
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
