import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openPhotoFile } from '../../flows/openPhotos';
import { capturePhoto, startCamera, type Camera } from '../../photo/camera';
import controls from '../controls/Controls.module.css';
import { closeDialog } from './StudioDialog';
import styles from './Dialogs.module.css';

/** The device's camera, live; its tracks are stopped whenever the dialog goes. */
export function CameraView() {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
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
    await openPhotoFile(shot.value);
  };
  return (
    <>
      <video ref={video} className={styles.video} muted playsInline />
      <div className={styles.row}>
        <Button className={controls.primary ?? ''} isDisabled={camera === null} onPress={() => void take()}>
          {t('camera.take')}
        </Button>
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
