import { useTranslation } from 'react-i18next';
import type { Fitzpatrick } from '../../../core/design/treatment';
import { Choice } from './Choice';
import { keep, set, type TreatmentProps } from './treatmentEdits';

const SKIN_TYPES: readonly Fitzpatrick[] = [1, 2, 3, 4, 5, 6];

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
        name={t('pigment.skin')}
        value={String(healing.skin.type ?? '')}
        options={[
          { value: '', name: t('pigment.skinNone') },
          ...SKIN_TYPES.map((type) => ({ value: String(type), name: t(`pigment.skinTypes.${String(type)}`) })),
        ]}
        onChange={(type) => {
          withSkin({ type: SKIN_TYPES.find((each) => String(each) === type) ?? null });
        }}
      />
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
      <Choice
        name={t('pigment.kind')}
        value={healing.kind}
        options={(['permanent', 'temporary'] as const).map((value) => ({ value, name: t(`pigment.kinds.${value}`) }))}
        onChange={(kind) => {
          keep(set({ healing: { ...healing, kind } }));
        }}
      />
    </>
  );
}
