import { Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Healing, Keyframe } from '../../../../core/design/treatment';
import {
  isEdited,
  keyframeRoom,
  roomBeside,
  standsFast,
  withCurve,
  withKeyframe,
  withKeyframeOn,
  withoutKeyframe,
} from '../../../../core/pigment/time/curveEdits';
import {
  CURVE_NAMES,
  defaultCurves,
  healingCurves,
  HEALED_DAY,
  type CurveName,
} from '../../../../core/pigment/time/healingCurves';
import controls from '../../controls/Controls.module.css';
import { IconButton } from '../../controls/IconButton';
import { FoldingRow, FoldingRows } from '../FoldingRow';
import inspector from '../Inspector.module.css';
import { CurveChart, type CurveProps } from './CurveChart';
import { CURVE_UNITS, curvePath, fromShown, toShown } from './curveScale';
import styles from './Curves.module.css';
import { keep, set, type TreatmentProps } from './treatmentEdits';
import { TypedNumber } from '../TypedNumber';

const SPARK = { width: 64, height: 20 };

/** How marks and skin change over time, curve by curve; one is open, all are estimates. */
export function HealingCurveRows({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const { healing } = treatment;
  const curves = healingCurves(healing);
  return (
    <>
      <h4 className={styles.heading}>
        {t('curves.title')} <span className={inspector.quiet}>{t('strip.estimate')}</span>
      </h4>
      <FoldingRows>
        {CURVE_NAMES.map((curve) => (
          <CurveRow key={curve} healing={healing} curve={curve} frames={curves[curve]} />
        ))}
      </FoldingRows>
      {healing.curves === null ? null : (
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            keep(set({ healing: { ...healing, curves: null } }));
          }}
        >
          <RotateCcw size={16} aria-hidden />
          {t('curves.resetAll')}
        </Button>
      )}
    </>
  );
}

function CurveRow({ healing, curve, frames }: CurveProps) {
  const { t } = useTranslation();
  return (
    <FoldingRow
      id={curve}
      level={5}
      className={styles.row}
      head={(isOpen) => (
        <>
          <span className={styles.rowName}>
            {t(`curves.names.${curve}`)}
            {isEdited(healing, curve) ? <span className={inspector.quiet}> {t('curves.edited')}</span> : null}
          </span>
          {isOpen ? null : (
            <svg
              aria-hidden
              className={styles.spark}
              viewBox={`0 -1 ${String(SPARK.width)} ${String(SPARK.height + 2)}`}
            >
              <path className={styles.curve} d={curvePath(curve, frames, SPARK)} />
            </svg>
          )}
        </>
      )}
    >
      <CurveEditor healing={healing} curve={curve} frames={frames} />
    </FoldingRow>
  );
}

function CurveEditor({ healing, curve, frames }: CurveProps) {
  const { t } = useTranslation();
  const [chosen, setSelected] = useState<number | null>(null);
  // Undo may have taken the point away.
  const selected = chosen !== null && chosen < frames.length ? chosen : null;
  const take = (next: readonly Keyframe[]): void => {
    const made = withCurve(healing, curve, next);
    if (made.ok) keep(set({ healing: made.value }));
  };
  const remove = (index: number): void => {
    const left = withoutKeyframe(frames, index);
    take(left);
    setSelected(index < left.length ? index : null);
  };
  const room = roomBeside(frames, selected ?? frames.length - 1);
  return (
    <div className={styles.editor}>
      <p className={inspector.quiet}>{t(`curves.help.${curve}`)}</p>
      <CurveChart
        healing={healing}
        curve={curve}
        frames={frames}
        selected={selected}
        onSelect={setSelected}
        onRemove={remove}
      />
      {selected === null ? (
        <p className={inspector.quiet}>{t('curves.hint')}</p>
      ) : (
        <KeyframeFields
          key={selected}
          curve={curve}
          frames={frames}
          index={selected}
          onCommit={(to) => {
            take(withKeyframe(curve, frames, selected, to));
          }}
        />
      )}
      <div className={styles.actions}>
        <Button
          className={controls.button ?? ''}
          isDisabled={room === null}
          onPress={() => {
            if (room === null) return;
            const added = withKeyframeOn(curve, frames, room);
            take(added);
            setSelected(added.findIndex(([day]) => day === room));
          }}
        >
          <Plus size={16} aria-hidden />
          {t('curves.add')}
        </Button>
        <IconButton
          icon={Trash2}
          name={t('curves.remove')}
          isDisabled={selected === null || withoutKeyframe(frames, selected) === frames}
          onPress={() => {
            if (selected !== null) remove(selected);
          }}
        />
        <IconButton
          icon={RotateCcw}
          name={t('curves.reset')}
          isDisabled={!isEdited(healing, curve)}
          onPress={() => {
            take(defaultOf(healing, curve));
            setSelected(null);
          }}
        />
      </div>
    </div>
  );
}

const defaultOf = ({ kind }: Healing, curve: CurveName): readonly Keyframe[] => defaultCurves(kind)[curve];

interface KeyframeFieldsProps {
  readonly curve: CurveName;
  readonly frames: readonly Keyframe[];
  readonly index: number;
  readonly onCommit: (to: Keyframe) => void;
}

function KeyframeFields({ curve, frames, index, onCommit }: KeyframeFieldsProps) {
  const { t } = useTranslation();
  const frame = frames[index];
  if (frame === undefined) return null;
  const [days, value] = frame;
  const room = keyframeRoom(curve, frames, index);
  const { unit, digits } = CURVE_UNITS[curve];
  const fixed = standsFast(frame);
  return (
    <>
      <div className={styles.fields}>
        <TypedNumber
          name={t('curves.day')}
          unit=""
          value={days}
          min={Math.min(days, room.days.min)}
          max={Math.max(days, room.days.max)}
          digits={0}
          isDisabled={fixed}
          onCommit={(day) => {
            onCommit([day, value]);
          }}
        />
        <TypedNumber
          name={t('curves.value')}
          unit={unit}
          value={toShown(curve, value)}
          min={toShown(curve, room.value.min)}
          max={toShown(curve, room.value.max)}
          digits={digits}
          isDisabled={fixed}
          onCommit={(shown) => {
            onCommit([days, fromShown(curve, shown)]);
          }}
        />
      </div>
      {fixed ? <p className={inspector.quiet}>{t('curves.fixed', { day: HEALED_DAY })}</p> : null}
    </>
  );
}
