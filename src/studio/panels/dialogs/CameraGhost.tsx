import { useEffect, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { smallOf } from '../../flows/photos/photosFlow';
import { useCase } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { useObjectUrl } from '../controls/useObjectUrl';
import styles from './CameraGhost.module.css';

/** Enough for a picture that is only seen through. */
const GHOST_HEIGHT_PX = 1_000;

interface CameraGhostProps {
  readonly followsId: string | null;
  readonly children: React.ReactNode;
}

/** The live picture with an earlier photo lying on it, seen through as much as one likes. */
export function CameraGhost({ followsId, children }: CameraGhostProps) {
  const { t } = useTranslation();
  const [opacity, setOpacity] = useState(0.4);
  const sha256 = useCase((of) => of?.photos.find((photo) => photo.id === followsId)?.sha256 ?? null);
  const url = useObjectUrl(useSmallPhoto(sha256));
  return (
    <>
      <div className={styles.view}>
        {children}
        {url === null ? null : <img className={styles.ghost} src={url} alt="" style={{ opacity }} />}
      </div>
      {url === null ? null : (
        <div className={styles.row}>
          <span aria-hidden>{t('camera.ghost')}</span>
          <Slider
            aria-label={t('camera.ghost')}
            minValue={0}
            maxValue={100}
            value={Math.round(opacity * 100)}
            onChange={(percent) => {
              setOpacity(percent / 100);
            }}
          >
            <SliderTrack className={controls.track ?? ''}>
              <div className={controls.filled} style={{ width: `calc(${String(opacity * 100)}% + 9px)` }} />
              <SliderThumb className={controls.thumb ?? ''} />
            </SliderTrack>
          </Slider>
        </div>
      )}
    </>
  );
}

function useSmallPhoto(sha256: string | null): Blob | undefined {
  const [small, setSmall] = useState<{ readonly sha256: string; readonly blob: Blob | undefined } | null>(null);
  useEffect(() => {
    if (sha256 === null) return;
    let wanted = true;
    void smallOf(sha256, GHOST_HEIGHT_PX).then((blob) => {
      if (wanted) setSmall({ sha256, blob });
    });
    return () => {
      wanted = false;
    };
  }, [sha256]);
  return small !== null && small.sha256 === sha256 ? small.blob : undefined;
}
