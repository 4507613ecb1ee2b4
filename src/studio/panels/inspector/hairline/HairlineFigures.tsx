import { FlipHorizontal2, PenLine, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HairlineArea } from '../../../../core/design/area';
import type { Photo } from '../../../../core/design/case';
import { hairlineOn } from '../../../../core/design/edits';
import { curveLength } from '../../../../core/geometry/curve';
import { faceOf } from '../../../../core/head/guides/face';
import { headInPhoto } from '../../../../core/head/guides/headInPhoto';
import { heightOfLineMm, lineOnHead } from '../../../../core/head/guides/lineOnHead';
import { lengthMm as lengthOnHeadMm } from '../../../../core/head/guides/onSkull';
import { mirrorHairline } from '../../../../core/head/midline';
import { headMirror } from '../../../../core/head/onScalp';
import { mmPerPx } from '../../../../core/head/scale';
import { setTool } from '../../../canvas/toolDesk';
import { commit } from '../../../state/caseStore';
import { useCase, useCaseWithDraft } from '../../../state/useStores';
import { formatHeight, formatLength } from '../../../texts/measures';
import controls from '../../controls/Controls.module.css';
import styles from '../Inspector.module.css';

interface LineProps {
  readonly photo: Photo;
}

/** What the line measures on the head, at each move of a hand. */
export function LineFigures({ photo }: LineProps) {
  const { t } = useTranslation();
  const area = useCaseWithDraft((of) => (of === null ? undefined : hairlineOn(of, photo.id)));
  if (area === undefined) return null;
  const { estimated } = mmPerPx(photo);
  const { lengthMm, heightMm } = measured(photo, area);
  const about = estimated ? <span className={styles.quiet}> {t('plan.estimated')}</span> : null;
  return (
    <dl className={[styles.pair, styles.list].join(' ')}>
      <dt>{t('hairline.length')}</dt>
      <dd>
        {formatLength(lengthMm)}
        {about}
      </dd>
      {heightMm === null ? null : (
        <>
          <dt>{t('styles.height')}</dt>
          <dd>
            {formatHeight(heightMm)}
            {about}
          </dd>
        </>
      )}
      <dt>{t('hairline.handles')}</dt>
      <dd>{area.points.length}</dd>
    </dl>
  );
}

/** On the skin of the head; on a close-up without one, in the picture's plane. */
function measured(photo: Photo, { points }: HairlineArea): { lengthMm: number; heightMm: number | null } {
  const head = headInPhoto(photo);
  if (head === null) return { lengthMm: curveLength(points) * mmPerPx(photo).mmPerPx, heightMm: null };
  const line = lineOnHead(points, head);
  return { lengthMm: lengthOnHeadMm(line), heightMm: heightOfLineMm(line, faceOf(photo, head), head) };
}

/** What can be done with the line as a whole, as it stands in the document. */
export function LineButtons({ photo }: LineProps) {
  const { t } = useTranslation();
  const area = useCase((of) => (of === null ? undefined : hairlineOn(of, photo.id)));
  if (area === undefined) return null;
  return (
    <>
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

function MirrorButton(props: LineProps & { readonly area: HairlineArea; readonly from: 'left' | 'right' }) {
  const { t } = useTranslation();
  const { photo, area, from } = props;
  return (
    <Button
      className={controls.button ?? ''}
      onPress={() => {
        const points = mirrorHairline(area.points, headMirror(photo), from);
        commit({ type: 'setHairline', areaId: area.id, photoId: photo.id, points });
      }}
    >
      <FlipHorizontal2 size={18} aria-hidden />
      {t(from === 'left' ? 'hairline.mirrorRight' : 'hairline.mirrorLeft')}
    </Button>
  );
}
