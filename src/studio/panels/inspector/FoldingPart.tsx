import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import fold from '../controls/Fold.module.css';
import styles from './FoldingPart.module.css';

interface PartProps {
  readonly name: string;
  /** Shown beside the name while the part is closed or open. */
  readonly figure?: string | undefined;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of the section that folds away under its name. */
export function Part({ name, figure, open = false, children }: PartProps) {
  return (
    <div className={styles.part}>
      <Disclosure defaultExpanded={open}>
        <Heading level={3}>
          <Button slot="trigger" className={[fold.trigger, styles.trigger].join(' ')}>
            <ChevronRight size={16} aria-hidden className={[fold.chevron, styles.chevron].join(' ')} />
            {name}
            {figure === undefined ? null : <span className={styles.figure}>{figure}</span>}
          </Button>
        </Heading>
        <DisclosurePanel>
          <div className={styles.panel}>{children}</div>
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}
