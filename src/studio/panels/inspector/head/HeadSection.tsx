import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../core/design/case';
import { VIEWS, type View } from '../../../../core/head/headPhoto';
import { activePhoto } from '../../../../core/design/edits';
import { defaultOutline, outlineInView } from '../../../../core/head/outline';
import { commit } from '../../../state/caseStore';
import { sessionStore } from '../../../state/sessionStore';
import { useCaseWithDraft, useSession } from '../../../state/useStores';
import { Switch } from '../../controls/Switch';
import { Choice } from '../Choice';
import { HeadPhotosRow } from './HeadPhotosRow';
import { HeadPoseRows } from './HeadPoseRows';
import { HeadScaleRows } from './HeadScaleRows';
import styles from '../Inspector.module.css';
import { WhorlRows } from './WhorlRows';

export function HeadSection() {
  const photo = useCaseWithDraft((of) => (of === null ? undefined : activePhoto(of)));
  const { t } = useTranslation();
  const outlineShown = useSession((state) => state.outlineShown);
  const midlineShown = useSession((state) => state.midlineShown);
  if (photo === undefined) return null;
  return (
    <>
      <Choice
        name={t('head.view')}
        value={photo.view}
        options={VIEWS.map((value) => ({ value, name: t(`head.views.${value}`) }))}
        onChange={(view) => {
          changeView(photo, view);
        }}
      />
      <HeadScaleRows photo={photo} />
      {photo.view === 'other' ? null : <HeadPoseRows photo={photo} />}
      <HeadPhotosRow photo={photo} />
      <GuideSwitch
        name={t('head.outline')}
        help={t('head.outlineHelp')}
        shown={outlineShown}
        onChange={(shown) => {
          sessionStore.setState({ outlineShown: shown });
        }}
      />
      {photo.view === 'other' ? null : <WhorlRows photo={photo} />}
      <GuideSwitch
        name={t('head.midline')}
        help={t('head.midlineHelp')}
        shown={midlineShown}
        onChange={(shown) => {
          sessionStore.setState({ midlineShown: shown });
        }}
      />
    </>
  );
}

/** An outline that a hand has placed stays; one that was found in the photo keeps top and width; the default one follows the view. */
function changeView(photo: Photo, view: View): void {
  const before = defaultOutline(photo.view, photo.width, photo.height);
  const isDefault = !photo.outline.placed && photo.outline.cx === before.cx && photo.outline.rx === before.rx;
  const outline = isDefault
    ? defaultOutline(view, photo.width, photo.height)
    : photo.outline.placed
      ? photo.outline
      : outlineInView(photo.outline, view, photo.width, photo.height);
  commit({ type: 'setView', photoId: photo.id, view, outline });
}

function GuideSwitch(props: {
  readonly name: string;
  readonly help: string;
  readonly shown: boolean;
  readonly onChange: (shown: boolean) => void;
}) {
  return (
    <div>
      <Switch name={props.name} on={props.shown} onChange={props.onChange} />
      <p className={styles.quiet}>{props.help}</p>
    </div>
  );
}
