import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openWhereAsked } from '../../flows/photos/openPhotos';
import { photoName } from '../../flows/photos/photoNames';
import { photoToRepeat, today } from '../../flows/photos/photosFlow';
import { capturePhoto, startCamera, type Camera } from '../../photo/camera';
import { useCase, useSession } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { CameraGhost } from './CameraGhost';
import { closeDialog } from './StudioDialog';
import styles from './Dialogs.module.css';

/** The device's camera, live; its tracks are stopped whenever the dialog goes. */
export function CameraView() {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const repeats = useSession((state) => state.photosGo === 'thisCase');
  const [followsId, setFollowsId] = useState(() => (repeats ? (photoToRepeat()?.id ?? null) : null));
  useEffect(() => {
    const leaving = new AbortController();
    void startCamera(leaving.signal).then((started) => {
      if (!started.ok) {
        if (started.error.kind !== 'cancelled') setProblem(started.error.kind);
      } else if (video.current !== null) {
        video.current.srcObject = started.value.stream;
        void video.current.play();
        setCamera(started.value);
      }
    });
    return () => {
      leaving.abort();
    };
  }, []);
  const take = async (): Promise<void> => {
    if (video.current === null || camera === null) return;
    const shot = await capturePhoto(camera, video.current);
    if (!shot.ok) {
      setProblem(shot.error.kind);
      return;
    }
    closeDialog();
    await openWhereAsked(shot.value, { followsId, takenOn: today() });
  };
  return (
    <>
      <CameraGhost followsId={followsId}>
        <video ref={video} className={styles.video} muted playsInline />
      </CameraGhost>
      <div className={styles.row}>
        <Button className={controls.primary ?? ''} isDisabled={camera === null} onPress={() => void take()}>
          {t('camera.take')}
        </Button>
        {repeats ? <Position followsId={followsId} onChange={setFollowsId} /> : null}
        {camera === null && problem === null ? <span className={styles.quiet}>{t('camera.starting')}</span> : null}
        {problem === null ? null : (
          <span role="alert" className={styles.error}>
            {t(`photoRefusal.${problem}`)}
          </span>
        )}
      </div>
    </>
  );
}

interface PositionProps {
  readonly followsId: string | null;
  readonly onChange: (followsId: string | null) => void;
}

/** Which earlier photo's position is to be repeated. */
function Position({ followsId, onChange }: PositionProps) {
  const { t } = useTranslation();
  const of = useCase((each) => each);
  if (of === null || of.photos.length === 0) return null;
  return (
    <label className={styles.row}>
      <span className={styles.quiet}>{t('camera.position')}</span>
      <select
        className={styles.field}
        value={followsId ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange(value === '' ? null : value);
        }}
      >
        <option value="">{t('camera.newPosition')}</option>
        {of.photos.map((photo) => (
          <option key={photo.id} value={photo.id}>
            {photoName(of, photo)}
          </option>
        ))}
      </select>
    </label>
  );
}
