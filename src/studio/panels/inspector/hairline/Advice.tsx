import { LocateFixed } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HairlineArea } from '../../../../core/design/area';
import type { ClientCard, Design, Photo } from '../../../../core/design/case';
import { activeDesign, activePhoto, hairlineOn } from '../../../../core/design/edits';
import { adviceOf, type Advice as One, type AdviceKind } from '../../../../core/plan/advice';
import { lookAt } from '../../../canvas/lookAt';
import { setAids } from '../../../state/sessionStore';
import { useCase } from '../../../state/useStores';
import { formatHeight, formatLength } from '../../../texts/measures';
import { formatNumber, text } from '../../../texts/texts';
import styles from './HairlineSection.module.css';
import folding from '../FoldingPart.module.css';
import inspector from '../Inspector.module.css';

/** What to look at again, each with its figure and its reason; a tap shows where. Never in the way of a hand. */
export function Advice({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const advice = useAdvice();
  useEffect(
    () => () => {
      setAids({ marked: null });
    },
    [],
  );
  if (advice === null) return null;
  return (
    <div className={folding.part}>
      <h3 className={styles.title} id="advice">
        {t('advice.name')}
      </h3>
      {advice.length === 0 ? <p className={inspector.quiet}>{t('advice.none')}</p> : null}
      <ul className={styles.advices} aria-labelledby="advice">
        {advice.map((each) => (
          <li key={each.kind}>
            <Button
              className={styles.advice ?? ''}
              onPress={() => {
                setAids({ marked: { photoId: photo.id, at: each.at } });
                lookAt(each.at);
              }}
            >
              <span>{t(`advice.${each.kind}.title`)}</span>
              <span className={styles.adviceFigure}>
                {figure(each.kind, each.value)} <LocateFixed size={14} aria-hidden />
              </span>
              <span className={styles.reason}>
                {t(`advice.${each.kind}.reason`, { limit: figure(each.kind, each.limit) })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const figure = (kind: AdviceKind, value: number): string => {
  switch (kind) {
    case 'low':
    case 'lowThirds':
      return formatHeight(value);
    case 'dense':
    case 'denseDark':
      return `${formatNumber(value)} ${text('dots.units.perCm2')}`;
    case 'cornerFlat':
    case 'falling':
    case 'asymmetry':
    case 'straight':
      return formatLength(value, 1);
    default:
      return kind satisfies never;
  }
};

/** The hand has rested for so long when the line is looked at again. Our choice. */
const REST_MS = 250;

interface Looked {
  readonly photo: Photo;
  readonly design: Design;
  readonly area: HairlineArea;
  readonly client: ClientCard;
}

/** Reckoned a moment after the last edit, never while one runs; null until the first is there. */
function useAdvice(): readonly One[] | null {
  const photo = useCase((of) => (of === null ? undefined : activePhoto(of)));
  const design = useCase((of) => (of === null ? undefined : activeDesign(of)));
  const area = useCase((of) => (of?.activePhotoId == null ? undefined : hairlineOn(of, of.activePhotoId)));
  const client = useCase((of) => of?.client);
  const [advice, setAdvice] = useState<readonly One[] | null>(null);
  useEffect(() => {
    const looked: Looked | null =
      photo === undefined || design === undefined || area === undefined || client === undefined
        ? null
        : { photo, design, area, client };
    const timer = setTimeout(() => {
      setAdvice(looked === null ? null : adviceOf(looked.photo, looked.design, looked.area, looked.client));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [photo, design, area, client]);
  return advice;
}
