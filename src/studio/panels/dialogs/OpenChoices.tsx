import { Camera, ImagePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openSample } from '../../flows/openPhotos';
import { SAMPLE_VIEWS } from '../../photo/samples';
import { hasCamera } from '../../photo/camera';
import { sessionStore } from '../../state/sessionStore';
import controls from '../controls/Controls.module.css';
import { PhotoFileTrigger } from '../PhotoFileTrigger';
import { closeDialog } from './StudioDialog';
import styles from './Dialogs.module.css';

/** The ways to bring a photo in: a file, the camera where there is one, the practice head. */
export function OpenChoices() {
  const { t } = useTranslation();
  const [camera, setCamera] = useState(false);
  useEffect(() => {
    let shown = true;
    void hasCamera().then((found) => {
      if (shown) setCamera(found);
    });
    return () => {
      shown = false;
    };
  }, []);
  return (
    <div className={styles.choices}>
      <div className={styles.row}>
        <PhotoFileTrigger>
          <Button className={controls.primary ?? ''} autoFocus>
            <ImagePlus size={18} aria-hidden />
            {t('open.choose')}
          </Button>
        </PhotoFileTrigger>
        {camera ? (
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              sessionStore.setState({ dialog: 'camera' });
            }}
          >
            <Camera size={18} aria-hidden />
            {t('open.camera')}
          </Button>
        ) : null}
      </div>
      <p className={styles.quiet}>{t('open.formats')}</p>
      <h3>{t('open.samples')}</h3>
      <ul className={styles.samples}>
        {SAMPLE_VIEWS.map((view) => (
          <li key={view}>
            <Button
              className={styles.sample ?? ''}
              onPress={() => {
                closeDialog();
                void openSample(view);
              }}
            >
              <img src={`${import.meta.env.BASE_URL}samples/${view}.small.webp`} alt="" loading="lazy" />
              {t(`head.views.${view}`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
