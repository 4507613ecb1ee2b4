import type { LucideIcon } from 'lucide-react';
import { Button, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Controls.module.css';

interface Shared {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keys?: string;
  readonly labelled?: boolean;
  readonly isDisabled?: boolean;
}

/** A 20 px icon with its name always at hand: to assistive technology, and as a tooltip with its key. */
export function IconButton(props: Shared & { readonly onPress?: () => void }) {
  return (
    <Described {...props}>
      <Button
        aria-label={props.name}
        className={[styles.icon, props.labelled ? styles.labelled : ''].join(' ')}
        isDisabled={props.isDisabled ?? false}
        {...(props.onPress ? { onPress: props.onPress } : {})}
      >
        <Face {...props} />
      </Button>
    </Described>
  );
}

export function IconToggle(
  props: Shared & {
    readonly isSelected: boolean;
    readonly onChange: (selected: boolean) => void;
    readonly onPressStart?: () => void;
    readonly onPressEnd?: () => void;
  },
) {
  return (
    <Described {...props}>
      <ToggleButton
        aria-label={props.name}
        className={[styles.icon, props.labelled ? styles.labelled : ''].join(' ')}
        isDisabled={props.isDisabled ?? false}
        isSelected={props.isSelected}
        onChange={props.onChange}
        {...(props.onPressStart ? { onPressStart: props.onPressStart } : {})}
        {...(props.onPressEnd ? { onPressEnd: props.onPressEnd } : {})}
      >
        <Face {...props} />
      </ToggleButton>
    </Described>
  );
}

function Face({ icon: Icon, name, labelled }: Shared) {
  return (
    <>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      {labelled ? <span>{name}</span> : null}
    </>
  );
}

function Described({ name, keys, children }: Shared & { readonly children: React.ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {name}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
