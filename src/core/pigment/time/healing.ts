import type { Fitzpatrick, Healing, Needle, SkinCondition } from '../../design/treatment';
import type { Mm } from '../../geometry/units';
import { HEALED_DAY, HEALED_VALUES, healingCurves, LASTING_UNTIL_DAY } from './healingCurves';
import { valueAt } from './keyframes';
import { DEFAULT_NEEDLE, freshSizeFactor } from '../colour/needle';

/** How marks and skin look some days after a session, relative to the healed mark that the design shows. An estimate. */
export interface HealingFactors {
  /** Factor on the optical density of marks and haze. */
  readonly darkness: number;
  /** Factor on the diameter of marks. */
  readonly size: number;
  /** Added to the softness of a mark's edge; below zero while the scab lies on the surface. */
  readonly softnessMm: Mm;
  /** Reddening of the skin around, 0–1. */
  readonly redness: number;
  /** Turn of the pigment's colour, above zero towards blue-grey; how much is in lookOf.ts. */
  readonly hueShift: number;
  /** The skin's type was chosen by hand, and redness takes it into account already. */
  readonly skinTypeChosen?: boolean | undefined;
}

/**
 * Speed of fading once the skin has healed. That sun, oily skin and exfoliation speed it is practitioners' word; by how
 * much is our choice.
 */
const SUN_RATE = { little: 0.85, some: 1, much: 1.35 } as const;
const OILINESS_RATE = { dry: 0.9, normal: 1, oily: 1.3 } as const;

/** Visual density scores of 10 fell from 8.7 within six months by 0.9, and in scarring skin by 1.6 (published study). */
const SCAR_FADE_POWER = Math.log((8.7 - 1.6) / 8.7) / Math.log((8.7 - 0.9) / 8.7);
/** A scar holds less pigment and heals paler (practitioners' pages); so much remains: our choice. */
const SCAR_HOLDS = 0.85;
const SCAR_LOSES_FROM_DAY = 3;

/** Redness that shows on skin of each type: less on dark skin (published and practitioners' word; figures our choice). */
export const REDNESS_SHOWN: { readonly [Type in Fitzpatrick]: number } = {
  1: 1,
  2: 1,
  3: 0.85,
  4: 0.65,
  5: 0.4,
  6: 0.25,
};
/** Fair skin has more risk of a bluish look (practitioners' word; figures our choice). */
const HUE_SHIFT_SHOWN = { 1: 1.3, 2: 1.2, 3: 1, 4: 0.8, 5: 0.6, 6: 0.5 } as const;

/** The factors `days` after a session, 0 for the day itself. */
export function healingAt(healing: Healing, days: number, needle: Needle = DEFAULT_NEEDLE): HealingFactors {
  const curves = healingCurves(healing);
  const { skin } = healing;
  const day = dayOnCurve(healing, days);
  return {
    darkness: scarred(valueAt(curves.darkness, day), skin, days),
    size: swollen(valueAt(curves.size, day), days, needle),
    softnessMm: valueAt(curves.softnessMm, day),
    redness: valueAt(curves.redness, day) * (skin.type === null ? 1 : REDNESS_SHOWN[skin.type]),
    hueShift: valueAt(curves.hueShift, day) * (skin.type === null ? 1 : HUE_SHIFT_SHOWN[skin.type]),
    ...(skin.type === null ? {} : { skinTypeChosen: true }),
  };
}

/** How much faster than usual pigment fades in this skin. */
export const fadingRate = (skin: SkinCondition): number => SUN_RATE[skin.sun] * OILINESS_RATE[skin.oiliness];

/** The day at which a usual skin looks as this one does: what fades from the healed state on does so at its own rate. */
export function dayOnCurve({ kind, skin }: Healing, days: number): number {
  if (days <= LASTING_UNTIL_DAY) return days;
  // Tricopigmentation is gone by two years in any skin.
  const rate = kind === 'temporary' ? Math.max(1, fadingRate(skin)) : fadingRate(skin);
  return LASTING_UNTIL_DAY + (days - LASTING_UNTIL_DAY) * rate;
}

/** The curve holds for the default needle; a thicker one swells a fresh mark more. Later growth is alike for all. */
function swollen(size: number, days: number, needle: Needle): number {
  if (days >= HEALED_DAY) return size;
  return 1 + (size - 1) * ((freshSizeFactor(needle) - 1) / (freshSizeFactor(DEFAULT_NEEDLE) - 1));
}

function scarred(darkness: number, skin: SkinCondition, days: number): number {
  if (!skin.scar) return darkness;
  const held = valueAt(
    [
      [SCAR_LOSES_FROM_DAY, 1],
      [HEALED_DAY, SCAR_HOLDS],
    ],
    days,
  );
  return held * (darkness < HEALED_VALUES.darkness ? darkness ** SCAR_FADE_POWER : darkness);
}
