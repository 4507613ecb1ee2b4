import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SECTION_IDS, sessionStore } from '../../state/sessionStore';
import { useSession } from '../../state/useStores';
import { AreasSection } from './area/AreasSection';
import { DotsSection } from './area/DotsSection';
import { HairlineSection } from './hairline/HairlineSection';
import { HeadSection } from './head/HeadSection';
import { PigmentSection } from './pigment/PigmentSection';
import { PlanSection } from './plan/PlanSection';
import styles from './Inspector.module.css';

const SECTIONS = {
  head: HeadSection,
  hairline: HairlineSection,
  areas: AreasSection,
  dots: DotsSection,
  pigment: PigmentSection,
  plan: PlanSection,
} as const;

/** The parts of the work in their order; one is open, the others a tap away. */
export function Inspector() {
  const { t } = useTranslation();
  const section = useSession((state) => state.section);
  return (
    <aside className={styles.inspector} aria-label={t('inspector.name')}>
      <Tabs
        className={styles.tabs ?? ''}
        selectedKey={section}
        onSelectionChange={(key) => {
          const next = SECTION_IDS.find((each) => each === key);
          if (next !== undefined) sessionStore.setState({ section: next });
        }}
      >
        <TabList className={styles.tabList ?? ''} aria-label={t('inspector.name')}>
          {SECTION_IDS.map((id) => (
            <Tab key={id} id={id} className={styles.tab ?? ''}>
              {t(`section.${id}`)}
            </Tab>
          ))}
        </TabList>
        {SECTION_IDS.map((id) => {
          const Section = SECTIONS[id];
          return (
            <TabPanel key={id} id={id} className={styles.body ?? ''}>
              <Section />
            </TabPanel>
          );
        })}
      </Tabs>
    </aside>
  );
}
