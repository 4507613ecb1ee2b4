import type { Rgb } from '../../../src/core/design/scene';
import { srgbToLinear } from '../../../src/core/pigment/light/light';

/** Linear light of an sRGB colour in bytes, 0–255. */
export const linearOfSrgb = ([red, green, blue]: Rgb): Rgb => [
  srgbToLinear(red / 255),
  srgbToLinear(green / 255),
  srgbToLinear(blue / 255),
];
