import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { PLAIN_AREA, type ZonePurpose } from '../../../../core/design/area';
import { activePhoto } from '../../../../core/design/edits';
import { PURPOSE_DEFAULTS } from '../../../../core/design/zonePurposes';
import { NAMED_ZONES, namedZone, type NamedZone } from '../../../../core/head/namedZones';
import { chooseAreas } from '../../../canvas/toolDesk';
import { caseStore, commit } from '../../../state/caseStore';
import { sessionStore } from '../../../state/sessionStore';
import { useSession } from '../../../state/useStores';
import styles from './Areas.module.css';

/** Zones that have a name, laid on the fitted head by one tap each. */
export function NamedZones() {
  const { t } = useTranslation();
  const tool = useSession((state) => state.tool);
  const [problem, setProblem] = useState<string | null>(null);
  if (tool !== 'zone' && tool !== 'select') return null;
  const lay = (name: NamedZone): void => {
    const of = caseStore.getState().case;
    const photo = of === null ? undefined : activePhoto(of);
    if (photo === undefined) return;
    const rings = namedZone(name, photo);
    if (!rings.ok) {
      setProblem(t(`areas.namedProblem.${rings.error.kind}`, { name: t(`areas.named.${name}`) }));
      return;
    }
    setProblem(null);
    const { purpose: set } = sessionStore.getState().craft;
    const purpose: ZonePurpose = name === 'crown' && set === 'full' ? 'crown' : set;
    const id = crypto.randomUUID();
    commit({
      type: 'putArea',
      area: {
        ...PLAIN_AREA,
        ...PURPOSE_DEFAULTS[purpose],
        kind: 'zone',
        id,
        photoId: photo.id,
        name: t(`areas.named.${name}`),
        purpose,
        rings: rings.value,
      },
    });
    chooseAreas([id]);
  };
  return (
    <div className={styles.named}>
      <div className={styles.chips} role="group" aria-label={t('areas.namedZones')}>
        {NAMED_ZONES.map((name) => (
          <Button
            key={name}
            className={styles.chip ?? ''}
            onPress={() => {
              lay(name);
            }}
          >
            {t(`areas.named.${name}`)}
          </Button>
        ))}
      </div>
      <p className={styles.quiet}>{t('areas.namedZonesHelp')}</p>
      <p role="status" className={styles.problem} hidden={problem === null}>
        {problem ?? ''}
      </p>
    </div>
  );
}
