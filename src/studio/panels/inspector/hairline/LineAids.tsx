import { useTranslation } from 'react-i18next';
import { setAids } from '../../../state/sessionStore';
import { useSession } from '../../../state/useStores';
import { Switch } from '../../controls/Switch';

/** How the hand is helped while it works on the line. */
export function LineAids() {
  const { t } = useTranslation();
  const { symmetric, snapping } = useSession((state) => state.aids);
  return (
    <div>
      <Switch
        name={t('lineAids.symmetry')}
        on={symmetric}
        onChange={(on) => {
          setAids({ symmetric: on });
        }}
      />
      <Switch
        name={t('lineAids.snap')}
        on={snapping}
        onChange={(on) => {
          setAids({ snapping: on });
        }}
      />
    </div>
  );
}
