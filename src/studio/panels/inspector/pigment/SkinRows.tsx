import { ScanFace } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeDesign } from '../../../../core/design/edits';
import type { Fitzpatrick } from '../../../../core/design/treatment';
import { readSkin, type SkinRead, type SkinUnread } from '../../../flows/reading/readSkin';
import { caseStore } from '../../../state/caseStore';
import { formatNumber } from '../../../texts/texts';
import controls from '../../controls/Controls.module.css';
import { Choice } from '../Choice';
import inspector from '../Inspector.module.css';
import styles from './Pigment.module.css';
import { cssOfSkin } from './Swatch';
import { keep, set, type TreatmentProps } from '../plan/treatmentEdits';

const SKIN_TYPES: readonly Fitzpatrick[] = [1, 2, 3, 4, 5, 6];
const ROMAN: Readonly<Record<Fitzpatrick, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV', 5: 'V', 6: 'VI' };

/** Fitzpatrick's type: chosen by hand, or proposed from the skin in the photo. */
export function SkinRows({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        name={t('pigment.skin')}
        value={String(treatment.healing.skin.type ?? '')}
        options={[
          { value: '', name: t('pigment.skinNone') },
          ...SKIN_TYPES.map((type) => ({ value: String(type), name: t(`pigment.skinTypes.${String(type)}`) })),
        ]}
        onChange={(chosen) => {
          takeType(SKIN_TYPES.find((each) => String(each) === chosen) ?? null);
        }}
      />
      <ReadSkin />
    </>
  );
}

function ReadSkin() {
  const { t } = useTranslation();
  const [read, setRead] = useState<SkinRead | null>(null);
  const [problem, setProblem] = useState<SkinUnread | null>(null);
  const start = async (): Promise<void> => {
    const result = await readSkin();
    setRead(result.ok ? result.value : null);
    setProblem(result.ok ? null : result.error);
    if (result.ok) takeType(result.value.type);
  };
  return (
    <div className={styles.readSkin}>
      <Button className={[controls.button, styles.save].join(' ')} onPress={() => void start()}>
        <ScanFace size={16} aria-hidden />
        {t('skin.read')}
      </Button>
      <p role="status" className={problem === null ? styles.skinRead : inspector.warning}>
        {read === null ? null : (
          <>
            <span className={styles.skinSwatch} style={{ background: cssOfSkin(read.skin) }} aria-hidden />
            <span>{t('skin.proposed', { type: ROMAN[read.type], degrees: formatNumber(read.itaDegrees) })}</span>
          </>
        )}
        {problem === null ? '' : t(`skin.unread.${problem.kind === 'notSkin' ? problem.reason : problem.kind}`)}
      </p>
    </div>
  );
}

/** One undo step, on the treatment as it is by then. */
function takeType(type: Fitzpatrick | null): void {
  const of = caseStore.getState().case;
  const healing = of === null ? undefined : activeDesign(of)?.treatment.healing;
  if (healing !== undefined) keep(set({ healing: { ...healing, skin: { ...healing.skin, type } } }));
}
