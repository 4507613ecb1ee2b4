import type { Rgb } from '../design/scene';
import { HAZE_DENSITY, HAZE_ON_SHINE } from './markFigures';
import type { ShownSession } from './shownSessions';

/** What the sessions shown do to the skin between their marks, all of them together. */
export interface SkinLook {
  /** Density of the haze at a share of 1: red, green, blue. */
  readonly hazeDensity: Rgb;
  /** The same over pure shine, alike in all channels. */
  readonly hazeOnShine: number;
  /** Reddening, 0–1: the reddest session's, as each goes over all of the area. */
  readonly redness: number;
  /** Share of the shine that marks take down with them, 0–1. */
  readonly shine: number;
}

/** Each session adds to the haze by the share of all dots that it sets. */
export function skinLook(shown: readonly ShownSession[]): SkinLook {
  const sum = (of: (session: ShownSession) => number): number => shown.reduce((all, each) => all + of(each), 0);
  const haze = (channel: 0 | 1 | 2): number => sum(({ look, added }) => added * look.hazeDensity[channel]);
  const hazeDensity: Rgb = [haze(0), haze(1), haze(2)];
  const added = sum((each) => each.added);
  return {
    hazeDensity,
    hazeOnShine: (HAZE_ON_SHINE * hazeDensity[1]) / HAZE_DENSITY[1],
    redness: shown.reduce((most, { look }) => Math.max(most, look.redness), 0),
    shine: added > 0 ? sum((each) => each.added * each.look.shine) / added : 1,
  };
}
