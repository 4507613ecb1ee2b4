import { Orbit } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../core/design/case';
import { DEFAULT_POSE } from '../../../../core/head/headPhoto';
import { POSE_RANGES, setPose, type PoseField } from '../../../../core/head/poseRanges';
import { setTool } from '../../../canvas/toolDesk';
import controls from '../../controls/Controls.module.css';
import { NumberSlider } from '../../controls/NumberSlider';
import { draftHead, keepHead } from './headEdits';
import styles from '../Inspector.module.css';

const FIELDS: readonly PoseField[] = ['yawDeg', 'pitchDeg', 'rollDeg', 'distanceMm'];

/** How the head is turned in the photo, and from how far it was taken; a wire shows the skull while it is set. */
export function HeadPoseRows({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.stack}>
        <p className={styles.quiet}>{t(photo.outline.placed ? 'head.poseHelp' : 'head.toPlace')}</p>
        <div className={styles.row}>
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              setTool('head');
            }}
          >
            <Orbit size={18} aria-hidden />
            {t('head.setOnPhoto')}
          </Button>
          {photo.pose.placed ? (
            <Button
              className={controls.button ?? ''}
              onPress={() => {
                keepHead({ type: 'setPose', photoId: photo.id, pose: DEFAULT_POSE });
              }}
            >
              {t('head.usualPose')}
            </Button>
          ) : null}
        </div>
      </div>
      {FIELDS.map((field) => (
        <PoseSlider key={field} photo={photo} field={field} />
      ))}
    </>
  );
}

/** Distances are spoken of in centimetres, angles in degrees. */
const UNIT_SIZE: Readonly<Record<PoseField, number>> = { yawDeg: 1, pitchDeg: 1, rollDeg: 1, distanceMm: 10 };

function PoseSlider({ photo, field }: { readonly photo: Photo; readonly field: PoseField }) {
  const { t } = useTranslation();
  const size = UNIT_SIZE[field];
  const { min, max, step, default: usual } = POSE_RANGES[field];
  const range = { min: min / size, max: max / size, step: step / size, default: usual / size };
  const edit = (value: number) => ({
    type: 'setPose' as const,
    photoId: photo.id,
    pose: setPose(photo.pose, { [field]: Math.round((value / range.step) * range.step * 100 * size) / 100 }),
  });
  return (
    <NumberSlider
      name={t(`head.${field}`)}
      unit={t(`head.units.${field}`)}
      range={range}
      value={photo.pose[field] / size}
      onDraft={(next) => {
        draftHead(edit(next));
      }}
      onCommit={(next) => {
        keepHead(edit(next));
      }}
    />
  );
}
