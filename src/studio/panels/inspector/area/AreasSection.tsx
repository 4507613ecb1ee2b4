import { useTranslation } from 'react-i18next';
import { activePhoto } from '../../../../core/design/edits';
import { listedAreas } from '../../../../core/tools/area/areaActions';
import { useCase, useCaseWithDraft, useSession } from '../../../state/useStores';
import { AreaActions } from './AreaActions';
import { AreaCraft } from './AreaCraft';
import { AreaList } from './AreaList';
import { AreaRows } from './AreaRows';
import { NamedZones } from './NamedZones';
import styles from './Areas.module.css';

/** All areas of the design on the photo: what the tools do next, the list, and what is chosen. */
export function AreasSection() {
  const { t } = useTranslation();
  // As they stand: a list that followed the hand would be drawn whole at each of its moves, and show the same.
  const of = useCase((each) => each);
  const photo = of === null ? undefined : activePhoto(of);
  if (of === null || photo === undefined) return null;
  const areas = listedAreas(of, photo.id);
  return (
    <>
      <AreaCraft />
      <NamedZones />
      <AreaList areas={areas} of={of} photo={photo} />
      <Chosen />
      {areas.length === 0 ? <p className={styles.quiet}>{t('areas.none')}</p> : null}
    </>
  );
}

/** What makes the chosen areas what they are, live while a slider is dragged. */
function Chosen() {
  const of = useCaseWithDraft((each) => each);
  const selected = useSession((state) => state.selectedAreas);
  const photo = of === null ? undefined : activePhoto(of);
  if (of === null || photo === undefined) return null;
  const chosen = listedAreas(of, photo.id).filter(({ id }) => selected.includes(id));
  const [only] = chosen;
  return (
    <>
      {chosen.length === 0 ? null : <AreaActions chosen={chosen} />}
      {chosen.length === 1 && only !== undefined ? <AreaRows key={only.id} area={only} of={of} /> : null}
    </>
  );
}
