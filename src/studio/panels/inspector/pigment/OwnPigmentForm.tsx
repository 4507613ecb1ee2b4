import { useState } from 'react';
import {
  ColorArea,
  ColorField,
  ColorSlider,
  ColorThumb,
  FieldError,
  Input,
  Label,
  parseColor,
  SliderTrack,
  TextField,
  type Color,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Rgb } from '../../../../core/design/scene';
import type { Absorption, OwnPigment } from '../../../../core/design/treatment';
import { absorptionOfSwatch, swatchOf } from '../../../../core/pigment/colour/pigments';
import { formatNumber } from '../../../texts/texts';
import { draftOwn, keepOwn } from './ownPigmentEdits';
import { cssOf, type InSkin } from './Swatch';
import entry from '../Entry.module.css';
import inspector from '../Inspector.module.css';
import styles from './Pigment.module.css';
import type { TreatmentProps } from '../plan/treatmentEdits';

interface FormProps extends TreatmentProps {
  readonly pigment: OwnPigment;
  readonly inSkin: Omit<InSkin, 'absorption'>;
}

/** Name and colour of an own pigment; each change counts at once and is one undo step. */
export function OwnPigmentForm(props: FormProps) {
  return (
    <div className={styles.form}>
      <Name {...props} />
      <Colour {...props} />
    </div>
  );
}

function Name({ treatment, pigment }: FormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (): void => {
    if (typed === null) return;
    setTyped(null);
    setProblem(typed === pigment.name ? null : keepOwn(treatment, { ...pigment, name: typed }));
  };
  return (
    <TextField
      className={entry.field ?? ''}
      value={typed ?? pigment.name}
      isInvalid={problem !== null}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setTyped(null);
      }}
    >
      <Label>{t('own.name')}</Label>
      <Input className={[entry.input, entry.name].join(' ')} />
      <FieldError className={entry.problem ?? ''}>{problem}</FieldError>
    </TextField>
  );
}

function Colour({ treatment, pigment, inSkin }: FormProps) {
  const { t } = useTranslation();
  const { dilution, skin } = inSkin;
  const [picked, setPicked] = useState<Color | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const now = cssOf(swatchOf(pigment.absorption, dilution, skin));
  const absorptionAt = (colour: Color): Absorption => absorptionOfSwatch(rgbOf(colour), dilution, skin);
  // A grey has no hue of its own: the picked colour keeps it, as long as it is still this pigment's.
  const stillPicked = picked !== null && cssOf(swatchOf(absorptionAt(picked), dilution, skin)) === now;
  const colour = stillPicked ? picked : parseColor(now.replaceAll(' ', ', ')).toFormat('hsb');
  const change = (next: Color): void => {
    setPicked(next.toFormat('hsb'));
    draftOwn(treatment, pigment, absorptionAt(next));
  };
  const finish = (next: Color): void => {
    setPicked(next.toFormat('hsb'));
    setProblem(keepOwn(treatment, { ...pigment, absorption: absorptionAt(next) }));
  };
  return (
    <>
      <p className={inspector.quiet}>{t('own.colourHelp', { dilution: formatNumber(dilution) })}</p>
      <ColorArea
        className={styles.area ?? ''}
        aria-label={t('own.colour')}
        colorSpace="hsb"
        xChannel="saturation"
        yChannel="brightness"
        value={colour}
        onChange={change}
        onChangeEnd={finish}
      >
        <ColorThumb className={styles.colourThumb ?? ''} />
      </ColorArea>
      <ColorSlider
        aria-label={t('own.hue')}
        colorSpace="hsb"
        channel="hue"
        value={colour}
        onChange={change}
        onChangeEnd={finish}
      >
        <SliderTrack className={styles.hue ?? ''}>
          <ColorThumb className={styles.colourThumb ?? ''} />
        </SliderTrack>
      </ColorSlider>
      <ColorField
        className={entry.field ?? ''}
        value={colour}
        isInvalid={problem !== null}
        onChange={(next) => {
          if (next !== null) finish(next);
        }}
      >
        <Label>{t('own.code')}</Label>
        <Input className={[entry.input, entry.name].join(' ')} />
        <FieldError className={entry.problem ?? ''}>{problem}</FieldError>
      </ColorField>
    </>
  );
}

function rgbOf(colour: Color): Rgb {
  const rgb = colour.toFormat('rgb');
  return [rgb.getChannelValue('red'), rgb.getChannelValue('green'), rgb.getChannelValue('blue')];
}
