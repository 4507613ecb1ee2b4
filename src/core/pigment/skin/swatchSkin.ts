import type { Rgb } from '../../design/scene';
import type { Fitzpatrick } from '../../design/treatment';
import { srgbToLinear } from '../light/light';
import { SWATCH_SKIN } from '../colour/pigments';

/** Skin of each type in sRGB bytes, one within each of the classes that skinType.ts reads: our choice. */
export const SKIN_OF_TYPE: Readonly<Record<Fitzpatrick, Rgb>> = {
  1: [236, 206, 188],
  2: [216, 178, 150],
  3: [196, 153, 122],
  4: [176, 130, 100],
  5: [141, 98, 72],
  6: [84, 56, 42],
};

/** The skin that swatches are shown on, linear: that of the type chosen, else light skin. */
export function swatchSkin(type: Fitzpatrick | null): Rgb {
  if (type === null) return SWATCH_SKIN;
  const [red, green, blue] = SKIN_OF_TYPE[type];
  return [srgbToLinear(red / 255), srgbToLinear(green / 255), srgbToLinear(blue / 255)];
}
