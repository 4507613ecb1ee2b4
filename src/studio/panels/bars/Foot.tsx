import { FileText, PencilRuler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { activePhoto } from '../../../core/design/edits';
import { areaErrorShare, mmPerPx } from '../../../core/head/scale';
import { workingHours } from '../../../core/plan/hours';
import { sessionStore } from '../../state/sessionStore';
import { useCase, usePreferences, useSession } from '../../state/useStores';
import { areaErrorFigure, formatArea } from '../../texts/measures';
import { formatNumber } from '../../texts/texts';
import { IconButton } from '../controls/IconButton';
import styles from './Foot.module.css';

/** One line of what the next press does, and the figures of the plan, always in sight. */
export function Foot() {
  const { t } = useTranslation();
  const hint = useSession((state) => state.toolView.hint);
  return (
    <footer className={styles.foot}>
      <p className={styles.hint} aria-live="polite">
        {t(hint)}
      </p>
      <PlanFigures />
      <Papers />
    </footer>
  );
}

/** What goes home with the client, and what goes on the head: beside the figures that they are made of. */
function Papers() {
  const { t } = useTranslation();
  const hasPhoto = useCase((of) => of?.activePhotoId != null);
  const open = (dialog: 'plan' | 'stencil') => (): void => {
    sessionStore.setState({ dialog });
  };
  return (
    <div className={styles.papers}>
      <IconButton icon={FileText} name={t('sheet.open')} isDisabled={!hasPhoto} onPress={open('plan')} />
      <IconButton icon={PencilRuler} name={t('sheet.stencil')} isDisabled={!hasPhoto} onPress={open('stencil')} />
    </div>
  );
}

function PlanFigures() {
  const { t } = useTranslation();
  const dots = useSession((state) => state.figures.dots);
  const areaCm2 = useSession((state) => state.areaCm2);
  const estimated = useSession((state) => state.estimated);
  const areaError = useCase((of) => {
    const photo = of === null ? undefined : activePhoto(of);
    return photo === undefined ? 0 : areaErrorShare(mmPerPx(photo));
  });
  const paceDots = usePreferences((state) => state.paceDots);
  return (
    <div className={styles.plan} role="status" aria-label={t('plan.name')} aria-live="off">
      {areaCm2 === null ? (
        <span className={styles.quiet}>{t('plan.empty')}</span>
      ) : (
        <>
          <span className={styles.number} style={{ minWidth: '9ch' }}>
            {t('plan.dots', { count: dots })}
          </span>
          <span className={styles.number}>{formatArea(areaCm2)}</span>
          <span className={styles.quiet} title={t('plan.areaErrorWhy')}>
            {t('plan.areaError', { cm2: areaErrorFigure(areaCm2 * areaError) })}
          </span>
          <span className={styles.quiet}>
            {t('plan.hours', { hours: formatNumber(workingHours(dots, paceDots), 1) })}
          </span>
          {estimated ? (
            <span className={styles.quiet} title={t('plan.estimatedWhy')}>
              {t('plan.estimated')}
            </span>
          ) : null}
        </>
      )}
    </div>
  );
}
