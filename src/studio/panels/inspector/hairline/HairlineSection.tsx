import { PenLine } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activePhoto, hairlineOn } from '../../../../core/design/edits';
import { setTool } from '../../../canvas/toolDesk';
import { useCaseWithDraft } from '../../../state/useStores';
import controls from '../../controls/Controls.module.css';
import { Advice } from './Advice';
import { Edge } from './Edge';
import { Guides } from './Guides';
import { HairLoss } from './HairLoss';
import { LineButtons, LineFigures } from './HairlineFigures';
import { LineAids } from './LineAids';
import { StylesRow } from './StylesRow';
import styles from '../Inspector.module.css';

const NO_POINTS = [] as const;

/** The line's style first, then what it measures, what helps to draw it, how it begins, and what to look at again. */
export function HairlineSection() {
  const photo = useCaseWithDraft((of) => (of === null ? undefined : activePhoto(of)));
  const area = useCaseWithDraft((of) =>
    of === null || of.activePhotoId === null ? undefined : hairlineOn(of, of.activePhotoId),
  );
  if (photo === undefined) return null;
  return (
    <>
      <StylesRow photo={photo} />
      {area === undefined ? (
        <NoHairline />
      ) : (
        <>
          <LineFigures photo={photo} area={area} />
          <LineButtons photo={photo} area={area} />
          <Advice photo={photo} />
        </>
      )}
      <LineAids />
      <Guides photo={photo} points={area?.points ?? NO_POINTS} />
      <Edge />
      <HairLoss />
    </>
  );
}

function NoHairline() {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.quiet}>{t('hairline.none')}</p>
      <Button
        className={controls.button ?? ''}
        onPress={() => {
          setTool('hairline');
        }}
      >
        <PenLine size={18} aria-hidden />
        {t('hairline.draw')}
      </Button>
    </>
  );
}
