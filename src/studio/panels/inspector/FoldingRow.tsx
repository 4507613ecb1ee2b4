import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, Disclosure, DisclosureGroup, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './FoldingRow.module.css';

/** Rows of one list, of which one at a time shows what is in it. */
export function FoldingRows({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<ReadonlySet<string | number>>(new Set());
  return (
    <DisclosureGroup className={styles.rows ?? ''} expandedKeys={open} onExpandedChange={setOpen}>
      {children}
    </DisclosureGroup>
  );
}

interface FoldingRowProps {
  readonly id: string;
  readonly level: number;
  /** Height and padding of the row while it is closed. */
  readonly className: string | undefined;
  /** What it says while it is closed, and open. */
  readonly head: (isOpen: boolean) => ReactNode;
  /** Made anew each time it opens. */
  readonly children: ReactNode;
}

/** A row that opens to what is in it. */
export function FoldingRow({ id, level, className, head, children }: FoldingRowProps) {
  return (
    <Disclosure id={id} className={styles.row ?? ''}>
      {({ isExpanded }) => (
        <>
          <Heading level={level} className={styles.heading ?? ''}>
            <Button slot="trigger" className={[styles.button, className].join(' ')}>
              {head(isExpanded)}
              <ChevronDown size={16} aria-hidden className={styles.chevron} />
            </Button>
          </Heading>
          <DisclosurePanel>{isExpanded ? children : null}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
