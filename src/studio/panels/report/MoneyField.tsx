import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedNumber } from '../../../core/plan/typedMoney';
import { decimalSign } from '../../export/report/figures';
import { formatNumber, locale } from '../../texts/texts';
import styles from './PlanSheet.module.css';

interface MoneyFieldProps {
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly range: { readonly min: number; readonly max: number };
  /** Null: the field was emptied. Without it an empty field is refused. */
  readonly onCommit: (value: number | null) => void;
  readonly mayBeEmpty?: boolean;
}

/** A figure that is typed: what is no figure, or outside the range, is refused where it stands. */
export function MoneyField({ name, unit, value, range, onCommit, mayBeEmpty = false }: MoneyFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const take = (): void => {
    if (typed === null) return;
    setTyped(null);
    if (typed.trim() === '' && mayBeEmpty) {
      setRefusal(null);
      onCommit(null);
      return;
    }
    const read = typedNumber(typed, decimalSign(), range);
    if (read.ok) {
      setRefusal(null);
      onCommit(read.value);
    } else {
      const { min, max } = range;
      setRefusal(t(`sheet.price.${read.error.kind}`, { name, min: formatNumber(min), max: formatNumber(max) }));
    }
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      <span className={styles.entry}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null ? undefined : `${id}-refused`}
          value={typed ?? (value === null ? '' : plainNumber(value))}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation();
              setTyped(null);
            }
          }}
        />
        <span className={styles.quiet}>{unit}</span>
      </span>
      <span id={`${id}-refused`} role="status" className={styles.refused}>
        {refusal ?? ''}
      </span>
    </div>
  );
}

/** As a hand would type it: no grouping. */
const plainNumber = (value: number): string =>
  new Intl.NumberFormat(locale(), { useGrouping: false, maximumFractionDigits: 3 }).format(value);
