import { ChevronDown, ChevronUp, Eye, EyeOff, Lock, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../../../../core/design/area';
import type { Case, Photo } from '../../../../core/design/case';
import { areaErrorShare, mmPerPx, type PhotoScale } from '../../../../core/head/scale';
import { workingHours } from '../../../../core/plan/hours';
import { moveInOrder } from '../../../../core/tools/area/areaActions';
import { chooseAreas } from '../../../canvas/toolDesk';
import { commit } from '../../../state/caseStore';
import { usePreferences, useSession } from '../../../state/useStores';
import { formatArea } from '../../../texts/measures';
import { formatNumber } from '../../../texts/texts';
import { IconButton, IconToggle } from '../../controls/IconButton';
import lists from '../../controls/List.module.css';
import styles from './Areas.module.css';
import { useAreaName } from './areaName';
import { useAreaCounts, type AreaCount } from './useAreaCounts';

interface AreaListProps {
  readonly areas: readonly Area[];
  readonly of: Case;
  readonly photo: Photo;
}

/** The areas from the topmost to the lowest, each with its figures, and their sums. */
export function AreaList({ areas, of, photo }: AreaListProps) {
  const { t } = useTranslation();
  const counts = useAreaCounts(of, photo);
  const scale = mmPerPx(photo);
  if (areas.length === 0) return null;
  return (
    <>
      <ul className={lists.rows} aria-label={t('areas.list')}>
        {areas.toReversed().map((area) => (
          <AreaRow key={area.id} area={area} count={counts.byId.get(area.id)} of={of} />
        ))}
      </ul>
      <Totals counts={[...counts.byId.values()]} cm2={counts.togetherCm2} scale={scale} />
    </>
  );
}

function AreaRow({
  area,
  count,
  of,
}: {
  readonly area: Area;
  readonly count: AreaCount | undefined;
  readonly of: Case;
}) {
  const { t } = useTranslation();
  const selected = useSession((state) => state.selectedAreas);
  const name = useAreaName()(area, of);
  const isChosen = selected.includes(area.id);
  const toggle = (): void => {
    chooseAreas(isChosen ? selected.filter((id) => id !== area.id) : [...selected, area.id]);
  };
  const [up, down] = [moveInOrder(of, area.id, 1), moveInOrder(of, area.id, -1)];
  return (
    <li className={styles.row} data-chosen={isChosen}>
      <label className={styles.check}>
        <input type="checkbox" aria-label={t('areas.choose', { name })} checked={isChosen} onChange={toggle} />
      </label>
      <button
        type="button"
        className={styles.name}
        aria-pressed={isChosen}
        onClick={(event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) toggle();
          else chooseAreas([area.id]);
        }}
      >
        <span>{name}</span>
        <span className={styles.figures}>
          {count === undefined ? '' : formatArea(count.cm2, count.cm2 < 10 ? 2 : 1)}
          {count === undefined || count.dots === null ? '' : ` · ${t('plan.dots', { count: count.dots })}`}
        </span>
      </button>
      <span className={styles.tools}>
        <IconToggle
          icon={area.hidden ? EyeOff : Eye}
          name={t('areas.hide', { name })}
          isSelected={area.hidden}
          onChange={(hidden) => {
            commit({ type: 'putArea', area: { ...area, hidden } });
          }}
        />
        <IconToggle
          icon={area.locked ? Lock : LockOpen}
          name={t('areas.lock', { name })}
          isSelected={area.locked}
          onChange={(locked) => {
            commit({ type: 'putArea', area: { ...area, locked } });
          }}
        />
        <span className={styles.order}>
          <IconButton
            icon={ChevronUp}
            name={t('areas.up', { name })}
            isDisabled={up === null}
            onPress={() => {
              if (up !== null) commit(up);
            }}
          />
          <IconButton
            icon={ChevronDown}
            name={t('areas.down', { name })}
            isDisabled={down === null}
            onPress={() => {
              if (down !== null) commit(down);
            }}
          />
        </span>
      </span>
    </li>
  );
}

function Totals(props: { readonly counts: readonly AreaCount[]; readonly cm2: number; readonly scale: PhotoScale }) {
  const { counts, cm2, scale } = props;
  const { t } = useTranslation();
  const paceDots = usePreferences((state) => state.paceDots);
  const dotted = counts.filter((count) => count.dots !== null);
  const dots = dotted.reduce((sum, count) => sum + (count.dots ?? 0), 0);
  const most = Math.max(0, ...dotted.map(({ bySession }) => bySession.length));
  const sessions = Array.from({ length: most }, (_, i) =>
    dotted.reduce((sum, each) => sum + (each.bySession[i] ?? 0), 0),
  );
  const set = sessions.reduce((sum, each) => sum + each, 0);
  return (
    <dl className={styles.totals}>
      <dt>{t('areas.total')}</dt>
      <dd>
        {formatArea(cm2)} · {t('plan.dots', { count: dots })}
      </dd>
      {sessions.length < 2 ? null : (
        <>
          <dt>{t('areas.bySession')}</dt>
          <dd>{sessions.map((each) => formatNumber(each)).join(' · ')}</dd>
        </>
      )}
      <dt>{t('areas.hours')}</dt>
      <dd>{t('plan.hours', { hours: formatNumber(workingHours(set, paceDots), 1) })}</dd>
      <dt>{t('areas.error')}</dt>
      <dd>
        {t(scale.estimated ? 'areas.errorEstimated' : 'areas.errorMeasured', {
          percent: formatNumber(100 * areaErrorShare(scale)),
        })}
      </dd>
    </dl>
  );
}
