import { FILL_RANGES } from '../../design/fillRanges';
import type { Look, Rgb } from '../../design/scene';
import type { PerCm2 } from '../../geometry/units';
import { fillColour, type FillOf } from '../colour/fillColour';

/** A scar and what it is to vanish in, in linear light. */
export interface ScarBeside {
  readonly tissue: Rgb;
  /** Skin about it, with the hair that stands there. */
  readonly around: Rgb;
  /** Density that the skin about it is dotted with; 0 where it is not. */
  readonly aroundPerCm2: PerCm2;
  /** Share of the pigment that the tissue keeps. */
  readonly kept: number;
}

export interface ScarMatch {
  readonly perCm2: PerCm2;
  /** How much lighter the bare scar is than what is about it, as a share of that; below 0 where it is darker. */
  readonly lighterBy: number;
}

const HALVINGS = 20;

/**
 * The density at which the healed scar is as light as what is about it, within what the design offers: paler tissue that
 * keeps less of the pigment needs more. Held against the mean colours alone (fillColour).
 */
export function matchScar(beside: ScarBeside, look: Look, fill: Omit<FillOf, 'perCm2'>): ScarMatch {
  const { tissue, around, aroundPerCm2, kept } = beside;
  const wanted = luminance(fillColour(around, look, { ...fill, perCm2: aroundPerCm2 }));
  let { min, max } = FILL_RANGES.perCm2;
  for (let i = 0; i < HALVINGS; i++) {
    const perCm2 = (min + max) / 2;
    // Dots that keep a share of their pigment absorb about as much as that share of the dots.
    if (luminance(fillColour(tissue, look, { ...fill, perCm2: perCm2 * kept })) > wanted) min = perCm2;
    else max = perCm2;
  }
  return { perCm2: Math.round((min + max) / 2), lighterBy: luminance(tissue) / luminance(around) - 1 };
}

const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
