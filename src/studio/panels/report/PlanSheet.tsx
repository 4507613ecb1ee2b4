import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PictureSize } from '../../flows/report/reportPictures';
import { saveReport } from '../../flows/report/reportFlow';
import controls from '../controls/Controls.module.css';
import { closeDialog } from '../dialogs/StudioDialog';
import { ClinicSection } from './ClinicSection';
import { ClinicText } from './ClinicText';
import { AreaTable, SessionTable } from './PlanTables';
import { PriceSection } from './PriceSection';
import styles from './PlanSheet.module.css';
import { useCasePlan } from './useCasePlan';

/** All that the plan says in figures, the clinic's own words, and the way on to paper. */
export function PlanSheet() {
  const { t } = useTranslation();
  const planned = useCasePlan();
  const [size, setSize] = useState<PictureSize>('fine');
  const [withName, setWithName] = useState(false);
  if (planned === null) return <p className={styles.quiet}>{t('sheet.none')}</p>;
  const { of, plan } = planned;
  return (
    <div className={styles.sheet}>
      <section className={styles.section}>
        <h3>{t('sheet.areas')}</h3>
        <AreaTable plan={plan} />
      </section>
      <section className={styles.section}>
        <h3>{t('sheet.sessions')}</h3>
        <SessionTable plan={plan} />
        <p className={styles.quiet}>{t(plan.estimated ? 'sheet.paper.scaleEstimated' : 'sheet.paper.planEstimated')}</p>
      </section>
      <PriceSection of={of} plan={plan} />
      <ClinicText field="aftercare" />
      <ClinicText field="consent" />
      <ClinicSection
        hasName={of.client.name !== ''}
        withName={withName}
        size={size}
        onName={setWithName}
        onSize={setSize}
      />
      <div className={styles.foot}>
        <Button
          className={controls.primary ?? ''}
          onPress={() => {
            closeDialog();
            void saveReport({ size, withName });
          }}
        >
          <FileText size={18} aria-hidden />
          {t('sheet.save')}
        </Button>
      </div>
    </div>
  );
}
