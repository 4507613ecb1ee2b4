import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase, useSession } from '../state/useStores';
import { CompareDivider } from './CompareDivider';
import { Overlay } from './overlay/Overlay';
import { bindPointers } from './bindPointers';
import { fit } from './cameraMoves';
import { showPicture } from './sceneFeed';
import { caseStore } from '../state/caseStore';
import { sessionStore, type SessionState } from '../state/sessionStore';
import styles from './DesignCanvas.module.css';

/** The picture, the lines above it, and the hand that works on them. */
export function DesignCanvas() {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const photoId = useCase((of) => of?.activePhotoId ?? null);
  const beforeHeld = useSession((state) => state.beforeHeld);
  const previewing = useSession((state) => state.preview !== null);
  const cursor = useSession(cursorOf);

  useEffect(() => {
    const element = root.current;
    const canvas = picture.current;
    if (element === null || canvas === null) return;
    const stopPicture = showPicture(canvas);
    const stopPointers = bindPointers(element);
    const stopSize = watchSize(element);
    const stopMarks = markState(element);
    return () => {
      stopMarks();
      stopSize();
      stopPointers();
      stopPicture();
    };
  }, []);

  return (
    <div
      ref={root}
      data-cursor={cursor}
      role="application"
      aria-label={t('canvas.name')}
      tabIndex={0}
      className={styles.canvas}
    >
      <canvas ref={picture} className={styles.picture} />
      {photoId === null || previewing ? null : <Overlay />}
      {previewing ? null : beforeHeld ? (
        <span className={[styles.side, styles.beforeTag].join(' ')}>{t('canvas.before')}</span>
      ) : (
        <CompareDivider />
      )}
    </div>
  );
}

/** The pointer's shape says what the next press will do. */
function cursorOf({ tool, spaceHeld, dragging, toolView }: SessionState): string {
  if (spaceHeld || tool === 'hand') return dragging ? 'grabbing' : 'grab';
  if (toolView.hover !== null) return toolView.hover.kind === 'curve' ? 'pointer' : 'move';
  return tool === 'select' ? 'default' : 'crosshair';
}

/** A new size keeps what lies in the middle in the middle; the very first shows the whole photo. */
function watchSize(element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element;
    const before = sessionStore.getState().viewport;
    if (before.width === width && before.height === height) return;
    const camera = sessionStore.getState().camera;
    sessionStore.setState({
      viewport: { width, height },
      camera: { ...camera, x: camera.x + (width - before.width) / 2, y: camera.y + (height - before.height) / 2 },
    });
    if (before.width === 0 || sessionStore.getState().fitted) fit();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}

/** The camera and whether the picture stands, written on the element for whoever drives the studio from outside. */
function markState(element: HTMLElement): () => void {
  const mark = ({ camera, figures, dragging }: SessionState): void => {
    // Until the first case lies on the desk there is nothing that could stand.
    const isOpening = caseStore.getState().case === null;
    element.dataset['camera'] = JSON.stringify(camera);
    element.dataset['picture'] = figures.busy || isOpening ? 'working' : 'still';
    element.dataset['dragging'] = String(dragging);
  };
  mark(sessionStore.getState());
  const stops = [
    sessionStore.subscribe((now, before) => {
      const busy = now.figures.busy !== before.figures.busy;
      if (busy || now.camera !== before.camera || now.dragging !== before.dragging) mark(now);
    }),
    caseStore.subscribe((now, before) => {
      if (before.case === null && now.case !== null) mark(sessionStore.getState());
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
