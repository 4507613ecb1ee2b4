import { useTranslation } from 'react-i18next';
import type { Fitzpatrick } from '../../../core/design/treatment';
import { Choice } from './Choice';
import { keep, set, type TreatmentProps } from './treatmentEdits';

const SKIN_TYPES: readonly Fitzpatrick[] = [1, 2, 3, 4, 5, 6];

/** Fitzpatrick's type, chosen by hand. */
export function SkinRows({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const { healing } = treatment;
  return (
    <Choice
      name={t('pigment.skin')}
      value={String(healing.skin.type ?? '')}
      options={[
        { value: '', name: t('pigment.skinNone') },
        ...SKIN_TYPES.map((type) => ({ value: String(type), name: t(`pigment.skinTypes.${String(type)}`) })),
      ]}
      onChange={(chosen) => {
        const type = SKIN_TYPES.find((each) => String(each) === chosen) ?? null;
        keep(set({ healing: { ...healing, skin: { ...healing.skin, type } } }));
      }}
    />
  );
}
