import type { LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
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
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isWriting() && document.querySelector('[role=tooltip]') !== null) setOpen(false);
    };
    // A tooltip takes Escape for itself at the document; one Escape closes both.
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [open]);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <IconButton icon={icon} name={name} isDisabled={isDisabled} />
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={8} containerPadding={8}>
        <Dialog className={styles.shelf ?? ''} aria-label={name}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Escape in a field is about what is written there. */
const isWriting = (): boolean => document.activeElement?.matches('input, textarea, select') ?? false;
