import { useId } from 'react';
import styles from './Inspector.module.css';

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
  /** A colour beside the choice, as CSS writes it. */
  readonly swatch?: string;
}

/** One of a few: a name and the system's own list, which every pen, finger and reader knows. */
export function Choice<Value extends string>({ name, value, options, onChange, swatch }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{name}</label>
      <span className={styles.choice}>
        {swatch === undefined ? null : <span className={styles.swatch} style={{ background: swatch }} />}
        <select
          id={id}
          className={styles.select}
          value={value}
          onChange={(event) => {
            const chosen = options.find((each) => each.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((each) => (
            <option key={each.value} value={each.value}>
              {each.name}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
