import type { Look, Rgb, Scene } from '../../design/scene';
import { amplitudeFor, continuousAmplitude, loadFor } from './amplitude';
import { colourGroups } from './colourGroups';
import { amplitudesOf, markKind, softnessPlace, type KernelSet } from './kernels';
import { DEFAULT_LOOK, TONE_LN_SD } from './markFigures';
import { colourRatio, markAbsorbsMm2, medianMark } from './markLoad';
import { shownSessions, type ShownSession } from '../time/shownSessions';

/** Everything that depends on the scale at which marks are drawn. */
export interface DrawnScale {
  readonly kernels: KernelSet;
  /** For each of the scene's colour groups the density in red, green and blue as drawn at this scale of its marks' sum. */
  readonly ratios: readonly Rgb[];
}

/**
 * Dots keep their distance, so fine marks meet less often than chance would have it, and absorb more than their coarse
 * picture, in which all of them overlap. Fitted to drawn fills at the default irregularity: the share by which coarse marks
 * must be denser at 1 px/mm, relative to the share of skin that marks absorb; a little less where that is much, and falling
 * with this power of the scale.
 */
const EVENNESS = 0.386;
const LESS_WHERE_MUCH = 0.6;
const BY_SCALE = 1.6;
/**
 * Wide soft marks lose their distance: fitted to drawn fills of other looks, the difference falls by e where the spread of
 * their pigment (variance along an axis) is larger by a ninth of the skin that each dot has.
 */
const SPREAD_OF_DOT = 9;
/** Where hardly a pixel is left per dot the difference no longer grows. */
const EVENNESS_FROM_PX_PER_MM = 1;

/**
 * The tables for pictures of a scene drawn with these kernels. Marks are summed up in one channel; as flatter marks absorb
 * more, the other channels' ratio is taken so that marks of all tones keep their green and blue as well.
 */
export function drawnScale(kernels: KernelSet, scene: Scene): DrawnScale {
  const shown = shownSessions(scene);
  const even = 1 + evenness(kernels.pxPerMm, scene, shown);
  const ratios = colourGroups(shown).map((group) => {
    const drawn = group.flatMap((session) => shown[session] ?? []).map((each) => drawnRatio(kernels, scene, each));
    const of = (channel: 0 | 1 | 2): number => even * weighted(drawn, channel);
    return [of(0), of(1), of(2)] as const;
  });
  return { kernels, ratios };
}

/** Tones that stand for all that marks have, and how many have them (Gauss and Hermite's three points). */
const TONES = [-1, 0, 1].map((side) => ({
  tone: Math.exp(Math.sqrt(3) * TONE_LN_SD * side),
  weight: side === 0 ? 2 / 3 : 1 / 6,
}));

interface DrawnRatio {
  readonly ratio: Rgb;
  readonly weight: number;
}

function drawnRatio(kernels: KernelSet, { dotSizeMm }: Scene, { look, added }: ShownSession): DrawnRatio {
  const { profile, load, wholeMm2 } = medianMark(look, dotSizeMm / 2);
  const ratio = colourRatio(look);
  const weight = added * load * wholeMm2;
  if (!(load > 0)) return { ratio, weight: 0 };
  const endless = continuousAmplitude(profile);
  const here = amplitudesOf(kernels, markKind(profile, Math.round(softnessPlace(look.sigmaMm)), 0), 0);
  const atTone = (share: number, tone: number): number => {
    const lead = amplitudeFor(endless, load * tone);
    return amplitudeFor(here, loadFor(endless, share * lead)) / amplitudeFor(here, load * tone);
  };
  const of = (channel: 0 | 1 | 2): number =>
    ratio[channel] === 1 ? 1 : TONES.reduce((sum, { tone, weight }) => sum + weight * atTone(ratio[channel], tone), 0);
  return { ratio: [of(0), of(1), of(2)], weight };
}

/** Mean of a channel by the light that each session's marks take. */
function weighted(drawn: readonly DrawnRatio[], channel: 0 | 1 | 2): number {
  const first = drawn[0]?.ratio[channel] ?? 1;
  const whole = drawn.reduce((sum, { weight }) => sum + weight, 0);
  if (drawn.length === 1 || !(whole > 0)) return first;
  return drawn.reduce((sum, { ratio, weight }) => sum + ratio[channel] * weight, 0) / whole;
}

function evenness(pxPerMm: number, { areas, dotSizeMm }: Scene, shown: readonly ShownSession[]): number {
  const perMm2 = areas.reduce((most, area) => Math.max(most, area.perCm2), 0) / 100;
  const mean = (of: (look: Look) => number): number =>
    shown.reduce((sum, { added, look }) => sum + added * of(look), 0);
  const absorbed = perMm2 * mean((look) => markAbsorbsMm2(look, dotSizeMm / 2));
  const whole = (EVENNESS * absorbed) / (1 + LESS_WHERE_MUCH * absorbed);
  const coarse = whole / Math.max(EVENNESS_FROM_PX_PER_MM, pxPerMm) ** BY_SCALE;
  const spread = mean((look) => spreadMm2(look, dotSizeMm) - spreadMm2(DEFAULT_LOOK, dotSizeMm));
  return coarse * Math.exp(-SPREAD_OF_DOT * perMm2 * spread);
}

/** Variance along an axis of a softened disc. */
const spreadMm2 = ({ sigmaMm, sizeFactor }: Look, dotSizeMm: number): number =>
  sigmaMm ** 2 + (dotSizeMm * sizeFactor) ** 2 / 16;
