import { ChevronsLeftRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sessionStore } from '../state/sessionStore';
import { useSession } from '../state/useStores';
import styles from './DesignCanvas.module.css';

/** The divider between before (left) and after (right); follows the finger, moves with the arrow keys. */
export function CompareDivider({ large = false }: { readonly large?: boolean }) {
  const { t } = useTranslation();
  const compare = useSession((state) => state.compare);
  const width = useSession((state) => state.viewport.width);
  if (compare.kind !== 'split') return null;
  const move = (at: number): void => {
    sessionStore.setState({ compare: { kind: 'split', at: Math.min(1, Math.max(0, at)) } });
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('canvas.divider')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(compare.at * 100)}
      className={[styles.divider, large ? styles.large : ''].join(' ')}
      style={{ left: compare.at * width }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = event.currentTarget.parentElement?.getBoundingClientRect();
        if (box !== undefined) move((event.clientX - box.left) / box.width);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        move(compare.at + step * (event.shiftKey ? 0.1 : 0.01));
      }}
    >
      <span className={[styles.side, styles.sideBefore].join(' ')}>{t('canvas.before')}</span>
      <span className={[styles.side, styles.sideAfter].join(' ')}>{t('canvas.after')}</span>
      <span className={styles.grip}>
        <ChevronsLeftRight size={20} aria-hidden />
      </span>
    </div>
  );
}
