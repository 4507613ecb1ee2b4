import { Ruler } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../core/design/case';
import { areaErrorShare, halfWidth, mmPerPx } from '../../../../core/head/scale';
import { skullBreadthMm } from '../../../../core/head/skull/breadth';
import { scalpOf } from '../../../../core/head/scalpOf';
import { setTool } from '../../../canvas/toolDesk';
import { formatNumber } from '../../../texts/texts';
import controls from '../../controls/Controls.module.css';
import { NumberSlider } from '../../controls/NumberSlider';
import { draftHead, headSentence, keepHead } from './headEdits';
import styles from '../Inspector.module.css';

/** What callipers may show (usable range of adults 130–170 mm, children's and very broad heads let in). */
const BREADTH = { min: 110, max: 190, step: 1, default: 152 } as const;

/** The photo's scale, where it came from, and how far off it likely is. */
export function HeadScaleRows({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const scale = mmPerPx(photo);
  const { calibration } = photo;
  const mm = formatNumber(
    'mm' in calibration ? calibration.mm : 2 * halfWidth(photo.outline) * scale.mmPerPx,
    scale.source === 'estimate' ? 0 : 1,
  );
  const problem = headSentence(photo);
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <span>{t('head.scale')}</span>
        <span className={styles.quiet}>{t('head.perMm', { px: formatNumber(1 / scale.mmPerPx, 1) })}</span>
      </div>
      <p className={styles.quiet}>
        {t(`head.${scale.source}`, { mm })}{' '}
        {t('head.error', {
          length: formatNumber(100 * scale.errorShare, 1),
          area: formatNumber(100 * areaErrorShare(scale), 1),
        })}
      </p>
      {problem === null ? null : (
        <p role="alert" className={styles.warning}>
          {problem}
        </p>
      )}
      <div className={styles.row}>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            setTool('scale');
          }}
        >
          <Ruler size={18} aria-hidden />
          {t('head.measure')}
        </Button>
        {calibration.kind === 'estimate' ? null : (
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              keepHead({ type: 'setCalibration', photoId: photo.id, calibration: { kind: 'estimate' } });
            }}
          >
            {t('head.backToEstimate')}
          </Button>
        )}
      </div>
      {photo.view === 'other' ? null : <Breadth photo={photo} />}
    </div>
  );
}

/** The head's breadth measured with callipers sets the scale; where another measure does, it says what follows from that. */
function Breadth({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const { geometry } = scalpOf(photo);
  const { calibration } = photo;
  const found = geometry.kind === 'skull' ? skullBreadthMm(geometry.fit.shape) : BREADTH.default;
  const edit = (mm: number) => ({
    type: 'setCalibration' as const,
    photoId: photo.id,
    calibration: { kind: 'breadth' as const, mm },
  });
  return (
    <NumberSlider
      name={t('head.breadthName')}
      unit="mm"
      range={BREADTH}
      value={calibration.kind === 'breadth' ? calibration.mm : Math.round(found)}
      note={t(calibration.kind === 'breadth' ? 'head.breadthHelp' : 'head.breadthFound')}
      onDraft={(next) => {
        draftHead(edit(next));
      }}
      onCommit={(next) => {
        keepHead(edit(next));
      }}
    />
  );
}
