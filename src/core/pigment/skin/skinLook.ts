import type { Rgb } from '../../design/scene';
import { CLOUD_OF_MARK, SKIN_REDNESS } from '../marks/markFigures';
import type { ShownSession } from '../time/shownSessions';

/** What the sessions shown do to the skin between their marks, all of them together. */
export interface SkinLook {
  /** Density of the haze at a share of 1: red, green, blue. */
  readonly hazeDensity: Rgb;
  /** The same over pure shine, alike in all channels. */
  readonly hazeOnShine: number;
  /** Density of the cloud where it is as thick as on average: red, green, blue. */
  readonly cloudDensity: Rgb;
  /** ln(red/blue) from which a pixel of bare skin holds no shine. */
  readonly skinRedness: number;
  /** Reddening, 0–1: the reddest session's, as each goes over all of the area. */
  readonly redness: number;
  /** Share of the shine that marks take down with them, 0–1. */
  readonly shine: number;
}

/** Each session adds to haze and cloud by the share of all dots that it sets. */
export function skinLook(shown: readonly ShownSession[]): SkinLook {
  const sum = (of: (session: ShownSession) => number): number => shown.reduce((all, each) => all + of(each), 0);
  const haze = (channel: 0 | 1 | 2): number => sum(({ look, added }) => added * look.hazeDensity[channel]);
  const cloud = (channel: 0 | 1 | 2): number =>
    CLOUD_OF_MARK * sum(({ look, added }) => added * look.markDensity[channel]);
  const added = sum((each) => each.added);
  return {
    hazeDensity: [haze(0), haze(1), haze(2)],
    hazeOnShine: sum((each) => each.added * each.look.hazeOnShine),
    cloudDensity: [cloud(0), cloud(1), cloud(2)],
    skinRedness: shown[0]?.look.skinRedness ?? SKIN_REDNESS,
    redness: shown.reduce((most, { look }) => Math.max(most, look.redness), 0),
    shine: added > 0 ? sum((each) => each.added * each.look.shine) / added : 1,
  };
}
