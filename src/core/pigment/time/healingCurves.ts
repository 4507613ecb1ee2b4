import type { Healing, HealingCurves } from '../../design/treatment';
import { err, ok, type Result } from '../../result';
import { checkKeyframes, valueAt, type KeyframesProblem } from './keyframes';

/** Hardly anything changes after a month (practitioners' word): what is seen then is the healed mark of the design. */
export const HEALED_DAY = 30;
/** Till then the default curves stay level, so that sessions weeks apart heal to one look (our choice). */
export const LASTING_UNTIL_DAY = 90;

export type CurveName = keyof HealingCurves;

/** What every curve must read on HEALED_DAY. */
export const HEALED_VALUES: { readonly [Name in CurveName]: number } = {
  darkness: 1,
  size: 1,
  softnessMm: 0,
  redness: 0,
  hueShift: 0,
};

/** What a curve's values may be; our choice, wide around the defaults. */
export const CURVE_RANGES: { readonly [Name in CurveName]: { readonly min: number; readonly max: number } } = {
  darkness: { min: 0, max: 2.5 },
  size: { min: 0.5, max: 2.5 },
  softnessMm: { min: -0.1, max: 0.3 },
  redness: { min: 0, max: 1 },
  hueShift: { min: -0.5, max: 0.5 },
};

/**
 * Of pigment that stays. Practitioners' word: darkest and largest up to day 7, scabs fall and most of the lightening is on
 * days 3–10, it is slower to weeks 3–4; fresh marks are 1.7–2 times as wide; the skin is red to day 5; slight growth over
 * 6–12 months; gradual fade over years 2–5. Published: in six months a visual density of 8.7 fell by 0.9 where there was no
 * scar. All other figures are our choice, and the later turn towards grey-blue is.
 */
export const PERMANENT_CURVES: HealingCurves = {
  darkness: [
    [0, 1.6],
    [3, 1.58],
    [7, 1.35],
    [10, 1.14],
    [21, 1.03],
    [HEALED_DAY, 1],
    [LASTING_UNTIL_DAY, 1],
    [182, 7.8 / 8.7],
    [365, 0.84],
    [730, 0.72],
    [1095, 0.6],
    [1825, 0.42],
    [3650, 0.2],
  ],
  size: [
    [0, 1.85],
    [3, 1.85],
    [7, 1.65],
    [10, 1.25],
    [21, 1.05],
    [HEALED_DAY, 1],
    [LASTING_UNTIL_DAY, 1],
    [182, 1.02],
    [365, 1.05],
    [1825, 1.12],
  ],
  softnessMm: [
    [0, -0.04],
    [3, -0.04],
    [7, -0.03],
    [10, -0.01],
    [HEALED_DAY, 0],
    [LASTING_UNTIL_DAY, 0],
    [365, 0.02],
    [1825, 0.06],
  ],
  redness: [
    [0, 1],
    [1, 0.9],
    [3, 0.5],
    [5, 0.12],
    [7, 0],
    [HEALED_DAY, 0],
  ],
  hueShift: [
    [0, 0],
    [HEALED_DAY, 0],
    [LASTING_UNTIL_DAY, 0],
    [365, 0.04],
    [1095, 0.12],
    [1825, 0.18],
  ],
};

/** Tricopigmentation heals alike, fades from months 6–8 and is gone by two years (practitioners' word). */
export const TEMPORARY_CURVES: HealingCurves = {
  ...PERMANENT_CURVES,
  darkness: [
    ...PERMANENT_CURVES.darkness.filter(([day]) => day <= LASTING_UNTIL_DAY),
    [182, 7.8 / 8.7],
    [243, 0.76],
    [365, 0.45],
    [545, 0.15],
    [730, 0],
  ],
  hueShift: [
    [0, 0],
    [HEALED_DAY, 0],
  ],
};

export const CURVE_NAMES = ['darkness', 'size', 'softnessMm', 'redness', 'hueShift'] as const;

export const defaultCurves = (kind: Healing['kind']): HealingCurves =>
  kind === 'temporary' ? TEMPORARY_CURVES : PERMANENT_CURVES;

/** The curves that a design heals by. */
export const healingCurves = ({ curves, kind }: Pick<Healing, 'curves' | 'kind'>): HealingCurves =>
  curves ?? defaultCurves(kind);

export type CurveProblem = { readonly curve: CurveName } & (
  | KeyframesProblem
  /** The curve must read this value on that day: there the design's mark is what is seen. */
  | { readonly kind: 'notHealed'; readonly day: number; readonly value: number }
  /** Pigment does not come back by itself, and redness fades: keyframe `index` lies above the one before it. */
  | { readonly kind: 'rises'; readonly index: number }
);

/** Curves that never rise. */
export const ONLY_FALL: readonly CurveName[] = ['darkness', 'redness'];
const SAME = 1e-6;

/** The curves as edited, or the first thing that is wrong with one. */
export function checkHealingCurves(curves: HealingCurves): Result<HealingCurves, CurveProblem> {
  for (const curve of CURVE_NAMES) {
    const frames = curves[curve];
    const checked = checkKeyframes(frames, CURVE_RANGES[curve]);
    if (!checked.ok) return err({ curve, ...checked.error });
    const rises = ONLY_FALL.includes(curve)
      ? frames.findIndex(([, value], index) => value > (frames[index - 1]?.[1] ?? Infinity))
      : -1;
    if (rises > 0) return err({ curve, kind: 'rises', index: rises });
    const value = HEALED_VALUES[curve];
    if (Math.abs(valueAt(frames, HEALED_DAY) - value) > SAME) {
      return err({ curve, kind: 'notHealed', day: HEALED_DAY, value });
    }
  }
  return ok(curves);
}
