import type { Design, Photo } from '../design/case';
import type { ClientCard } from '../design/case';
import type { HairlineArea } from '../design/area';
import { DENSITY_WARNING_PER_CM2 } from '../design/fillRanges';
import { pointOnCurve } from '../geometry/curve';
import type { Mm, PerCm2, PhotoPoint } from '../geometry/units';
import { faceOf, faceProblem, type Face } from '../head/guides/face';
import { headInPhoto, type HeadInPhoto } from '../head/guides/headInPhoto';
import {
  asymmetryOf,
  beyondCanthus,
  fallOf,
  frontHalf,
  unevennessOf,
  type Measured,
} from '../head/guides/lineMeasures';
import { heightOfLineMm, lineOnHead, middleOfLine } from '../head/guides/lineOnHead';
import type { Vec3 } from '../head/skull/vec3';

export const ADVICE_KINDS = [
  'low',
  'lowThirds',
  'cornerFlat',
  'falling',
  'asymmetry',
  'straight',
  'dense',
  'denseDark',
] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

/** Something to look at again: never a lock. `value` and `limit` fill the sentence's places, in the kind's own unit. */
export interface Advice {
  readonly kind: AdviceKind;
  readonly value: number;
  readonly limit: number;
  /** Where to look. */
  readonly at: PhotoPoint;
}

/** Lowest heights over the glabella: men measure 6.65–9 cm, women 6.2; below these a line is a child's. */
export const LOWEST_MM: Readonly<Record<'men' | 'women', Mm>> = { men: 60, women: 55 };
/** A hairline stands at the top third; lower than this share of a third it crowds the face. Our choice. */
export const LOWEST_THIRD = 0.85;
/** The corner stands on the canthus' vertical; further out it is filled flat. The margin is our choice. */
export const CORNER_MARGIN_MM: Mm = 10;
/** In profile a line is level or rises; what a hand's tremor makes is our choice. */
export const FALL_MM: Mm = 4;
/** Natural sides differ by a little; more is seen. */
export const ASYMMETRY_MM: Mm = 3;
/** Real edges wander 0.6–2.1 mm (measured). */
export const WANDER_MM: Mm = 0.5;
/** A front that departs from a ruler's line by less is one. Our choice. */
const RULED_MM: Mm = 0.6;
/** Native scalps hold a mean of 223 hairs/cm². */
export const NATIVE_PER_CM2: PerCm2 = 220;
/** 6:1 is the darkest in use, 10:1 to 20:1 the commonest: under this many parts of water a mixture is dark. */
export const DARK_BELOW = 9;

/** What a photo's hairline and its fill ask to be looked at again. Takes some milliseconds: not for every frame. */
export function adviceOf(photo: Photo, design: Design, area: HairlineArea, client: ClientCard): readonly Advice[] {
  const head = headInPhoto(photo);
  const middle = middleHandle(area);
  return [
    ...(head === null ? [] : adviceOnLine(head, faceOf(photo, head), area, client)),
    ...adviceOnEdge(photo, head, design, area, middle),
    ...adviceOnDensity(design, area, middle),
  ];
}

const middleHandle = ({ points }: HairlineArea): PhotoPoint =>
  points.length < 2
    ? (points[0] ?? { x: 0, y: 0 })
    : pointOnCurve(points, { segment: (points.length - 1) >> 1, t: points.length % 2 === 0 ? 0.5 : 0 });

function adviceOnLine(head: HeadInPhoto, face: Face, area: HairlineArea, client: ClientCard): readonly Advice[] {
  const line = lineOnHead(area.points, head);
  const women = client.hairLoss?.scale === 'ludwig';
  const middle = middleOfLine(line, face);
  const halves = ([1, -1] as const).map((side) => frontHalf(line, face, side));
  const beyond = greatest(halves.map((half) => beyondCanthus(half, face, head)));
  const fall = greatest(halves.map((half) => fallOf(half, face, head)));
  const one = (kind: AdviceKind, found: Measured | null, limit: Mm): readonly Advice[] =>
    found === null || found.mm <= limit ? [] : [{ kind, value: found.mm, limit, at: head.toPhoto(found.at) }];
  return [
    ...(middle === null ? [] : tooLow(line, middle, head, face, LOWEST_MM[women ? 'women' : 'men'])),
    // A woman's line is rounded: it has no corner to be kept open, and falls to the temples.
    ...(women ? [] : one('cornerFlat', beyond, CORNER_MARGIN_MM)),
    ...(women ? [] : one('falling', fall, FALL_MM)),
    ...one('asymmetry', asymmetryOf(line, face, head), ASYMMETRY_MM),
  ];
}

function tooLow(line: readonly Vec3[], middle: Vec3, head: HeadInPhoto, face: Face, lowest: Mm): readonly Advice[] {
  const height = heightOfLineMm(line, face, head);
  if (!face.seen('glabella') || height === null) return [];
  const at = head.toPhoto(middle);
  if (height < lowest) return [{ kind: 'low', value: height, limit: lowest, at }];
  if (!face.marked('subnasale') || !face.marked('menton')) return [];
  if (faceProblem(face, ['glabella', 'subnasale', 'menton']) !== null) return [];
  const third = (face.at('glabella')[1] - face.at('menton')[1]) / 2;
  const upright = middle[1] - face.at('glabella')[1];
  return upright < LOWEST_THIRD * third ? [{ kind: 'lowThirds', value: upright, limit: third, at }] : [];
}

function adviceOnEdge(
  photo: Photo,
  head: HeadInPhoto | null,
  { edge }: Design,
  area: HairlineArea,
  at: PhotoPoint,
): readonly Advice[] {
  if (edge.wanderMm < WANDER_MM) return [{ kind: 'straight', value: edge.wanderMm, limit: WANDER_MM, at }];
  const uneven = head === null ? null : unevennessOf(lineOnHead(area.points, head), faceOf(photo, head), head);
  if (uneven === null || uneven >= RULED_MM || edge.wanderMm >= 2 * WANDER_MM) return [];
  return [{ kind: 'straight', value: edge.wanderMm, limit: 2 * WANDER_MM, at }];
}

function adviceOnDensity(design: Design, area: HairlineArea, at: PhotoPoint): readonly Advice[] {
  const value = area.perCm2 ?? design.fill.perCm2;
  if (value > DENSITY_WARNING_PER_CM2) return [{ kind: 'dense', value, limit: DENSITY_WARNING_PER_CM2, at }];
  const dilution = design.treatment.plan.sessions.at(-1)?.dilution ?? Infinity;
  if (value > NATIVE_PER_CM2 && dilution < DARK_BELOW) return [{ kind: 'denseDark', value, limit: NATIVE_PER_CM2, at }];
  return [];
}

const greatest = (all: readonly (Measured | null)[]): Measured | null =>
  all.reduce((most, each) => (each !== null && (most === null || each.mm > most.mm) ? each : most), null);
