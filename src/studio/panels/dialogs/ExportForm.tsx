import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, FileTrigger, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { activePhoto } from '../../../core/design/edits';
import { EXPORT_KINDS, type ExportKind } from '../../export/exportPicture';
import { chooseMark, removeMark } from '../../flows/handOver/clinicMarkFlow';
import { saveExport } from '../../flows/handOver/exportFlow';
import { CLINIC_TEXT_LENGTH, clinicStore } from '../../state/clinic';
import { clinicMarkStore } from '../../state/clinicMark';
import { useCase } from '../../state/useStores';
import { formatNumber } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import { IconButton } from '../controls/IconButton';
import { Check } from './Check';
import { closeDialog } from './StudioDialog';
import styles from './Dialogs.module.css';

const SCALES = { whole: 1, half: 1 / 2, quarter: 1 / 4 } as const;
const SIZES = ['whole', 'half', 'quarter'] as const;

/** Which picture, how large, and whether the clinic's mark stands on it. */
export function ExportForm() {
  const { t } = useTranslation();
  const photo = useCase((of) => (of === null ? undefined : activePhoto(of)));
  const withMark = useStore(clinicMarkStore, (mark) => mark.onPictures);
  const [kind, setKind] = useState<ExportKind>('after');
  const [size, setSize] = useState<(typeof SIZES)[number]>('whole');
  if (photo === undefined) return null;
  const pixels = (scale: number): string =>
    t('export.pixels', {
      width: formatNumber(Math.round(photo.width * scale)),
      height: formatNumber(Math.round(photo.height * scale)),
    });
  return (
    <>
      <p className={styles.quiet}>{t(`export.about.${kind}`)}</p>
      <RadioGroup
        aria-label={t('export.which')}
        className={styles.options ?? ''}
        value={kind}
        onChange={(value) => {
          setKind(EXPORT_KINDS.find((each) => each === value) ?? 'after');
        }}
      >
        {EXPORT_KINDS.map((each) => (
          <RadioField key={each} value={each}>
            <RadioButton className={styles.option ?? ''}>{t(`export.${each}`)}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {kind === 'steps' ? null : (
        <RadioGroup
          aria-label={t('export.size')}
          className={styles.options ?? ''}
          value={size}
          onChange={(value) => {
            setSize(SIZES.find((each) => each === value) ?? 'whole');
          }}
        >
          {SIZES.map((each) => (
            <RadioField key={each} value={each}>
              <RadioButton className={styles.option ?? ''}>{pixels(SCALES[each])}</RadioButton>
            </RadioField>
          ))}
        </RadioGroup>
      )}
      <ClinicMarkChoice />
      <p className={styles.quiet}>{t('export.noDetails')}</p>
      <div className={[styles.row, styles.end].join(' ')}>
        <Button
          className={controls.primary ?? ''}
          onPress={() => {
            closeDialog();
            void saveExport(kind, { scale: kind === 'steps' ? 1 : SCALES[size], withMark });
          }}
        >
          {t('export.save')}
        </Button>
      </div>
    </>
  );
}

/** The clinic's line and image, kept on this device. */
function ClinicMarkChoice() {
  const { t } = useTranslation();
  const { onPictures, image } = useStore(clinicMarkStore);
  const name = useStore(clinicStore, (clinic) => clinic.name);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div>
      <Check
        name={t('export.mark')}
        checked={onPictures}
        onChange={(next) => {
          clinicMarkStore.setState({ onPictures: next });
        }}
      />
      {onPictures ? (
        <div className={styles.row}>
          <input
            className={styles.field}
            aria-label={t('export.markLine')}
            placeholder={t('export.markLine')}
            maxLength={CLINIC_TEXT_LENGTH.name}
            value={name}
            onChange={(event) => {
              clinicStore.setState({ name: event.currentTarget.value });
            }}
          />
          <FileTrigger
            acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file !== undefined) void chooseMark(file).then(setProblem);
            }}
          >
            <Button className={controls.button ?? ''}>
              <ImagePlus size={18} aria-hidden />
              {t('export.markImage')}
            </Button>
          </FileTrigger>
          {image === null ? null : (
            <>
              <img className={styles.mark} src={image} alt={t('export.markNow')} />
              <IconButton icon={X} name={t('export.markRemove')} onPress={removeMark} />
            </>
          )}
        </div>
      ) : null}
      {problem === null ? null : (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </div>
  );
}
