import type { Rgb } from '../../../../core/design/scene';
import type { Absorption } from '../../../../core/design/treatment';
import { linearToSrgb } from '../../../../core/pigment/light/light';
import { swatchOf } from '../../../../core/pigment/colour/pigments';
import styles from './Pigment.module.css';

/** A pigment as it looks in skin. */
export interface InSkin {
  readonly absorption: Absorption;
  readonly dilution: number;
  /** Linear. */
  readonly skin: Rgb;
}

export const cssOf = ([red, green, blue]: Rgb): string => `rgb(${String(red)} ${String(green)} ${String(blue)})`;

export const cssOfSkin = ([red, green, blue]: Rgb): string =>
  cssOf([255 * linearToSrgb(red), 255 * linearToSrgb(green), 255 * linearToSrgb(blue)]);

/** One soft mark on bare skin. */
export function Swatch({ absorption, dilution, skin }: InSkin) {
  const ink = cssOf(swatchOf(absorption, dilution, skin));
  return (
    <span
      aria-hidden
      className={styles.swatch}
      style={{ background: `radial-gradient(circle closest-side, ${ink} 62%, ${cssOfSkin(skin)} 96%)` }}
    />
  );
}
