import { ChevronDown } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sessionStore, type InspectorSection } from '../../state/sessionStore';
import { useSession } from '../../state/useStores';
import styles from './Inspector.module.css';

/** One of the inspector's parts; opening one closes the others. */
export function Section({ id, children }: { readonly id: InspectorSection; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  const open = useSession((state) => state.section === id);
  return (
    <Disclosure
      className={styles.section ?? ''}
      isExpanded={open}
      onExpandedChange={(expanded) => {
        if (expanded) sessionStore.setState({ section: id });
        else if (open) sessionStore.setState({ section: null });
      }}
    >
      <Heading level={2} className={styles.header ?? ''}>
        <Button slot="trigger">
          {t(`section.${id}`)}
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Heading>
      <DisclosurePanel>{open ? <div className={styles.body}>{children}</div> : null}</DisclosurePanel>
    </Disclosure>
  );
}
