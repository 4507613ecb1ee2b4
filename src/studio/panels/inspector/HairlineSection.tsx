import { FlipHorizontal2, PenLine, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HairlineArea } from '../../../core/design/area';
import type { Photo } from '../../../core/design/case';
import { activePhoto, hairlineOn } from '../../../core/design/edits';
import { curveLength } from '../../../core/geometry/curve';
import { mirrorHairline } from '../../../core/head/midline';
import { mmPerPx } from '../../../core/head/scale';
import { setTool } from '../../canvas/toolDesk';
import { commit } from '../../state/caseStore';
import { useCaseWithDraft } from '../../state/useStores';
import { formatNumber } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import styles from './Inspector.module.css';

export function HairlineSection() {
  const photo = useCaseWithDraft((of) => (of === null ? undefined : activePhoto(of)));
  const area = useCaseWithDraft((of) =>
    of === null || of.activePhotoId === null ? undefined : hairlineOn(of, of.activePhotoId),
  );
  const { t } = useTranslation();
  if (photo === undefined) return null;
  if (area === undefined) return <NoHairline />;
  const scale = mmPerPx(photo);
  const lengthMm = curveLength(area.points) * scale.mmPerPx;
  return (
    <>
      <dl className={[styles.pair, styles.list].join(' ')}>
        <dt>{t('hairline.length')}</dt>
        <dd>
          {formatNumber(lengthMm, 1)} mm{' '}
          {scale.estimated ? <span className={styles.quiet}>{t('plan.estimated')}</span> : null}
        </dd>
        <dt>{t('hairline.handles')}</dt>
        <dd>{area.points.length}</dd>
      </dl>
      <div className={styles.stack}>
        <MirrorButton photo={photo} area={area} from="left" />
        <MirrorButton photo={photo} area={area} from="right" />
        <p className={styles.quiet}>{t('hairline.mirrorHelp')}</p>
      </div>
      <div className={styles.row}>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            setTool('hairline');
          }}
        >
          <PenLine size={18} aria-hidden />
          {t('hairline.redraw')}
        </Button>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            commit({ type: 'removeArea', areaId: area.id });
          }}
        >
          <Trash2 size={18} aria-hidden />
          {t('hairline.remove')}
        </Button>
      </div>
    </>
  );
}

function NoHairline() {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.quiet}>{t('hairline.none')}</p>
      <Button
        className={controls.button ?? ''}
        onPress={() => {
          setTool('hairline');
        }}
      >
        <PenLine size={18} aria-hidden />
        {t('hairline.draw')}
      </Button>
    </>
  );
}

function MirrorButton(props: { readonly photo: Photo; readonly area: HairlineArea; readonly from: 'left' | 'right' }) {
  const { t } = useTranslation();
  const { photo, area, from } = props;
  return (
    <Button
      className={controls.button ?? ''}
      onPress={() => {
        const points = mirrorHairline(area.points, photo.midline, from);
        commit({ type: 'setHairline', areaId: area.id, photoId: photo.id, points });
      }}
    >
      <FlipHorizontal2 size={18} aria-hidden />
      {t(from === 'left' ? 'hairline.mirrorRight' : 'hairline.mirrorLeft')}
    </Button>
  );
}
