import type { Needle } from '../../design/treatment';
import type { Result } from '../../result';
import { inRange, type FigureRange, type OutOfRange } from '../rangeCheck';

/** Needles in use for SMP; 0.20 (0603) and 0.25 mm (0803) are the commonest (practitioners' pages). */
export const NEEDLE_RANGE: FigureRange = { min: 0.18, max: 0.3, step: 0.01, default: 0.2 };

/** 1RL is for hairlines, 3RL for the fill (practitioners' pages). */
export const DEFAULT_NEEDLE: Needle = { kind: '3RL', diameterMm: NEEDLE_RANGE.default };

/** A fresh mark is 1.7–2 times as wide as the healed one (practitioners' pages). */
const FRESH_LEAST = 1.7;
const FRESH_MOST = 2;
/** How much of that span the number of needles takes, the rest is their diameter's: our choice. */
const THREE_NEEDLES = 0.4;

/** Diameter of a fresh mark over that of the healed one: finer needles leave less swelling. */
export function freshSizeFactor(needle: Needle): number {
  const { min, max } = NEEDLE_RANGE;
  const thick = Math.min(1, Math.max(0, (needle.diameterMm - min) / (max - min)));
  const share = (1 - THREE_NEEDLES) * thick + (needle.kind === '3RL' ? THREE_NEEDLES : 0);
  return FRESH_LEAST + (FRESH_MOST - FRESH_LEAST) * share;
}

export const checkNeedle = (needle: Needle): Result<number, OutOfRange<'needleMm'>> =>
  inRange('needleMm', needle.diameterMm, NEEDLE_RANGE);
