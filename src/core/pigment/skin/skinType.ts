import type { Rgb } from '../../design/scene';
import type { Fitzpatrick } from '../../design/treatment';
import { err, ok, type Result } from '../../result';
import { labOfLinear } from '../colour/lab';

/** A proposal, never more: white balance and exposure of the photo go into it. */
export interface SkinTypeProposal {
  readonly type: Fitzpatrick;
  /** Individual typology angle. */
  readonly itaDegrees: number;
}

export interface NotSkin {
  readonly kind: 'notSkin';
  readonly reason: 'black' | 'white' | 'monochrome' | 'notSkinHue';
}

/**
 * Least angle of the classes very light, light, intermediate, tan and brown; below is dark (Chardonnay, Bourdes, Nenon and
 * Saint-Léger 1991: > 55°, 41–55°, 28–41°, 10–28°, −30–10°, below −30°). To take them for Fitzpatrick's I–VI in
 * order is common, though he asked how skin burns and tans.
 */
const ITA_ABOVE = [55, 41, 28, 10, -30] as const;

/** What no skin is, whatever its type: our choice, with room for skin in poor light. */
const BLACK_BELOW_L = 10;
const WHITE_ABOVE_L = 95;
const LEAST_CHROMA = 4;
const SKIN_HUE_DEGREES = { min: 10, max: 100 } as const;

/**
 * Skin type from the mean linear light of a patch of bare skin: ITA° = arctan((L* − 50) / b*), by Chardonnay's classes.
 * Refused where the patch can be no skin.
 */
export function proposeSkinType(linear: Rgb): Result<SkinTypeProposal, NotSkin> {
  const { l, a, b } = labOfLinear(linear);
  const refused = (reason: NotSkin['reason']): Result<SkinTypeProposal, NotSkin> => err({ kind: 'notSkin', reason });
  if (!(l >= BLACK_BELOW_L)) return refused('black');
  if (l > WHITE_ABOVE_L) return refused('white');
  if (Math.hypot(a, b) < LEAST_CHROMA) return refused('monochrome');
  const hue = degrees(Math.atan2(b, a));
  if (hue < SKIN_HUE_DEGREES.min || hue > SKIN_HUE_DEGREES.max) return refused('notSkinHue');
  const itaDegrees = degrees(Math.atan2(l - 50, b));
  return ok({ type: typeOfIta(itaDegrees), itaDegrees });
}

/** The type whose class an angle falls into. */
export function typeOfIta(itaDegrees: number): Fitzpatrick {
  const [veryLight, light, intermediate, tan, brown] = ITA_ABOVE;
  if (itaDegrees > veryLight) return 1;
  if (itaDegrees > light) return 2;
  if (itaDegrees > intermediate) return 3;
  if (itaDegrees > tan) return 4;
  return itaDegrees > brown ? 5 : 6;
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
