import { useTranslation } from 'react-i18next';
import { withKind } from '../../../../core/pigment/time/curveEdits';
import { Switch } from '../../controls/Switch';
import { Choice } from '../Choice';
import styles from '../Inspector.module.css';
import { keep, set, type TreatmentProps } from './treatmentEdits';

/** How this client's skin takes pigment and keeps it. */
export function HealingRows({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const { healing } = treatment;
  const withSkin = (skin: Partial<typeof healing.skin>): void => {
    keep(set({ healing: { ...healing, skin: { ...healing.skin, ...skin } } }));
  };
  return (
    <>
      <Choice
        name={t('pigment.kind')}
        value={healing.kind}
        options={(['permanent', 'temporary'] as const).map((value) => ({ value, name: t(`pigment.kinds.${value}`) }))}
        onChange={(kind) => {
          keep(set({ healing: withKind(healing, kind) }));
        }}
      />
      {healing.kind === 'temporary' ? <p className={styles.quiet}>{t('pigment.temporaryHelp')}</p> : null}
      <Choice
        name={t('pigment.oiliness')}
        value={healing.skin.oiliness}
        options={(['dry', 'normal', 'oily'] as const).map((value) => ({
          value,
          name: t(`pigment.oilinesses.${value}`),
        }))}
        onChange={(oiliness) => {
          withSkin({ oiliness });
        }}
      />
      <Choice
        name={t('pigment.sun')}
        value={healing.skin.sun}
        options={(['little', 'some', 'much'] as const).map((value) => ({ value, name: t(`pigment.suns.${value}`) }))}
        onChange={(sun) => {
          withSkin({ sun });
        }}
      />
      <Switch
        name={t('pigment.scar')}
        on={healing.skin.scar}
        onChange={(scar) => {
          withSkin({ scar });
        }}
      />
    </>
  );
}
