import { ScanSearch, TestTubeDiagonal } from 'lucide-react';
import { useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { proposeHairArea } from '../../../flows/reading/hairFlow';
import { setTool } from '../../../canvas/toolDesk';
import { useSession } from '../../../state/useStores';
import controls from '../../controls/Controls.module.css';
import { NumberSlider } from '../../controls/NumberSlider';
import styles from './Areas.module.css';

/** Halfway finds nine tenths of a close shave on the practice head. */
const THRESHOLD = { min: 0, max: 1, step: 0.05, default: 0.5 } as const;

/** Hair found by the app, by its texture; and a patch of it taken as the measure of density. */
export function HairProposal() {
  const { t } = useTranslation();
  const [threshold, setThreshold] = useState<number>(THRESHOLD.default);
  const sampling = useSession((state) => state.tool === 'donor');
  return (
    <div className={styles.craft}>
      <div className={styles.chips}>
        <Button className={controls.button ?? ''} onPress={() => void proposeHairArea(threshold, 'commit')}>
          <ScanSearch size={18} aria-hidden />
          {t('areas.hair.propose')}
        </Button>
        <ToggleButton
          className={controls.button ?? ''}
          isSelected={sampling}
          onChange={(selected) => {
            setTool(selected ? 'donor' : 'hair');
          }}
        >
          <TestTubeDiagonal size={18} aria-hidden />
          {t('areas.hair.donor')}
        </ToggleButton>
      </div>
      <NumberSlider
        name={t('areas.hair.threshold')}
        unit=""
        range={THRESHOLD}
        value={threshold}
        note={sampling ? t('areas.hair.donorHelp') : t('areas.hair.thresholdHelp')}
        onDraft={(next) => {
          setThreshold(next);
          void proposeHairArea(next, 'draft');
        }}
        onCommit={(next) => {
          setThreshold(next);
          void proposeHairArea(next, 'commit');
        }}
      />
    </div>
  );
}
