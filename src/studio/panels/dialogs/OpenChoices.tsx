import { Camera, ImagePlus } from 'lucide-react';
import { useEffect } from 'react';
import { Button, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openSample, openWhereAsked } from '../../flows/photos/openPhotos';
import { SAMPLE_VIEWS } from '../../photo/samples';
import { sessionStore } from '../../state/sessionStore';
import { useCase, useSession } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { PhotoFileTrigger } from '../controls/PhotoFileTrigger';
import { useHasCamera } from '../controls/useHasCamera';
import { closeDialog } from './StudioDialog';
import styles from './Dialogs.module.css';

/** The ways to bring a photo in: a file, the camera where there is one, the practice head. */
export function OpenChoices() {
  const { t } = useTranslation();
  const camera = useHasCamera();
  const count = useCase((of) => of?.photos.length ?? 0);
  // A case without a photo is the one that the photo is for.
  useEffect(() => {
    sessionStore.setState({ photosGo: count === 0 ? 'thisCase' : 'newCase' });
  }, [count]);
  return (
    <div className={styles.choices}>
      {count === 0 ? null : <Whereto />}
      <div className={styles.row}>
        <PhotoFileTrigger onFile={openWhereAsked}>
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

function Whereto() {
  const { t } = useTranslation();
  const photosGo = useSession((state) => state.photosGo);
  return (
    <RadioGroup
      aria-label={t('open.whereto')}
      className={styles.options ?? ''}
      value={photosGo}
      onChange={(value) => {
        sessionStore.setState({ photosGo: value === 'thisCase' ? 'thisCase' : 'newCase' });
      }}
    >
      {(['newCase', 'thisCase'] as const).map((each) => (
        <RadioField key={each} value={each}>
          <RadioButton className={styles.option ?? ''}>{t(`open.where.${each}`)}</RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
