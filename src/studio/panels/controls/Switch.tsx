import { SwitchButton, SwitchField } from 'react-aria-components';
import styles from './Switch.module.css';

interface SwitchProps {
  readonly name: string;
  readonly on: boolean;
  /** For what sets this one apart from the rows about it. */
  readonly className?: string | undefined;
  readonly onChange: (on: boolean) => void;
}

/** A switch with its name before it, over the whole width of the section. */
export function Switch({ name, on, className = '', onChange }: SwitchProps) {
  return (
    <SwitchField isSelected={on} onChange={onChange}>
      <SwitchButton className={[styles.switch, className].join(' ').trim()}>
        {name}
        <span className={styles.knob} />
      </SwitchButton>
    </SwitchField>
  );
}
