import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PICTURE_SIZES, type PictureSize } from '../../flows/report/reportPictures';
import { clinicStore, CLINIC_TEXT_LENGTH } from '../../state/clinic';
import { Check } from '../dialogs/Check';
import { Choice } from '../inspector/Choice';
import { PaperChoice } from './PaperChoice';
import styles from './PlanSheet.module.css';
import { useClinic } from './useClinic';

interface ClinicSectionProps {
  readonly hasName: boolean;
  readonly withName: boolean;
  readonly size: PictureSize;
  readonly onName: (withName: boolean) => void;
  readonly onSize: (size: PictureSize) => void;
}

const SIZES: readonly PictureSize[] = ['fine', 'small'];

/** What stands at the head of the paper, and what kind of paper. */
export function ClinicSection({ hasName, withName, size, onName, onSize }: ClinicSectionProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <h3>{t('sheet.clinic.title')}</h3>
      <div className={styles.fields}>
        <Line field="name" />
        <Line field="contact" />
        <PaperChoice />
        <Choice
          name={t('sheet.clinic.pictures')}
          value={size}
          options={SIZES.map((each) => ({ value: each, name: t(`sheet.clinic.pictureSizes.${each}`) }))}
          onChange={(next) => {
            if (next in PICTURE_SIZES) onSize(next);
          }}
        />
        {hasName ? <Check name={t('sheet.clinic.withName')} checked={withName} onChange={onName} /> : null}
      </div>
    </section>
  );
}

function Line({ field }: { readonly field: 'name' | 'contact' }) {
  const { t } = useTranslation();
  const clinic = useClinic();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t(`sheet.clinic.${field}`)}</label>
      <input
        id={id}
        type="text"
        className={styles.line}
        dir="auto"
        maxLength={CLINIC_TEXT_LENGTH[field]}
        value={clinic[field]}
        onChange={(event) => {
          clinicStore.setState({ [field]: event.currentTarget.value });
        }}
      />
    </div>
  );
}
