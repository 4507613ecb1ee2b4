import type { LucideIcon } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { IconButton } from '../controls/IconButton';
import styles from './Shelf.module.css';

interface ShelfProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly isDisabled?: boolean;
  readonly children: React.ReactNode;
}

/** A list that lies behind a button of the bar and beside the canvas, which stays in sight. */
export function Shelf({ icon, name, isDisabled = false, children }: ShelfProps) {
  return (
    <DialogTrigger>
      <IconButton icon={icon} name={name} isDisabled={isDisabled} />
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={8} containerPadding={8}>
        <Dialog className={styles.shelf ?? ''} aria-label={name}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
