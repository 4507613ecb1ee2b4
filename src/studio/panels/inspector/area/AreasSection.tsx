import { useTranslation } from 'react-i18next';
import { activePhoto } from '../../../../core/design/edits';
import { listedAreas } from '../../../../core/tools/area/areaActions';
import { useCaseWithDraft, useSession } from '../../../state/useStores';
import { AreaActions } from './AreaActions';
import { AreaCraft } from './AreaCraft';
import { AreaList } from './AreaList';
import { AreaRows } from './AreaRows';
import { NamedZones } from './NamedZones';
import styles from './Areas.module.css';

/** All areas of the design on the photo: what the tools do next, the list, and what is chosen. */
export function AreasSection() {
  const { t } = useTranslation();
  const of = useCaseWithDraft((each) => each);
  const selected = useSession((state) => state.selectedAreas);
  const photo = of === null ? undefined : activePhoto(of);
  if (of === null || photo === undefined) return null;
  const areas = listedAreas(of, photo.id);
  const chosen = areas.filter(({ id }) => selected.includes(id));
  const [only] = chosen;
  return (
    <>
      <AreaCraft />
      <NamedZones />
      <AreaList areas={areas} of={of} photo={photo} />
      {chosen.length === 0 ? null : <AreaActions chosen={chosen} />}
      {chosen.length === 1 && only !== undefined ? <AreaRows key={only.id} area={only} of={of} /> : null}
      {areas.length === 0 ? <p className={styles.quiet}>{t('areas.none')}</p> : null}
    </>
  );
}
