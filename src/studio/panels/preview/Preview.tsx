import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeDesign } from '../../../core/design/edits';
import { CompareDivider } from '../../canvas/CompareDivider';
import { bindPreview } from '../../canvas/preview/bindPreview';
import { leavePreview, watchFullScreen } from '../../canvas/preview/previewStay';
import { sessionStore } from '../../state/sessionStore';
import { useCase, useSession } from '../../state/useStores';
import { ClientControls } from './ClientControls';
import { useFading } from './useFading';
import { usePreviewKeys } from './usePreviewKeys';
import client from './Client.module.css';
import styles from './Preview.module.css';

/** What the client sees above the picture: a divider, and on touch the steps and the time, in plain words. */
export function Preview() {
  const { t } = useTranslation();
  const surface = useRef<HTMLDivElement>(null);
  const chrome = useRef<HTMLDivElement>(null);
  const beforeHeld = useSession((state) => state.beforeHeld);
  const { shown, show, hide } = useFading(chrome);
  const isShown = useRef(shown);
  useEffect(() => {
    isShown.current = shown;
  }, [shown]);
  usePreviewKeys(show);
  useEffect(() => watchFullScreen(), []);
  useEffect(() => {
    const element = surface.current;
    if (element === null) return;
    return bindPreview(element, () => {
      if (isShown.current) hide();
      else show();
    });
  }, [hide, show]);
  return (
    <section
      className={styles.preview}
      aria-label={t('preview.name')}
      data-shown={shown}
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse') show();
      }}
    >
      <div ref={surface} className={styles.surface} />
      {beforeHeld ? (
        <span className={client.tag}>{t('canvas.before')}</span>
      ) : (
        <div className={styles.divider}>
          <CompareDivider large />
        </div>
      )}
      <div ref={chrome} className={styles.chrome} onFocus={show} onPointerDown={show}>
        <Button className={[client.button, styles.done].join(' ')} onPress={() => void leavePreview()}>
          <X size={20} aria-hidden />
          {t('preview.done')}
        </Button>
        <div className={styles.bottom}>
          <SessionMoment />
        </div>
      </div>
    </section>
  );
}

/** The moment that the studio itself looks at. */
function SessionMoment() {
  const plan = useCase((of) => (of === null ? undefined : activeDesign(of)?.treatment.plan));
  const step = useSession((state) => state.step);
  const days = useSession((state) => state.days);
  const light = useSession((state) => state.light);
  const moment = useMemo(() => ({ step, days, light }), [step, days, light]);
  if (plan === undefined) return null;
  return (
    <ClientControls
      plan={plan}
      moment={moment}
      onMoment={(change) => {
        sessionStore.setState(change);
      }}
    />
  );
}
