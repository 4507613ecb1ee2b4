import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignCanvas } from '../canvas/DesignCanvas';
import { currentPicture } from '../canvas/sceneFeed';
import { useCase, useSession } from '../state/useStores';
import { CanvasMessages } from './onCanvas/CanvasMessages';
import { Compare } from './compare/Compare';
import { Dialogs } from './dialogs/Dialogs';
import { EmptyDesk } from './onCanvas/EmptyDesk';
import { Foot } from './bars/Foot';
import { Inspector } from './inspector/Inspector';
import { Preview } from './preview/Preview';
import { SessionStrip } from './timeline/SessionStrip';
import { ToolRail } from './bars/ToolRail';
import { TopBar } from './bars/TopBar';
import { useIncomingPhotos } from './useIncomingPhotos';
import { useKeys } from './useKeys';
import styles from './App.module.css';

export function App() {
  useKeys();
  useIncomingPhotos();
  const inspectorOpen = useSession((state) => state.inspectorOpen);
  const hasPhoto = useCase((of) => of?.activePhotoId != null);
  const loaded = useCase((of) => of !== null);
  const previewing = useSession((state) => state.preview !== null);
  const comparing = useSession((state) => state.comparing !== null);
  const stage = useRef<HTMLElement>(null);
  useSurround(stage, previewing);
  useDocumentTitle(previewing);
  return (
    <div className={styles.app} data-preview={previewing} data-comparing={comparing}>
      <div className={styles.bar}>
        <TopBar />
      </div>
      <div className={styles.rail}>
        <ToolRail />
      </div>
      <main ref={stage} className={styles.stage}>
        <DesignCanvas />
        {loaded && !hasPhoto ? <EmptyDesk /> : null}
        <div className={styles.messages} hidden={previewing}>
          <CanvasMessages />
        </div>
        {previewing ? <Preview /> : null}
      </main>
      {inspectorOpen && hasPhoto ? (
        <div className={styles.inspector}>
          <Inspector />
        </div>
      ) : null}
      <div className={styles.foot}>
        {hasPhoto ? <SessionStrip /> : null}
        <Foot />
      </div>
      <Dialogs />
      {comparing ? <Compare /> : null}
    </div>
  );
}

/** A client who looks on need not read a name in the window's title. */
function useDocumentTitle(previewing: boolean): void {
  const { t } = useTranslation();
  const name = useCase((of) => (previewing ? '' : (of?.client.name ?? '')));
  useEffect(() => {
    document.title = name === '' ? t('app.name') : `${name} – ${t('app.name')}`;
  }, [name, t]);
}

/** Round the photo it is nearly black in the preview, and the theme's own grey else. */
function useSurround(stage: React.RefObject<HTMLElement | null>, previewing: boolean): void {
  useEffect(() => {
    if (stage.current === null) return;
    currentPicture()?.setSurround(getComputedStyle(stage.current).getPropertyValue('--surround').trim());
  }, [stage, previewing]);
}
