import { useState } from 'react';
import { Button, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activePhoto } from '../../../core/design/edits';
import { EXPORT_KINDS, type ExportKind } from '../../export/exportPicture';
import { saveExport } from '../../flows/exportFlow';
import { useCase } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { closeDialog } from './StudioDialog';
import styles from './Dialogs.module.css';

export function ExportForm() {
  const { t } = useTranslation();
  const photo = useCase((of) => (of === null ? undefined : activePhoto(of)));
  const [kind, setKind] = useState<ExportKind>('after');
  if (photo === undefined) return null;
  return (
    <>
      <p className={styles.quiet}>{t('export.help', { width: photo.width, height: photo.height })}</p>
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
      <div className={[styles.row, styles.end].join(' ')}>
        <Button
          className={controls.primary ?? ''}
          onPress={() => {
            closeDialog();
            void saveExport(kind);
          }}
        >
          {t('export.save')}
        </Button>
      </div>
    </>
  );
}
