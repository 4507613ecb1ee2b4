import type { Look } from '../design/scene';
import type { Absorption, Healing, OwnPigment, PigmentChoice, PlannedSession, SessionPlan } from '../design/treatment';
import type { Mm } from '../geometry/units';
import { ok, type Result } from '../result';
import { depthLook } from './colour/depth';
import { concentrationOf, DILUTION_RANGE } from './colour/dilution';
import { healingAt, type HealingFactors } from './time/healing';
import { DEFAULT_LIGHT, lightOnMarks, type LightChoice } from './light/lightChoice';
import { HAZE_DENSITY, HAZE_ON_SHINE, MARK_EDGE_SIGMA_MM, SKIN_REDNESS } from './marks/markFigures';
import { absorptionOf, NEUTRAL_BLACK, type PigmentProblem } from './colour/pigments';
import { sessionAges, type SessionStep } from './time/sessions';

/** What decides a look; the needle acts within the healing. */
export interface LookChoices {
  readonly absorption: Absorption;
  readonly dilution: number;
  readonly depthMm: Mm;
  readonly healing: HealingFactors;
  readonly light?: LightChoice | undefined;
}

/** What the figures of marks and haze were measured for: neutral black at the default dilution. */
const DEFAULT_CONCENTRATION = concentrationOf(DILUTION_RANGE.default);

/** A turn of 1 towards blue takes this off the logarithm of a mark's density in green and in blue: our choice. */
const HUE_TURN = [0, 0.5, 1] as const;

/** No mark is sharper than this, whatever a curve says: our choice. */
const LEAST_SIGMA_MM: Mm = 0.05;

/**
 * The look of dots that were set this way. Pigment, dilution, darkness and depth each multiply an optical density, so that
 * dilutions keep to Beer and Lambert's law at any age; the haze follows the amount of pigment in the skin. With every choice at its
 * default and the skin healed this gives exactly the measured figures.
 */
export function lookOf({ absorption, dilution, depthMm, healing, light }: LookChoices): Look {
  const depth = depthLook(depthMm);
  const lit = lightOnMarks(light ?? DEFAULT_LIGHT);
  const amount = (channel: 0 | 1 | 2): number =>
    absorption[channel] *
    concentrationOf(dilution) *
    healing.darkness *
    depth.seen[channel] *
    Math.exp(-HUE_TURN[channel] * healing.hueShift);
  // What has spread over a wider mark is thinner there; the haze has all of it.
  const mark = (channel: 0 | 1 | 2): number => (amount(channel) / depth.size ** 2) * lit.contrast;
  const settled = 1 - FRESH_WITHOUT_HAZE * onSurface(healing.softnessMm);
  const hazeShare = (channel: 0 | 1 | 2): number =>
    settled * (amount(channel) / (NEUTRAL_BLACK[channel] * DEFAULT_CONCENTRATION));
  const haze = (channel: 0 | 1 | 2): number => HAZE_DENSITY[channel] * hazeShare(channel) * lit.haze;
  return {
    markDensity: [mark(0), mark(1), mark(2)],
    sizeFactor: depth.size * seenGrowth(healing.size),
    sigmaMm: Math.max(LEAST_SIGMA_MM, MARK_EDGE_SIGMA_MM * depth.softness + healing.softnessMm),
    hazeDensity: [haze(0), haze(1), haze(2)],
    hazeOnShine: HAZE_ON_SHINE * hazeShare(1) * lit.gloss,
    skinRedness: SKIN_REDNESS,
    redness: healing.redness,
    shine: lit.shineOfMarks,
    ...(healing.skinTypeChosen === true ? { skinTypeChosen: true } : {}),
  };
}

/**
 * The haze is light that has passed beneath marks, and pigment that has settled around them: what still lies in the scab
 * on the surface gives less of it. Our choice, so that fresh dots stand dark on pink skin rather than in grey.
 */
const FRESH_WITHOUT_HAZE = 0.42;
/** A scab makes the mark's edge this much sharper (healingCurves.ts). */
const SCAB_SOFTNESS_MM: Mm = -0.04;

const onSurface = (softnessMm: Mm): number => Math.min(1, Math.max(0, softnessMm / SCAB_SOFTNESS_MM));

/** The dot as it is tattooed (0.10–0.15 mm healed, practitioners and papers) and the mark that photos show of it. */
const TATTOOED_MM: Mm = 0.12;
const SEEN_MM: Mm = 0.28;

/**
 * Growth of the mark that is seen when the tattooed dot in it grows by a factor: the skin's spread, most of the mark, stays
 * as it is, and the two add by their squares.
 */
const seenGrowth = (factor: number): number => Math.sqrt(1 + (factor ** 2 - 1) * (TATTOOED_MM / SEEN_MM) ** 2);

/** A design's treatment and the moment at which it is shown. */
export interface Moment {
  readonly pigment: PigmentChoice;
  readonly ownPigments: readonly OwnPigment[];
  readonly plan: SessionPlan;
  readonly healing: Healing;
  /** 0 before the first session, k after the k-th. */
  readonly step: SessionStep;
  /** Days after the session of the step. */
  readonly days: number;
  readonly light: LightChoice;
}

/** The look of each session's dots, by session; null for those that are not set yet. */
export function looksOf(moment: Moment): Result<readonly (Look | null)[], PigmentProblem> {
  const { plan, healing, light } = moment;
  const absorption = absorptionOf(moment.pigment, moment.ownPigments);
  if (!absorption.ok) return absorption;
  const ages = sessionAges(plan, moment.step, moment.days);
  const look = (planned: PlannedSession, age: number): Look =>
    lookOf({ ...planned, absorption: absorption.value, healing: healingAt(healing, age, planned.needle), light });
  return ok(
    plan.sessions.map((planned, session) => {
      const age = ages[session] ?? null;
      return age === null ? null : look(planned, age);
    }),
  );
}
