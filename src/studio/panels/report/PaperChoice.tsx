import { useTranslation } from 'react-i18next';
import { clinicStore, PAPERS } from '../../state/clinic';
import { Choice } from '../inspector/Choice';
import { useClinic } from './useClinic';

/** The paper that the clinic prints on, for everything that goes on paper. */
export function PaperChoice() {
  const { t } = useTranslation();
  const { paper } = useClinic();
  return (
    <Choice
      name={t('sheet.clinic.paper')}
      value={paper}
      options={PAPERS.map((each) => ({ value: each, name: t(`sheet.clinic.papers.${each}`) }))}
      onChange={(next) => {
        clinicStore.setState({ paper: next });
      }}
    />
  );
}
