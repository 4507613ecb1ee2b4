import type { Result } from '../../result';
import { inRange, type FigureRange, type OutOfRange } from '../rangeCheck';

/**
 * Parts of water to one part of pigment, n:1. 6:1 (dark) to 30:1 (light) are in use, 10:1–20:1 are commonest
 * (practitioners' pages); the default is the middle of those.
 */
export const DILUTION_RANGE: FigureRange = { min: 6, max: 30, step: 1, default: 15 };

/**
 * Concentration of the pigment, 1 for the bottle: 1/(n + 1). By the law of Beer and Lambert a mark's optical density is
 * in proportion to it, so 20:1 lets through the cube root of what 6:1 does: 7/21 is a third.
 */
export const concentrationOf = (dilution: number): number => 1 / (dilution + 1);

export const checkDilution = (dilution: number): Result<number, OutOfRange<'dilution'>> =>
  inRange('dilution', dilution, DILUTION_RANGE);
