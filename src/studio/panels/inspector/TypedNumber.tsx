import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../texts/texts';
import { typedFigure } from '../controls/typedFigure';
import styles from './TypedNumber.module.css';

interface TypedNumberProps {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly digits: number;
  readonly isDisabled?: boolean;
  readonly onCommit: (value: number) => void;
}

/** A number that is typed. Outside its range it is refused where it stands, with the range, and the last one comes back. */
export function TypedNumber({ name, unit, value, min, max, digits, isDisabled, onCommit }: TypedNumberProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const take = (): void => {
    if (typed === null) return;
    setTyped(null);
    const next = typedFigure(typed, digits);
    // Half of what is shown lets the limits themselves through however they are rounded.
    const slack = 0.5 * 10 ** -digits;
    const good = next !== null && next >= min - slack && next <= max + slack;
    setRefused(!good);
    if (good) onCommit(Math.min(max, Math.max(min, next)));
  };
  return (
    <TextField
      className={styles.typed ?? ''}
      isInvalid={refused}
      isDisabled={isDisabled ?? false}
      value={typed ?? value.toFixed(digits)}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key !== 'Escape') return;
        setTyped(null);
        setRefused(false);
      }}
    >
      <Label>{name}</Label>
      <span className={styles.typedEntry}>
        <Input inputMode="decimal" />
        <span className={styles.unit}>{unit === 'mm' ? t('ruler.unit') : unit}</span>
      </span>
      <FieldError className={styles.refused ?? ''}>
        {t('dots.refused', {
          name,
          min: formatNumber(min, digits),
          max: formatNumber(max, digits),
          unit: unit === '' ? '' : ` ${unit}`,
        })}
      </FieldError>
    </TextField>
  );
}
