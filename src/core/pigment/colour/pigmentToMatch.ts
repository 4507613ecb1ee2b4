import type { Rgb } from '../../design/scene';
import type { Absorption } from '../../design/treatment';
import { err, ok, type Result } from '../../result';
import { checkMatchRequest, type MatchProblem, type MatchRequest } from './colourMatch';
import { DEPTH_RANGE } from './depth';
import { fillColour } from './fillColour';
import { HEALED_VALUES } from '../time/healingCurves';
import { deltaE2000, labOfLinear } from './lab';
import { lookOf } from '../lookOf';
import { lookOnSkin } from '../skin/onPhoto';
import { checkOwnPigment, OWN_ABSORPTION } from './pigments';
import { skinReading } from '../skin/skinReading';

export interface MatchingPigment {
  readonly absorption: Absorption;
  /** ΔE2000 between its healed fill and the stubble; above nothing only where no pigment can reach the colour. */
  readonly deltaE: number;
}

/** Halvings of the range of absorption: below a thousandth of a per cent of it. */
const HALVINGS = 20;
/** Shine is tinted as green is, so green comes first; once more for all settles what is left. */
const ROUNDS = [1, 0, 2, 1, 0, 2] as const;

/**
 * The pigment whose healed fill at this dilution and the design's density has the colour of the stubble: what a bottle would
 * have to absorb that no palette has. A fill only gets darker with absorption, so each channel is found by halving.
 */
export function pigmentToMatch(request: MatchRequest, dilution: number): Result<MatchingPigment, MatchProblem> {
  const checked = checkMatchRequest(request);
  if (!checked.ok) return checked;
  const { stubble, skin, fill } = checked.value;
  const reading = skinReading(skin);
  const filled = (absorption: Absorption): Rgb => {
    const look = lookOf({ absorption, dilution, depthMm: DEPTH_RANGE.default, healing: HEALED_VALUES });
    return fillColour(skin, lookOnSkin(look, reading), fill);
  };
  let absorption: Absorption = [0, 0, 0];
  for (const channel of ROUNDS) {
    let [low, high]: readonly [number, number] = [OWN_ABSORPTION.min, OWN_ABSORPTION.max];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (filled(withChannel(absorption, channel, middle))[channel] > stubble[channel]) low = middle;
      else high = middle;
    }
    absorption = withChannel(absorption, channel, (low + high) / 2);
  }
  if (!checkOwnPigment({ id: 'match', name: 'match', absorption }).ok) return err({ kind: 'notDarker' });
  return ok({ absorption, deltaE: deltaE2000(labOfLinear(filled(absorption)), labOfLinear(stubble)) });
}

const withChannel = ([red, green, blue]: Absorption, channel: 0 | 1 | 2, value: number): Absorption => [
  channel === 0 ? value : red,
  channel === 1 ? value : green,
  channel === 2 ? value : blue,
];
