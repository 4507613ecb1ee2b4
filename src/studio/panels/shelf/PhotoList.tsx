import { Camera, Columns2, ImagePlus, Trash2 } from 'lucide-react';
import { useContext, useEffect, useId, useMemo, useState } from 'react';
import { Button, OverlayTriggerStateContext } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Case, Photo } from '../../../core/design/case';
import { sceneOf } from '../../../core/design/sceneOf';
import { VIEWS, type View } from '../../../core/head/headPhoto';
import { defaultOutline } from '../../../core/head/outline';
import { openResult } from '../../flows/compare/compareFlow';
import { dateWords, photoName } from '../../flows/photos/photoNames';
import { addPhotoFile, removePhoto, thumbnailFor } from '../../flows/photos/photosFlow';
import { turnToPhoto } from '../../flows/turning';
import { commit } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { useCase } from '../../state/useStores';
import { formatArea } from '../../texts/measures';
import controls from '../controls/Controls.module.css';
import lists from '../controls/List.module.css';
import { IconButton } from '../controls/IconButton';
import { PhotoFileTrigger } from '../controls/PhotoFileTrigger';
import { useHasCamera } from '../controls/useHasCamera';
import { useObjectUrl } from '../controls/useObjectUrl';
import styles from './Shelf.module.css';

/** The photos of a case, each with its view, date and purpose; one lies before the technician. */
export function PhotoList() {
  const { t } = useTranslation();
  const of = useCase((each) => each);
  if (of === null) return null;
  return (
    <>
      <div className={styles.head}>
        <h2>{t('photos.title')}</h2>
      </div>
      <ul className={lists.rows} aria-label={t('photos.title')}>
        {of.photos.map((photo) => (
          <PhotoRow key={photo.id} of={of} photo={photo} />
        ))}
      </ul>
      <AddPhoto />
    </>
  );
}

function AddPhoto() {
  const { t } = useTranslation();
  const shelf = useContext(OverlayTriggerStateContext);
  const camera = useHasCamera();
  return (
    <div className={styles.foot}>
      <PhotoFileTrigger onFile={addPhotoFile}>
        <Button className={controls.button ?? ''}>
          <ImagePlus size={18} aria-hidden />
          {t('photos.add')}
        </Button>
      </PhotoFileTrigger>
      {camera ? (
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            shelf?.close();
            sessionStore.setState({ photosGo: 'thisCase', dialog: 'camera' });
          }}
        >
          <Camera size={18} aria-hidden />
          {t('photos.camera')}
        </Button>
      ) : null}
    </div>
  );
}

function PhotoRow({ of, photo }: { readonly of: Case; readonly photo: Photo }) {
  const { t } = useTranslation();
  const active = of.activePhotoId === photo.id;
  const name = photoName(of, photo);
  return (
    <li className={styles.item} data-active={active}>
      <div className={styles.row}>
        <Button className={styles.open ?? ''} aria-current={active} onPress={() => void turnToPhoto(photo.id)}>
          <Thumbnail sha256={photo.sha256} />
          <span className={styles.names}>
            <strong>{name}</strong>
            <span>
              {[t(`photos.purposes.${photo.purpose}`), photo.takenOn === null ? null : dateWords(photo.takenOn)]
                .filter((each) => each !== null)
                .join(' · ')}
            </span>
            <Figures of={of} photo={photo} />
          </span>
        </Button>
        <IconButton
          icon={Trash2}
          name={t('photos.remove', { name })}
          onPress={() => {
            removePhoto(photo.id);
          }}
        />
      </div>
      {active ? <PhotoCard photo={photo} /> : null}
    </li>
  );
}

/** How much of the head in this photo the design covers. */
function Figures({ of, photo }: { readonly of: Case; readonly photo: Photo }) {
  const { t } = useTranslation();
  const cm2 = useMemo(() => {
    const scene = sceneOf(of, photo.id);
    return scene.ok ? scene.value.areas.reduce((sum, area) => sum + area.areaCm2, 0) : 0;
  }, [of, photo.id]);
  if (photo.purpose === 'result') return null;
  return <span>{cm2 === 0 ? t('photos.empty') : formatArea(cm2)}</span>;
}

function PhotoCard({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const shelf = useContext(OverlayTriggerStateContext);
  const ids = useId();
  return (
    <div className={styles.card}>
      <label htmlFor={`${ids}view`}>{t('photos.view')}</label>
      <select
        id={`${ids}view`}
        value={photo.view}
        onChange={(event) => {
          const view = VIEWS.find((each) => each === event.currentTarget.value);
          if (view !== undefined) setView(photo, view);
        }}
      >
        {VIEWS.map((view) => (
          <option key={view} value={view}>
            {t(`head.views.${view}`)}
          </option>
        ))}
      </select>
      <label htmlFor={`${ids}date`}>{t('photos.takenOn')}</label>
      <input
        id={`${ids}date`}
        type="date"
        value={photo.takenOn ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          commit({ type: 'setPhotoCard', photoId: photo.id, card: { takenOn: value === '' ? null : value } });
        }}
      />
      <label htmlFor={`${ids}purpose`}>{t('photos.purpose')}</label>
      <select
        id={`${ids}purpose`}
        value={photo.purpose}
        onChange={(event) => {
          const purpose = event.currentTarget.value === 'result' ? 'result' : 'design';
          commit({ type: 'setPhotoCard', photoId: photo.id, card: { purpose } });
        }}
      >
        <option value="design">{t('photos.purposes.design')}</option>
        <option value="result">{t('photos.purposes.result')}</option>
      </select>
      {photo.purpose === 'result' ? (
        <Button
          className={[controls.button, styles.wide].join(' ')}
          onPress={() => {
            shelf?.close();
            openResult(photo.id);
          }}
        >
          <Columns2 size={18} aria-hidden />
          {t('photos.besidePlan')}
        </Button>
      ) : null}
    </div>
  );
}

/** An outline that a hand has placed stays; the default one follows the view. */
function setView(photo: Photo, view: View): void {
  const outline = photo.outline.placed ? photo.outline : defaultOutline(view, photo.width, photo.height);
  commit({ type: 'setView', photoId: photo.id, view, outline });
}

function Thumbnail({ sha256 }: { readonly sha256: string }) {
  const [blob, setBlob] = useState<Blob | undefined>(undefined);
  useEffect(() => {
    let shown = true;
    void thumbnailFor(sha256).then((made) => {
      if (shown) setBlob(made);
    });
    return () => {
      shown = false;
    };
  }, [sha256]);
  const url = useObjectUrl(blob);
  return url === null ? <span className={styles.thumb} /> : <img className={styles.thumb} src={url} alt="" />;
}
