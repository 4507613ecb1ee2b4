import { useRef, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FillRange } from '../../../core/design/fillRanges';
import { formatNumber } from '../../texts/texts';
import styles from './Controls.module.css';
import { typedFigure } from './typedFigure';

interface NumberSliderProps {
  readonly name: string;
  readonly unit: string;
  readonly range: FillRange;
  readonly value: number;
  /** While a hand drags; the last one is always followed by `onCommit`. */
  readonly onDraft: (value: number) => void;
  readonly onCommit: (value: number) => void;
  readonly note?: string | undefined;
}

/** A number as a slider and a field: drag, type, arrows (Shift ×10), double-click for the default. */
export function NumberSlider(props: NumberSliderProps) {
  const { name, range, value, onDraft, onCommit, note } = props;
  const { t } = useTranslation();
  const dragging = useRef(false);
  const [refused, setRefused] = useState(false);
  const digits = range.step < 0.1 ? 2 : range.step < 1 ? 1 : 0;
  // Needles, depths and dots are in mm everywhere, written in the reader's letters.
  const unit = props.unit === 'mm' ? t('ruler.unit') : props.unit;
  const share = (value - range.min) / (range.max - range.min);

  const change = (next: number): void => {
    setRefused(false);
    if (dragging.current) onDraft(next);
    else onCommit(next);
  };
  const finish = (next: number): void => {
    dragging.current = false;
    onCommit(next);
  };

  return (
    <div className={styles.number}>
      <span
        className={styles.label}
        title={t('dots.reset', { value: formatNumber(range.default, digits) })}
        onDoubleClick={() => {
          onCommit(range.default);
        }}
      >
        {name}
      </span>
      <span className={styles.entry}>
        <NumberEntry {...props} digits={digits} onRefused={setRefused} />
        <span className={styles.unit}>{unit}</span>
      </span>
      <Slider
        className={styles.slider ?? ''}
        aria-label={name}
        minValue={range.min}
        maxValue={range.max}
        step={range.step}
        value={Math.min(range.max, Math.max(range.min, value))}
        onChange={(next) => {
          change(next);
        }}
        onChangeEnd={(next) => {
          finish(next);
        }}
      >
        <div
          onPointerDownCapture={() => {
            dragging.current = true;
          }}
          onDoubleClick={() => {
            onCommit(range.default);
          }}
          onKeyDownCapture={(event) => {
            const step = arrowSteps(event.key);
            if (!event.shiftKey || step === 0) return;
            event.preventDefault();
            event.stopPropagation();
            onCommit(clampStep(value + step * 10 * range.step, range));
          }}
        >
          <SliderTrack className={styles.track ?? ''}>
            <div className={styles.filled} style={{ width: `calc(${String(share * 100)}% + 9px)` }} />
            <SliderThumb className={styles.thumb ?? ''} />
          </SliderTrack>
        </div>
      </Slider>
      <span role="status" className={styles.refused} hidden={!refused}>
        {refused
          ? t('dots.refused', {
              name,
              min: formatNumber(range.min, digits),
              max: formatNumber(range.max, digits),
              unit: unit === '' ? '' : ` ${unit}`,
            })
          : ''}
      </span>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </div>
  );
}

/** The typed side: a number outside the range is refused where it stands, and the last good value comes back. */
function NumberEntry(props: NumberSliderProps & { digits: number; onRefused: (refused: boolean) => void }) {
  const { name, range, value, digits, onCommit, onRefused } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);

  const take = (): void => {
    if (typed === null) return;
    setTyped(null);
    const next = typedFigure(typed, digits);
    const good = next !== null && next >= range.min && next <= range.max;
    onRefused(!good);
    if (good) onCommit(next);
  };

  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={t('dots.field', { name })}
      value={typed ?? formatEntry(value, digits)}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        else if (event.key === 'Escape') {
          setTyped(null);
          onRefused(false);
        } else {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          setTyped(null);
          onCommit(clampStep(value + step * range.step * (event.shiftKey ? 10 : 1), range));
        }
      }}
    />
  );
}

const formatEntry = (value: number, digits: number): string => value.toFixed(digits);

const arrowSteps = (key: string): number =>
  key === 'ArrowRight' || key === 'ArrowUp' ? 1 : key === 'ArrowLeft' || key === 'ArrowDown' ? -1 : 0;

const clampStep = (value: number, range: FillRange): number =>
  Math.min(range.max, Math.max(range.min, Math.round(value / range.step) * range.step));
