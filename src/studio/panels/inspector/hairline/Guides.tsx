import { Check, RotateCcw } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../core/design/case';
import { hairlineOn } from '../../../../core/design/edits';
import { GUIDES, type GuideId } from '../../../../core/head/guides/guides';
import { guideOn, landmarksOn, type ShownGuide } from '../../../canvas/overlay/landmarkGuides';
import { commit } from '../../../state/caseStore';
import { setAids } from '../../../state/sessionStore';
import { useCaseWithDraft, useSession } from '../../../state/useStores';
import controls from '../../controls/Controls.module.css';
import { Part } from '../FoldingPart';
import { Switch } from '../../controls/Switch';
import styles from '../Inspector.module.css';

interface GuidesProps {
  readonly photo: Photo;
}

/** Constructions of the face over the photo, each switched on its own. */
export function Guides({ photo }: GuidesProps) {
  const { t } = useTranslation();
  const shown = useSession((state) => state.aids.guides);
  return (
    <Part name={t('guides.name')} open>
      {GUIDES.map((id) => (
        <GuideSwitch key={id} id={id} shown={shown} photo={photo} />
      ))}
      {shown.length === 0 ? null : <Landmarks photo={photo} />}
    </Part>
  );
}

function GuideSwitch({ id, shown, photo }: GuidesProps & { readonly id: GuideId; readonly shown: readonly GuideId[] }) {
  const { t } = useTranslation();
  const on = shown.includes(id);
  return (
    <div>
      <Switch
        name={t(`guides.${id}`)}
        on={on}
        onChange={(next) => {
          setAids({ guides: next ? [...shown, id] : shown.filter((each) => each !== id) });
        }}
      />
      {on ? <Refused id={id} photo={photo} /> : null}
    </div>
  );
}

const NO_POINTS = [] as const;

/** Why a guide that is wanted can't be shown; it follows the line under a hand, as the guide does. */
function Refused({ id, photo }: GuidesProps & { readonly id: GuideId }) {
  const points = useCaseWithDraft((of) => (of === null ? undefined : hairlineOn(of, photo.id)?.points)) ?? NO_POINTS;
  const guide = guideOn(id, photo, points);
  if (guide.ok) return null;
  return (
    <p role="status" className={styles.warning}>
      <Problem problem={guide.error} />
    </p>
  );
}

function Problem({ problem }: { readonly problem: Extract<ShownGuide, { ok: false }>['error'] }) {
  const { t } = useTranslation();
  switch (problem.kind) {
    case 'order':
      return t('guides.problem.order', {
        above: t(`guides.landmarks.${problem.above}`),
        below: t(`guides.landmarks.${problem.below}`),
      });
    case 'notSeen':
      return t('guides.problem.notSeen', { name: t(`guides.landmarks.${problem.name}`) });
    case 'noLine':
      return t('guides.problem.noLine');
    case 'noHead':
      return t('guides.problem.noHead');
    default:
      return problem satisfies never;
  }
}

/** Proposals can be taken as they are, and what was confirmed can be given back. */
function Landmarks({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const all = landmarksOn(photo);
  const open = all.filter(({ confirmed }) => !confirmed).length;
  if (all.length === 0) return null;
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{open > 0 ? t('guides.help', { count: open }) : t('guides.allConfirmed')}</p>
      <div className={styles.row}>
        {open === 0 ? null : (
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              const landmarks = all.map((each) => ({ ...each, confirmed: true }));
              commit({ type: 'setLandmarks', photoId: photo.id, landmarks });
            }}
          >
            <Check size={18} aria-hidden />
            {t('guides.confirm')}
          </Button>
        )}
        {photo.landmarks.length === 0 ? null : (
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              commit({ type: 'setLandmarks', photoId: photo.id, landmarks: [] });
            }}
          >
            <RotateCcw size={18} aria-hidden />
            {t('guides.propose')}
          </Button>
        )}
      </div>
    </div>
  );
}
