import type { Rgb } from '../../design/scene';
import type { Absorption, OwnPigment, PigmentChoice } from '../../design/treatment';
import { err, ok, type Result } from '../../result';
import { concentrationOf, DILUTION_RANGE } from './dilution';
import { linearToSrgb, srgbToLinear } from '../light/light';
import { MARK_DENSITY_RED, MARK_RATIO } from '../marks/markFigures';
import { inRange, type OutOfRange } from '../rangeCheck';

/** A pigment of the palette; its name is in the catalogue under its id. */
export interface Pigment {
  readonly id: PaletteId;
  readonly absorption: Absorption;
}

/** Neutral black, the default pigment: at the default dilution a mark of it has just the measured density. */
export const NEUTRAL_BLACK: Absorption = [
  MARK_DENSITY_RED * MARK_RATIO[0] * (DILUTION_RANGE.default + 1),
  MARK_DENSITY_RED * MARK_RATIO[1] * (DILUTION_RANGE.default + 1),
  MARK_DENSITY_RED * MARK_RATIO[2] * (DILUTION_RANGE.default + 1),
];

const relativeToBlack = (red: number, green: number, blue: number): Absorption => [
  NEUTRAL_BLACK[0] * red,
  NEUTRAL_BLACK[1] * green,
  NEUTRAL_BLACK[2] * blue,
];

export type PaletteId =
  | 'neutralBlack'
  | 'warmBlack'
  | 'coolBlack'
  | 'softBlack'
  | 'darkBrown'
  | 'brown'
  | 'ashBrown'
  | 'darkGrey'
  | 'grey'
  | 'lightGrey';

/**
 * Ten pigments from black to light grey. Makers publish no spectra and brands differ, so all but the neutral black are our
 * choice, as shares of its absorption: warm ones take less red than green and most blue, so that they turn to brown and not
 * to purple, cool ones the other way; what white pigment in greys scatters back is left out. Ids are stored in documents:
 * they never change.
 */
export const PALETTE: readonly Pigment[] = [
  { id: 'neutralBlack', absorption: NEUTRAL_BLACK },
  { id: 'warmBlack', absorption: relativeToBlack(0.88, 0.98, 1.16) },
  { id: 'coolBlack', absorption: relativeToBlack(1.12, 0.95, 0.76) },
  { id: 'softBlack', absorption: relativeToBlack(0.8, 0.8, 0.8) },
  { id: 'darkBrown', absorption: relativeToBlack(0.68, 0.86, 1.14) },
  { id: 'brown', absorption: relativeToBlack(0.46, 0.66, 0.94) },
  { id: 'ashBrown', absorption: relativeToBlack(0.55, 0.64, 0.72) },
  { id: 'darkGrey', absorption: relativeToBlack(0.6, 0.58, 0.54) },
  { id: 'grey', absorption: relativeToBlack(0.42, 0.4, 0.36) },
  { id: 'lightGrey', absorption: relativeToBlack(0.26, 0.24, 0.21) },
];

/**
 * Absorption of a mixture with `share` of the second (0–1): by Beer and Lambert densities add in proportion, which
 * is darker than halfway between the two colours.
 */
export function mix(first: Absorption, second: Absorption, share: number): Absorption {
  const of = (channel: 0 | 1 | 2): number => first[channel] * (1 - share) + second[channel] * share;
  return [of(0), of(1), of(2)];
}

/** Most of an own pigment's absorption: two and a half times the neutral black's, more than any bottle (our choice). */
export const OWN_ABSORPTION = { min: 0, max: 100 } as const;
const OWN_NAME_LENGTH = { min: 1, max: 40 } as const;

export type PigmentProblem =
  | { readonly kind: 'unknownPigment'; readonly pigmentId: string }
  | OutOfRange<'share' | 'absorption' | 'nameLength'>
  /** An own pigment that would show nothing at all. */
  | { readonly kind: 'clear' }
  /** An own pigment named by an id of the palette. */
  | { readonly kind: 'idTaken'; readonly pigmentId: string };

/** What a choice absorbs, from the palette or the technician's own pigments. */
export function absorptionOf(choice: PigmentChoice, own: readonly OwnPigment[]): Result<Absorption, PigmentProblem> {
  if (choice.kind === 'single') return absorptionById(choice.pigmentId, own);
  const share = inRange('share', choice.share, { min: 0, max: 1 });
  if (!share.ok) return share;
  const first = absorptionById(choice.firstId, own);
  if (!first.ok) return first;
  const second = absorptionById(choice.secondId, own);
  if (!second.ok) return second;
  return ok(mix(first.value, second.value, share.value));
}

function absorptionById(pigmentId: string, own: readonly OwnPigment[]): Result<Absorption, PigmentProblem> {
  const found = PALETTE.find(({ id }) => id === pigmentId) ?? own.find(({ id }) => id === pigmentId);
  return found === undefined ? err({ kind: 'unknownPigment', pigmentId }) : ok(found.absorption);
}

/** The pigment with its name trimmed, or what is wrong with it. */
export function checkOwnPigment(pigment: OwnPigment): Result<OwnPigment, PigmentProblem> {
  const name = pigment.name.trim();
  const length = inRange('nameLength', name.length, OWN_NAME_LENGTH);
  if (!length.ok) return length;
  if (PALETTE.some(({ id }) => id === pigment.id)) return err({ kind: 'idTaken', pigmentId: pigment.id });
  for (const channel of pigment.absorption) {
    const within = inRange('absorption', channel, OWN_ABSORPTION);
    if (!within.ok) return within;
  }
  return pigment.absorption.some((channel) => channel > 0) ? ok({ ...pigment, name }) : err({ kind: 'clear' });
}

/** Light skin of the practice patch, sRGB 214, 176, 150, in linear light: what swatches are shown on. */
export const SWATCH_SKIN: Rgb = [srgbToLinear(214 / 255), srgbToLinear(176 / 255), srgbToLinear(150 / 255)];

/**
 * The pigment as a swatch, sRGB bytes: an even layer as dense as a mark at this dilution and the default depth, on bare
 * skin in linear light.
 */
export function swatchOf(absorption: Absorption, dilution: number, skin: Rgb = SWATCH_SKIN): Rgb {
  const concentration = concentrationOf(dilution);
  const of = (channel: 0 | 1 | 2): number =>
    Math.round(255 * linearToSrgb(skin[channel] * Math.exp(-absorption[channel] * concentration)));
  return [of(0), of(1), of(2)];
}

/**
 * The other way round: what a pigment absorbs whose swatch on that skin has these sRGB bytes, to enter an own pigment by
 * its colour. Lighter than the skin counts as clear, black as the most that an own pigment may absorb.
 */
export function absorptionOfSwatch(srgb: Rgb, dilution: number, skin: Rgb = SWATCH_SKIN): Absorption {
  const concentration = concentrationOf(dilution);
  const of = (channel: 0 | 1 | 2): number => {
    const density = Math.log(skin[channel] / Math.max(1e-9, srgbToLinear(srgb[channel] / 255)));
    return Math.min(OWN_ABSORPTION.max, Math.max(OWN_ABSORPTION.min, density / concentration));
  };
  return [of(0), of(1), of(2)];
}
