import type { Lab65 } from 'culori/fn';
import type { Rgb } from '../../design/scene';
import type { Absorption, OwnPigment, PigmentChoice } from '../../design/treatment';
import { err, ok, type Result } from '../../result';
import { DEPTH_RANGE } from './depth';
import { DILUTION_RANGE } from './dilution';
import { fillColour, type FillOf } from './fillColour';
import { HEALED_VALUES } from '../time/healingCurves';
import { deltaE2000, labOfLinear } from './lab';
import { lookOf } from '../lookOf';
import { lookOnSkin } from '../skin/onPhoto';
import { mix, PALETTE } from './pigments';
import { skinReading } from '../skin/skinReading';

/** The two patches that the eyedropper has read, as mean linear light, and the fill that is to match the first. */
export interface MatchRequest {
  readonly stubble: Rgb;
  readonly skin: Rgb;
  readonly fill: FillOf;
  readonly ownPigments: readonly OwnPigment[];
}

export interface ColourMatch {
  readonly pigment: PigmentChoice;
  readonly dilution: number;
  /** Mean colour of the healed fill on that skin, linear. */
  readonly fill: Rgb;
  /** ΔE2000 between the healed fill and the stubble; 3 or less counts as a match. */
  readonly deltaE: number;
  readonly matches: boolean;
}

export type MatchProblem =
  /** The patch of hair is not darker than the skin: nothing that pigment could match. */
  | { readonly kind: 'notDarker' }
  /** The skin's patch is black, or a patch is no light of a photo at all. */
  | { readonly kind: 'unreadable' };

const MATCHES_UP_TO = 3;
/** A mixture is proposed only where it comes nearer by so much: one bottle is easier to repeat. Our choice. */
const WORTH_MIXING = 0.5;
/** Differences in ΔE2000 below this are no difference: our choice. */
const AS_NEAR = 0.25;
const MIX_SHARES = [0.25, 0.5, 0.75] as const;
const LEAST_LIGHT = 1e-3;
const LUMINANCE: Rgb = [0.2126, 0.7152, 0.0722];

/**
 * Pigment and dilution whose healed fill at the design's density comes nearest to the stubble in ΔE2000: every bottle of
 * the palette and the technician's own at every dilution, then mixtures of two.
 */
export function matchColour(request: MatchRequest): Result<ColourMatch, MatchProblem> {
  const checked = checkMatchRequest(request);
  if (!checked.ok) return checked;
  const bottles: readonly Bottle[] = [...PALETTE, ...request.ownPigments];
  const single = nearest(request, bottles.map(unmixed));
  const mixed = nearest(request, mixtures(bottles));
  if (single === null) return err({ kind: 'unreadable' });
  return ok(mixed !== null && mixed.deltaE < single.deltaE - WORTH_MIXING ? mixed : single);
}

/** The request, or why nothing can be matched to it. */
export function checkMatchRequest(request: MatchRequest): Result<MatchRequest, MatchProblem> {
  const { stubble, skin } = request;
  if (![...stubble, ...skin].every((light) => light >= 0 && light <= 1)) return err({ kind: 'unreadable' });
  if (luminance(skin) < LEAST_LIGHT) return err({ kind: 'unreadable' });
  if (luminance(stubble) >= luminance(skin)) return err({ kind: 'notDarker' });
  return ok(request);
}

type Bottle = Pick<OwnPigment, 'id' | 'absorption'>;

interface Candidate {
  readonly pigment: PigmentChoice;
  readonly absorption: Absorption;
}

const unmixed = ({ id, absorption }: Bottle): Candidate => ({
  pigment: { kind: 'single', pigmentId: id },
  absorption,
});

function mixtures(bottles: readonly Bottle[]): readonly Candidate[] {
  return bottles.flatMap((first, index) =>
    bottles.slice(index + 1).flatMap((second) =>
      MIX_SHARES.map((share) => ({
        pigment: { kind: 'mix' as const, firstId: first.id, secondId: second.id, share },
        absorption: mix(first.absorption, second.absorption, share),
      })),
    ),
  );
}

/** The candidate nearest to the stubble; of those that are nearly as near the first, so that a usual bottle wins. */
function nearest(request: MatchRequest, candidates: readonly Candidate[]): ColourMatch | null {
  const wanted = labOfLinear(request.stubble);
  const matches = candidates.map((candidate) => bestDilution(request, wanted, candidate));
  const least = matches.reduce((least, { deltaE }) => Math.min(least, deltaE), Infinity);
  return matches.find(({ deltaE }) => deltaE <= least + AS_NEAR) ?? null;
}

function bestDilution(request: MatchRequest, wanted: Lab65, { pigment, absorption }: Candidate): ColourMatch {
  const at = (dilution: number): ColourMatch => {
    const look = lookOf({ absorption, dilution, depthMm: DEPTH_RANGE.default, healing: HEALED_VALUES });
    const fill = fillColour(request.skin, lookOnSkin(look, skinReading(request.skin)), request.fill);
    const deltaE = deltaE2000(labOfLinear(fill), wanted);
    return { pigment, dilution, fill, deltaE, matches: deltaE <= MATCHES_UP_TO };
  };
  let best = at(DILUTION_RANGE.min);
  for (
    let dilution = DILUTION_RANGE.min + DILUTION_RANGE.step;
    dilution <= DILUTION_RANGE.max;
    dilution += DILUTION_RANGE.step
  ) {
    const match = at(dilution);
    if (match.deltaE < best.deltaE) best = match;
  }
  return best;
}

const luminance = ([red, green, blue]: Rgb): number => red * LUMINANCE[0] + green * LUMINANCE[1] + blue * LUMINANCE[2];
