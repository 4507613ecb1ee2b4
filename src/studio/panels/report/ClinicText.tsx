import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { aftercareOf, consentOf } from '../../flows/report/reportWords';
import { clinicStore, CLINIC_TEXT_LENGTH } from '../../state/clinic';
import controls from '../controls/Controls.module.css';
import styles from './PlanSheet.module.css';
import { useClinic } from './useClinic';

/** A text of the clinic's own, the default until it is changed. */
export function ClinicText({ field }: { readonly field: 'aftercare' | 'consent' }) {
  const { t } = useTranslation();
  const clinic = useClinic();
  const id = useId();
  const [open, setOpen] = useState(false);
  const words = field === 'aftercare' ? aftercareOf(clinic) : consentOf(clinic);
  return (
    <details
      className={styles.section}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>
        <h3 id={id}>{t(`sheet.${field}.title`)}</h3>
      </summary>
      <textarea
        className={styles.text}
        aria-labelledby={id}
        aria-describedby={`${id}-help`}
        maxLength={CLINIC_TEXT_LENGTH[field]}
        rows={12}
        dir="auto"
        value={words}
        onChange={(event) => {
          clinicStore.setState({ [field]: event.currentTarget.value });
        }}
      />
      <div className={styles.row}>
        <p id={`${id}-help`} className={styles.quiet}>
          {t('sheet.aftercare.help')}
        </p>
        <Button
          className={controls.button ?? ''}
          isDisabled={clinic[field] === null}
          onPress={() => {
            clinicStore.setState({ [field]: null });
          }}
        >
          {t('sheet.aftercare.back')}
        </Button>
      </div>
    </details>
  );
}
