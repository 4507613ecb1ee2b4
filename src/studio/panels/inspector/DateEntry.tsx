import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../core/design/treatment';
import styles from './Entry.module.css';

interface DateEntryProps {
  readonly name: string;
  readonly value: IsoDate | null;
  /** What is wrong with the date that was entered last; the value stays what it was. */
  readonly problem: string | null;
  /** Null: the date was taken away. */
  readonly onCommit: (date: IsoDate | null) => void;
}

/** A day, typed part by part or taken from the system's own calendar. */
export function DateEntry({ name, value, problem, onCommit }: DateEntryProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  // Each typed part changes the date; only the calendar's choice is final at once.
  const typing = useRef(false);
  const take = (date: string, isWhole: boolean): void => {
    setTyped(null);
    typing.current = false;
    if (isWhole && date !== (value ?? '')) onCommit(date === '' ? null : date);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="date"
        min="2000-01-01"
        max="2099-12-31"
        className={[styles.input, styles.date].join(' ')}
        value={typed ?? value ?? ''}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        title={t('planning.dateHelp')}
        onKeyDown={(event) => {
          typing.current = true;
          if (event.key === 'Enter') take(event.currentTarget.value, event.currentTarget.validity.valid);
        }}
        onChange={(event) => {
          const { value: date, validity } = event.currentTarget;
          if (typing.current) setTyped(date);
          else take(date, validity.valid);
        }}
        onBlur={(event) => {
          if (typed !== null) take(event.currentTarget.value, event.currentTarget.validity.valid);
        }}
      />
      <p id={`${id}-problem`} role="status" className={styles.problem} hidden={problem === null}>
        {problem ?? ''}
      </p>
    </div>
  );
}
