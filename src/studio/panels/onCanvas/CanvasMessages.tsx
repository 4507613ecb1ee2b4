import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { bringBackDeleted, keepMineAsCopy, loadTheNewer } from '../../flows/cases/conflict';
import { preferences } from '../../state/preferences';
import { sessionStore } from '../../state/sessionStore';
import { useCase, useHistory, usePreferences, useSession } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { IconButton } from '../controls/IconButton';
import { RulerCard } from './RulerCard';
import styles from './Messages.module.css';

/**
 * What the canvas has to say or to ask, at its lower edge, where a portrait has no hair: long work, problems, guidance. A
 * line that is measured down there is left in sight.
 */
export function CanvasMessages() {
  const edge = useSession((state) => (isMeasuredBelow(state) ? 'top' : 'bottom'));
  return (
    <div className={styles.messages} data-edge={edge}>
      <LongWork />
      <Conflict />
      <RegionProblem />
      <PictureTrouble />
      <SkinUnread />
      <NoticeLine />
      <FirstLine />
      <RulerCard />
    </div>
  );
}

/** Whether the ruler's line lies in the lower half of the canvas. */
function isMeasuredBelow({ toolView, camera, viewport }: ReturnType<typeof sessionStore.getState>): boolean {
  const { measured } = toolView;
  return measured !== null && ((measured.a.y + measured.b.y) / 2) * camera.scale + camera.y > viewport.height / 2;
}

function LongWork() {
  const { t } = useTranslation();
  const work = useSession((state) => state.longWork);
  if (work === null) return null;
  return (
    <div className={[styles.message, styles.work].join(' ')}>
      <p>{work.label}</p>
      <Button className={controls.button ?? ''} onPress={work.cancel}>
        {t('action.cancel')}
      </Button>
      <ProgressBar className={styles.progress ?? ''} aria-label={work.label} value={work.fraction * 100}>
        {({ percentage }) => <div style={{ width: `${String(percentage ?? 0)}%` }} />}
      </ProgressBar>
    </div>
  );
}

function Conflict() {
  const { t } = useTranslation();
  const saving = useSession((state) => state.saving);
  if (saving.kind !== 'conflict') return null;
  return (
    <div className={styles.message} role="alert" data-tone="error">
      <p>{t(saving.gone ? 'conflict.gone' : 'conflict.sentence')}</p>
      <Button
        className={controls.button ?? ''}
        onPress={() => void (saving.gone ? bringBackDeleted() : loadTheNewer())}
      >
        {t(saving.gone ? 'cases.undoDelete' : 'conflict.load')}
      </Button>
      <Button className={controls.button ?? ''} onPress={() => void keepMineAsCopy()}>
        {t('conflict.keep')}
      </Button>
    </div>
  );
}

/** The hairline stands, but nothing can be filled behind it: why, and what to do. */
function RegionProblem() {
  const { t } = useTranslation();
  const problem = useSession((state) => state.regionProblem);
  if (problem === null) return null;
  return (
    <div className={styles.message} role="status" data-tone="error">
      <p>{t(`region.${problem}`)}</p>
    </div>
  );
}

/** The picture can't be made as asked; the last one stays. */
function PictureTrouble() {
  const { t } = useTranslation();
  const kind = useSession((state) => state.figures.problem?.kind ?? null);
  if (kind === null) return null;
  return (
    <div className={styles.message} role="alert" data-tone="error">
      <p>{t(`picture.${kind}`)}</p>
    </div>
  );
}

/** The photo shows no skin under the dots: the picture stands, but says what it could not read. */
function SkinUnread() {
  const { t } = useTranslation();
  const reason = useSession((state) => state.figures.skinUnread);
  if (reason === null) return null;
  return (
    <div className={styles.message} role="status">
      <p>{t(`skinUnread.${reason}`)}</p>
    </div>
  );
}

/** What was only done is said for so long; a problem stays until it is dismissed. Our choice. */
const PASSING_MS = 7_000;

function NoticeLine() {
  const { t } = useTranslation();
  const notice = useSession((state) => state.notice);
  const failed = useSession((state) => (state.saving.kind === 'failed' ? state.saving.sentence : null));
  useEffect(() => {
    if (notice?.tone !== 'info' || notice.action !== undefined) return;
    const timer = setTimeout(() => {
      sessionStore.setState({ notice: null });
    }, PASSING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [notice]);
  const shown = notice ?? (failed === null ? null : { tone: 'error' as const, sentence: failed });
  if (shown === null) return null;
  return (
    <div className={styles.message} role={shown.tone === 'error' ? 'alert' : 'status'} data-tone={shown.tone}>
      <p>{shown.sentence}</p>
      {notice?.action === undefined ? null : (
        <Button className={controls.button ?? ''} onPress={notice.action.run}>
          {notice.action.label}
        </Button>
      )}
      {notice === null ? null : (
        <IconButton
          icon={X}
          name={t('action.dismiss')}
          onPress={() => {
            sessionStore.setState({ notice: null });
          }}
        />
      )}
    </div>
  );
}

function FirstLine() {
  const { t } = useTranslation();
  const seen = usePreferences((state) => state.firstLineSeen);
  const loaded = useCase((of) => of?.activePhotoId != null);
  const quiet = useSession(
    (state) => state.longWork === null && state.notice === null && state.toolView.measured === null,
  );
  const { canUndo } = useHistory();
  // Whoever has begun to work needs no invitation.
  useEffect(() => {
    if (canUndo) preferences.setState({ firstLineSeen: true });
  }, [canUndo]);
  if (seen || !loaded || !quiet) return null;
  return (
    <div className={styles.message} role="status">
      <p>{t('first.sample')}</p>
      <IconButton
        icon={X}
        name={t('action.dismiss')}
        onPress={() => {
          preferences.setState({ firstLineSeen: true });
        }}
      />
    </div>
  );
}
