import { useTranslation } from 'react-i18next';
import type { Area } from '../../../../core/design/area';
import type { Case } from '../../../../core/design/case';
import { listedAreas } from '../../../../core/tools/area/areaActions';

/** What an area is called: by its name, else by its kind, numbered where there are several of it. */
export function useAreaName(): (area: Area, of: Case) => string {
  const { t } = useTranslation();
  const kindName = (area: Area): string => {
    if (area.kind === 'zone')
      return area.purpose === 'full' ? t('areas.kinds.zone') : t(`areas.purposes.${area.purpose}`);
    if (area.kind === 'scar') return t(`areas.forms.${area.form}`);
    return t(`areas.kinds.${area.kind}`);
  };
  return (area, of) => {
    if (area.name !== '') return area.name;
    const name = kindName(area);
    const alike = listedAreas(of, area.photoId).filter((each) => each.name === '' && kindName(each) === name);
    return alike.length < 2 ? name : `${name} ${String(alike.indexOf(area) + 1)}`;
  };
}
