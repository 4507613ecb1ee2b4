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

/** The line's style first, then what it measures, what helps to draw it, how it begins, and what to look at again. */
export function HairlineSection() {
  const photo = useCaseWithDraft((of) => (of === null ? undefined : activePhoto(of)));
  // Not the line itself, which is another at each move of a hand: only its figures follow that.
  const drawn = useCaseWithDraft((of) => of?.activePhotoId != null && hairlineOn(of, of.activePhotoId) !== undefined);
  if (photo === undefined) return null;
  return (
    <>
      <StylesRow photo={photo} />
      {drawn ? (
        <>
          <LineFigures photo={photo} />
          <LineButtons photo={photo} />
          <Advice photo={photo} />
        </>
      ) : (
        <NoHairline />
      )}
      <LineAids />
      <Guides photo={photo} />
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
