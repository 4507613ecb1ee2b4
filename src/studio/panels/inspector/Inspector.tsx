import { useTranslation } from 'react-i18next';
import { DotsSection } from './DotsSection';
import { HairlineSection } from './HairlineSection';
import { HeadSection } from './HeadSection';
import { Section } from './Section';
import styles from './Inspector.module.css';

export function Inspector() {
  const { t } = useTranslation();
  return (
    <aside className={styles.inspector} aria-label={t('inspector.name')}>
      <Section id="head">
        <HeadSection />
      </Section>
      <Section id="hairline">
        <HairlineSection />
      </Section>
      <Section id="dots">
        <DotsSection />
      </Section>
    </aside>
  );
}
