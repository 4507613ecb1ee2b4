import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignCanvas } from '../canvas/DesignCanvas';
import { useCase, useSession } from '../state/useStores';
import { CanvasMessages } from './CanvasMessages';
import { Dialogs } from './dialogs/Dialogs';
import { EmptyDesk } from './EmptyDesk';
import { Foot } from './Foot';
import { Inspector } from './inspector/Inspector';
import { SessionStrip } from './SessionStrip';
import { ToolRail } from './ToolRail';
import { TopBar } from './TopBar';
import { useIncomingPhotos } from './useIncomingPhotos';
import { useKeys } from './useKeys';
import styles from './App.module.css';

export function App() {
  useKeys();
  useIncomingPhotos();
  const inspectorOpen = useSession((state) => state.inspectorOpen);
  const hasPhoto = useCase((of) => of?.activePhotoId != null);
  const loaded = useCase((of) => of !== null);
  useDocumentTitle();
  return (
    <div className={styles.app}>
      <div className={styles.bar}>
        <TopBar />
      </div>
      <div className={styles.rail}>
        <ToolRail />
      </div>
      <main className={styles.stage}>
        <DesignCanvas />
        {loaded && !hasPhoto ? <EmptyDesk /> : null}
        <CanvasMessages />
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
    </div>
  );
}

function useDocumentTitle(): void {
  const { t } = useTranslation();
  const name = useCase((of) => of?.client.name ?? '');
  useEffect(() => {
    document.title = name === '' ? t('app.name') : `${name} – ${t('app.name')}`;
  }, [name, t]);
}
