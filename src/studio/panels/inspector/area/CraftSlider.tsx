import { useTranslation } from 'react-i18next';
import { CRAFT_RANGES } from '../../../../core/tools/craft';
import { NumberSlider } from '../../controls/NumberSlider';

interface CraftSliderProps {
  readonly name: keyof typeof CRAFT_RANGES;
  readonly value: number;
  readonly note?: string | undefined;
  readonly onDraft: (value: number) => void;
  readonly onCommit: (value: number) => void;
}

/** A figure of a tool in the hand or of an area, by the name and within the range that both have for it. */
export function CraftSlider({ name, ...rest }: CraftSliderProps) {
  const { t } = useTranslation();
  const unit = name.endsWith('Mm') ? 'mm' : '';
  return <NumberSlider name={t(`areas.settings.${name}`)} unit={unit} range={CRAFT_RANGES[name]} {...rest} />;
}
