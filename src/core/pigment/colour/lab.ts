import type { Rgb } from '../../design/scene';
import {
  convertLrgbToRgb,
  convertRgbToLab65,
  differenceCiede2000,
  modeLab65,
  useMode as registerMode,
} from 'culori/fn';
import type { Lab65 } from 'culori/fn';

registerMode(modeLab65);

const ciede2000 = differenceCiede2000();

/** CIE L*a*b* under D65 of linear sRGB light, 1 being white. */
export function labOfLinear([r, g, b]: Rgb): Lab65 {
  return convertRgbToLab65(convertLrgbToRgb({ r, g, b }));
}

/** Colour difference ΔE2000 (CIE 142-2001; Sharma, Wu and Dalal 2005). */
export const deltaE2000 = (a: Lab65, b: Lab65): number => ciede2000(a, b);
