import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Healing, Keyframe } from '../../../../core/design/treatment';
import {
  keyframeRoom,
  standsFast,
  withCurve,
  withKeyframe,
  withKeyframeOn,
} from '../../../../core/pigment/time/curveEdits';
import { dayOnCurve } from '../../../../core/pigment/time/healing';
import { HEALED_DAY, HEALED_VALUES, healingCurves, type CurveName } from '../../../../core/pigment/time/healingCurves';
import { sessionStore } from '../../../state/sessionStore';
import { useSession } from '../../../state/useStores';
import { formatNumber, text } from '../../../texts/texts';
import {
  AXIS_DAYS,
  CURVE_UNITS,
  curvePath,
  keyframeAt,
  keyframeNear,
  placeOf,
  toShown,
  type ChartPoint,
  type ChartSize,
} from './curveScale';
import styles from './Curves.module.css';
import { draft, dropDraft, keep, set } from './treatmentEdits';

const SIZE: ChartSize = { width: 256, height: 120 };
/** Room for the points' own size at the sides, the axis below. */
const MARGIN = { x: 8, top: 10, bottom: 20 };
const VIEW = { width: SIZE.width + 2 * MARGIN.x, height: SIZE.height + MARGIN.top + MARGIN.bottom };
/** How near a press must be to a point, CSS px. */
const REACH = { mouse: 12, touch: 24 };

export interface CurveProps {
  readonly healing: Healing;
  readonly curve: CurveName;
  readonly frames: readonly Keyframe[];
}

interface CurveChartProps extends CurveProps {
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
  readonly onRemove: (index: number) => void;
}

interface Drag {
  readonly index: number;
  readonly pointerId: number;
  /** The curve as it was, from which every move starts. */
  readonly from: readonly Keyframe[];
  /** From the pointer to the point that it took hold of. */
  readonly offset: ChartPoint;
  readonly last: Healing | null;
}

/** A healing curve over time. Points are dragged or moved by keys; a double-click adds one. */
export function CurveChart({ healing, curve, frames, selected, onSelect, onRemove }: CurveChartProps) {
  const { t } = useTranslation();
  const drag = useRef<Drag | null>(null);

  const take = (index: number, event: React.PointerEvent<SVGSVGElement>, at: ChartPoint): void => {
    const frame = frames[index];
    if (frame === undefined) return;
    const place = placeOf(curve, frame, SIZE);
    const offset = { x: place.x - at.x, y: place.y - at.y };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.querySelectorAll<SVGGElement>('[role=slider]')[index]?.focus({ preventScroll: true });
    drag.current = { index, pointerId: event.pointerId, from: frames, offset, last: null };
    onSelect(index);
    showDay(frame);
  };
  const move = ({ index, from, offset, ...rest }: Drag, at: ChartPoint): void => {
    const to = keyframeAt(curve, { x: at.x + offset.x, y: at.y + offset.y }, SIZE);
    const made = withCurve(healing, curve, withKeyframe(curve, from, index, to));
    if (!made.ok) return;
    drag.current = { ...rest, index, from, offset, last: made.value };
    draft(set({ healing: made.value }));
  };
  const end = (isKept: boolean): void => {
    const last = drag.current?.last ?? null;
    const index = drag.current?.index ?? -1;
    drag.current = null;
    if (last === null) return;
    if (isKept) keep(set({ healing: last }));
    else dropDraft();
    const moved = isKept ? healingCurves(last)[curve][index] : undefined;
    if (moved !== undefined) showDay(moved);
  };
  const key = (event: React.KeyboardEvent, index: number): void => {
    if (event.key === 'Escape' && drag.current !== null) end(false);
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(index);
    else {
      const to = stepped(curve, frames[index], event);
      if (to === null) return;
      const made = withCurve(healing, curve, withKeyframe(curve, frames, index, to));
      if (made.ok) keep(set({ healing: made.value }));
      showDay(to);
    }
    // These keys mean the point, not the photo.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <svg
      className={styles.chart}
      viewBox={`${String(-MARGIN.x)} ${String(-MARGIN.top)} ${String(VIEW.width)} ${String(VIEW.height)}`}
      role="group"
      aria-label={t('curves.chart', { curve: t(`curves.names.${curve}`) })}
      onMouseDown={(event) => {
        // The point that is meant takes the focus, not the one whose reach lies on top.
        event.preventDefault();
      }}
      onPointerDown={(event) => {
        if (event.button !== 0 || drag.current !== null) return;
        const { at, perPx } = chartPlace(event);
        const reach = (event.pointerType === 'mouse' ? REACH.mouse : REACH.touch) * perPx;
        const index = keyframeNear(curve, frames, at, SIZE, reach);
        if (index !== null) take(index, event, at);
      }}
      onPointerMove={(event) => {
        if (drag.current?.pointerId === event.pointerId) move(drag.current, chartPlace(event).at);
      }}
      onPointerUp={(event) => {
        if (drag.current?.pointerId === event.pointerId) end(true);
      }}
      onPointerCancel={() => {
        end(false);
      }}
      onDoubleClick={(event) => {
        const { at } = chartPlace(event);
        if (keyframeNear(curve, frames, at, SIZE, REACH.mouse) !== null) return;
        const [day] = keyframeAt(curve, at, SIZE);
        const added = withKeyframeOn(curve, frames, day);
        const made = withCurve(healing, curve, added);
        if (made.ok && added !== frames) keep(set({ healing: made.value }));
        onSelect(added.findIndex(([each]) => each === Math.round(day)));
      }}
    >
      <Axes healing={healing} curve={curve} />
      <path className={styles.curve} d={curvePath(curve, frames, SIZE)} />
      {frames.map((_, index) => (
        <Point
          key={index}
          curve={curve}
          frames={frames}
          index={index}
          isSelected={index === selected}
          onFocus={() => {
            onSelect(index);
          }}
          onKeyDown={(event) => {
            key(event, index);
          }}
        />
      ))}
    </svg>
  );
}

interface PointProps {
  readonly curve: CurveName;
  readonly frames: readonly Keyframe[];
  readonly index: number;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

function Point({ curve, frames, index, isSelected, onFocus, onKeyDown }: PointProps) {
  const { t } = useTranslation();
  const frame = frames[index];
  if (frame === undefined) return null;
  const { x, y } = placeOf(curve, frame, SIZE);
  const room = keyframeRoom(curve, frames, index).value;
  const fixed = standsFast(frame);
  return (
    <g
      className={styles.point}
      role="slider"
      tabIndex={0}
      aria-label={t('curves.point', { curve: t(`curves.names.${curve}`), n: index + 1 })}
      aria-valuemin={toShown(curve, room.min)}
      aria-valuemax={toShown(curve, room.max)}
      aria-valuenow={toShown(curve, frame[1])}
      aria-valuetext={pointText(curve, frame)}
      aria-readonly={fixed}
      data-selected={isSelected}
      data-fixed={fixed}
      transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <circle className={styles.reach} r={14} />
      {fixed ? <rect x={-4} y={-4} width={8} height={8} transform="rotate(45)" /> : <circle r={isSelected ? 6 : 4.5} />}
    </g>
  );
}

function Axes({ healing, curve }: Pick<CurveProps, 'healing' | 'curve'>) {
  const days = useSession((state) => state.days);
  const healed = placeOf(curve, [HEALED_DAY, HEALED_VALUES[curve]], SIZE);
  const now = placeOf(curve, [dayOnCurve(healing, days), 0], SIZE).x;
  return (
    <g aria-hidden className={styles.axes}>
      {AXIS_DAYS.map((day) => {
        const { x } = placeOf(curve, [day, 0], SIZE);
        return (
          <g key={day}>
            <line x1={x} x2={x} y1={0} y2={SIZE.height} />
            <text x={x} y={SIZE.height + 14} textAnchor={day === 0 ? 'start' : 'middle'}>
              {axisText(day)}
            </text>
          </g>
        );
      })}
      <line className={styles.level} x1={0} x2={SIZE.width} y1={healed.y} y2={healed.y} />
      <line className={styles.now} x1={now} x2={now} y1={-MARGIN.top} y2={SIZE.height} />
    </g>
  );
}

/** The picture follows the point in hand, so that its effect is seen. */
const showDay = ([days]: Keyframe): void => {
  sessionStore.setState({ days: Math.round(days) });
};

function stepped(curve: CurveName, frame: Keyframe | undefined, event: React.KeyboardEvent): Keyframe | null {
  if (frame === undefined) return null;
  const times = event.shiftKey ? 10 : 1;
  const [days, value] = frame;
  const { step, factor } = CURVE_UNITS[curve];
  const up = (by: number): Keyframe => [days, Number((value + (by * times * step) / factor).toFixed(6))];
  switch (event.key) {
    case 'ArrowUp':
      return up(1);
    case 'ArrowDown':
      return up(-1);
    case 'ArrowRight':
      return [days + times, value];
    case 'ArrowLeft':
      return [days - times, value];
    default:
      return null;
  }
}

/** Where on the chart an event is, and how many of its units a CSS pixel makes. */
function chartPlace(event: { clientX: number; clientY: number; currentTarget: SVGSVGElement }) {
  const box = event.currentTarget.getBoundingClientRect();
  const perPx = VIEW.width / Math.max(1, box.width);
  return {
    at: { x: (event.clientX - box.left) * perPx - MARGIN.x, y: (event.clientY - box.top) * perPx - MARGIN.top },
    perPx,
  };
}

function axisText(day: number): string {
  if (day < 60) return text('strip.stopDay', { n: day });
  return text('strip.stopYear', { n: Math.round(day / 365) });
}

const pointText = (curve: CurveName, [days, value]: Keyframe): string =>
  text('curves.pointValue', {
    day: formatNumber(days),
    value: formatNumber(toShown(curve, value), CURVE_UNITS[curve].digits),
    unit: CURVE_UNITS[curve].unit,
  });
