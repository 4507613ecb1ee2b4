import { Maximize } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { activeDesign } from '../../../core/design/edits';
import { CompareDivider } from '../../canvas/CompareDivider';
import { showPicture } from '../../canvas/sceneFeed';
import { followStudio, layCamera, screenStatus } from '../../flows/client/clientScreen';
import { sessionStore } from '../../state/sessionStore';
import { useCase, useSession } from '../../state/useStores';
import { momentWords } from './clientWords';
import { useFading } from './useFading';
import client from './Client.module.css';
import styles from './ClientScreen.module.css';

/** The client's window: the released picture and what it shows, in plain words. Nothing can be changed here. */
export function ClientScreen() {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const status = useStore(screenStatus, (state) => state.status);
  const beforeHeld = useSession((state) => state.beforeHeld);
  const busy = useSession((state) => state.figures.busy);
  const shown = status === 'following' || status === 'closed';
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    document.title = t('app.name');
    const stopPicture = showPicture(element);
    const stopSize = watchSize(element);
    const stopFollowing = followStudio(new URLSearchParams(location.search).get('of'));
    return () => {
      stopFollowing();
      stopSize();
      stopPicture();
    };
  }, [t]);
  return (
    <main className={styles.screen} data-status={status}>
      <div className={styles.stage} hidden={!shown} data-picture={busy ? 'working' : 'still'}>
        <canvas ref={canvas} className={styles.picture} />
        <div inert>
          {beforeHeld ? <span className={client.tag}>{t('canvas.before')}</span> : <CompareDivider large />}
        </div>
        <Moment />
      </div>
      {status === 'following' || status === 'blank' ? null : (
        <p role="status" className={styles.quiet}>
          {t(`screen.status.${status}`)}
        </p>
      )}
      <FullScreen />
    </main>
  );
}

function Moment() {
  const plan = useCase((of) => (of === null ? undefined : activeDesign(of)?.treatment.plan));
  const step = useSession((state) => state.step);
  const days = useSession((state) => state.days);
  const { t } = useTranslation();
  if (plan === undefined) return null;
  const count = plan.sessions.length;
  const at = Math.min(step ?? count, count);
  return (
    <p className={styles.moment}>
      {momentWords(at, days, at === count ? plan.touchUpDay : null)}
      {at === 0 ? null : <span>{t('preview.estimate')}</span>}
    </p>
  );
}

function FullScreen() {
  const { t } = useTranslation();
  const chrome = useRef<HTMLDivElement>(null);
  const { shown, show } = useFading(chrome);
  useEffect(() => {
    window.addEventListener('pointermove', show);
    window.addEventListener('pointerdown', show);
    window.addEventListener('keydown', show);
    return () => {
      window.removeEventListener('pointermove', show);
      window.removeEventListener('pointerdown', show);
      window.removeEventListener('keydown', show);
    };
  }, [show]);
  return (
    <div ref={chrome} className={styles.chrome} data-shown={shown}>
      <Button
        className={[client.button, styles.full].join(' ')}
        onPress={() => {
          const page: Partial<Pick<HTMLElement, 'requestFullscreen'>> = document.documentElement;
          page.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
        }}
      >
        <Maximize size={20} aria-hidden />
        {t('screen.full')}
      </Button>
    </div>
  );
}

function watchSize(element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    sessionStore.setState({ viewport: { width: element.clientWidth, height: element.clientHeight } });
    layCamera();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}
