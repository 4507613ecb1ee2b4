import { useTranslation } from 'react-i18next';
import { PlanSheet } from '../report/PlanSheet';
import { StencilForm } from '../report/StencilForm';
import { CameraView } from './CameraView';
import { CaseList } from './CaseList';
import { ExportForm } from './ExportForm';
import { KeyList } from './KeyList';
import { OpenChoices } from './OpenChoices';
import { SettingsForm } from './SettingsForm';
import { ShareForm } from './ShareForm';
import { StudioDialog } from './StudioDialog';

export function Dialogs() {
  const { t } = useTranslation();
  return (
    <>
      <StudioDialog id="open" title={t('open.title')}>
        <OpenChoices />
      </StudioDialog>
      <StudioDialog id="camera" title={t('camera.title')}>
        <CameraView />
      </StudioDialog>
      <StudioDialog id="cases" title={t('cases.title')}>
        <CaseList />
      </StudioDialog>
      <StudioDialog id="export" title={t('export.title')}>
        <ExportForm />
      </StudioDialog>
      <StudioDialog id="share" title={t('share.title')}>
        <ShareForm />
      </StudioDialog>
      <StudioDialog id="plan" title={t('sheet.title')}>
        <PlanSheet />
      </StudioDialog>
      <StudioDialog id="stencil" title={t('stencil.heading')}>
        <StencilForm />
      </StudioDialog>
      <StudioDialog id="keys" title={t('keys.title')}>
        <KeyList />
      </StudioDialog>
      <StudioDialog id="settings" title={t('settings.title')}>
        <SettingsForm />
      </StudioDialog>
    </>
  );
}
