import { SwitchButton, SwitchField } from 'react-aria-components';
import styles from '../inspector/Inspector.module.css';

interface SwitchProps {
  readonly name: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A switch with its name before it, over the whole width of the section. */
export function Switch({ name, on, onChange }: SwitchProps) {
  return (
    <SwitchField isSelected={on} onChange={onChange}>
      <SwitchButton className={styles.switch ?? ''}>
        {name}
        <span className={styles.knob} />
      </SwitchButton>
    </SwitchField>
  );
}
