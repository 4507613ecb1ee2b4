import {
  CloudCheck,
  CloudUpload,
  Columns2,
  Download,
  Eye,
  FolderOpen,
  GalleryHorizontalEnd,
  ImagePlus,
  Images,
  ChevronDown,
  Layers2,
  Maximize,
  MonitorUp,
  Presentation,
  Redo2,
  Settings,
  Share2,
  SlidersHorizontal,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fit, zoomStep } from '../../canvas/cameraMoves';
import { enterPreview } from '../../canvas/preview/previewStay';
import { redoStep, undoStep } from '../../canvas/toolDesk';
import { saveExport } from '../../flows/handOver/exportFlow';
import { sessionStore } from '../../state/sessionStore';
import { useCase, useHistory, useSession } from '../../state/useStores';
import { formatNumber } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import { IconButton, IconToggle } from '../controls/IconButton';
import { DesignList } from '../shelf/DesignList';
import { PhotoFileTrigger } from '../controls/PhotoFileTrigger';
import { PhotoList } from '../shelf/PhotoList';
import { SecondScreen } from '../preview/SecondScreen';
import { Shelf } from '../shelf/Shelf';
import styles from './TopBar.module.css';

export function TopBar() {
  const { t } = useTranslation();
  const { canUndo, canRedo } = useHistory();
  const hasPhoto = useCase((of) => of?.activePhotoId != null);
  const inspectorOpen = useSession((state) => state.inspectorOpen);
  return (
    <header className={styles.bar}>
      <div className={styles.case}>
        <CaseButton />
      </div>
      <div className={styles.group}>
        <PhotoFileTrigger>
          <IconButton icon={ImagePlus} name={t('action.openPhoto')} />
        </PhotoFileTrigger>
        <span className={styles.tabletUp}>
          <IconButton icon={Images} name={t('action.otherSources')} onPress={openDialog('open')} />
        </span>
      </div>
      <span className={styles.rule} />
      <div className={[styles.group, styles.history].join(' ')}>
        <IconButton icon={Undo2} name={t('action.undo')} keys="Ctrl Z" isDisabled={!canUndo} onPress={undoStep} />
        <IconButton icon={Redo2} name={t('action.redo')} keys="Ctrl Shift Z" isDisabled={!canRedo} onPress={redoStep} />
      </div>
      <span className={styles.rule} />
      <div className={styles.look} data-sheet={inspectorOpen}>
        <div className={styles.group}>
          <Shelf icon={GalleryHorizontalEnd} name={t('photos.title')} isDisabled={!hasPhoto}>
            <PhotoList />
          </Shelf>
          <Shelf icon={Layers2} name={t('designs.title')} isDisabled={!hasPhoto}>
            <DesignList />
          </Shelf>
        </div>
        <span className={styles.rule} />
        <div className={styles.group}>
          <BeforeToggle isDisabled={!hasPhoto} />
          <SplitToggle isDisabled={!hasPhoto} />
          <IconButton
            icon={Presentation}
            name={t('preview.open')}
            keys="P"
            isDisabled={!hasPhoto}
            onPress={enterPreview}
          />
          <span className={styles.tabletUp}>
            <Shelf icon={MonitorUp} name={t('screen.title')} isDisabled={!hasPhoto}>
              <SecondScreen />
            </Shelf>
          </span>
        </div>
        <span className={styles.space} />
        <ZoomGroup isDisabled={!hasPhoto} />
      </div>
      <span className={styles.space} />
      <Saving />
      <InspectorToggle />
      <span className={styles.tabletUp}>
        <IconButton icon={Settings} name={t('settings.title')} onPress={openDialog('settings')} />
      </span>
      <IconButton icon={Share2} name={t('share.button')} isDisabled={!hasPhoto} onPress={openDialog('share')} />
      <div className={styles.exports}>
        <Button
          className={controls.primary ?? ''}
          isDisabled={!hasPhoto}
          aria-label={t('action.export')}
          onPress={() => void saveExport('after')}
        >
          <Download size={18} aria-hidden />
          <span className="labelText">{t('action.export')}</span>
        </Button>
        <Button
          className={controls.primary ?? ''}
          isDisabled={!hasPhoto}
          aria-label={t('action.otherPictures')}
          onPress={openDialog('export')}
        >
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
    </header>
  );
}

const openDialog = (dialog: 'cases' | 'open' | 'export' | 'share' | 'settings') => (): void => {
  sessionStore.setState({ dialog });
};

function CaseButton() {
  const { t } = useTranslation();
  const name = useCase((of) => of?.client.name ?? '');
  return (
    <Button
      className={[controls.icon, controls.labelled].join(' ')}
      aria-label={`${t('action.cases')}: ${name === '' ? t('cases.untitled') : name}`}
      onPress={openDialog('cases')}
    >
      <FolderOpen size={20} strokeWidth={1.75} aria-hidden />
      <span className={[styles.caseName, 'labelText'].join(' ')}>{name === '' ? t('cases.untitled') : name}</span>
    </Button>
  );
}

/** A tap shows the photo before until the next tap; held, only as long as it is held. */
function BeforeToggle({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation();
  const shown = useSession((state) => state.beforeHeld);
  const pressedAt = useRef<number | null>(null);
  return (
    <IconToggle
      icon={Eye}
      name={t('action.before')}
      keys="\"
      isDisabled={isDisabled}
      isSelected={shown}
      onPressStart={() => {
        pressedAt.current = performance.now();
        if (!shown) sessionStore.setState({ beforeHeld: true });
      }}
      onPressEnd={() => {
        const held = pressedAt.current !== null && performance.now() - pressedAt.current > HOLD_MS;
        if (held) sessionStore.setState({ beforeHeld: false });
      }}
      onChange={(selected) => {
        const held = pressedAt.current !== null && performance.now() - pressedAt.current > HOLD_MS;
        pressedAt.current = null;
        sessionStore.setState({ beforeHeld: held ? false : selected });
      }}
    />
  );
}

/** Longer than this is a look, not a switch. Our choice. */
const HOLD_MS = 350;

function SplitToggle({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation();
  const compare = useSession((state) => state.compare);
  return (
    <IconToggle
      icon={Columns2}
      name={t('action.split')}
      keys="Y"
      isDisabled={isDisabled}
      isSelected={compare.kind === 'split'}
      onChange={(selected) => {
        sessionStore.setState({ compare: selected ? { kind: 'split', at: 0.5 } : { kind: 'after' } });
      }}
    />
  );
}

function ZoomGroup({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation();
  const scale = useSession((state) => state.camera.scale);
  const percent = formatNumber(scale * devicePixelRatio * 100, scale * devicePixelRatio < 0.1 ? 1 : 0);
  return (
    <div className={styles.group}>
      <span className={styles.wideOnly}>
        <IconButton icon={ZoomOut} name={t('action.zoomOut')} keys="−" isDisabled={isDisabled} onPress={zoomStep(-1)} />
      </span>
      <span className={[styles.zoom, styles.tabletUp].join(' ')}>{t('zoom.value', { percent })}</span>
      <span className={styles.wideOnly}>
        <IconButton icon={ZoomIn} name={t('action.zoomIn')} keys="+" isDisabled={isDisabled} onPress={zoomStep(1)} />
      </span>
      <IconButton icon={Maximize} name={t('action.fit')} keys="Ctrl 0" isDisabled={isDisabled} onPress={fit} />
    </div>
  );
}

function Saving() {
  const { t } = useTranslation();
  const saving = useSession((state) => state.saving);
  return (
    <span
      role="status"
      aria-label={t('saving.name')}
      className={styles.saving}
      data-kind={saving.kind}
      title={saving.kind === 'failed' ? saving.sentence : undefined}
    >
      {saving.kind === 'saving' ? <CloudUpload size={16} aria-hidden /> : <CloudCheck size={16} aria-hidden />}
      <span>{t(`saving.${saving.kind}`)}</span>
    </span>
  );
}

function InspectorToggle() {
  const { t } = useTranslation();
  const open = useSession((state) => state.inspectorOpen);
  return (
    <IconToggle
      icon={SlidersHorizontal}
      name={t('action.adjust')}
      isSelected={open}
      onChange={(selected) => {
        sessionStore.setState({ inspectorOpen: selected });
      }}
    />
  );
}
