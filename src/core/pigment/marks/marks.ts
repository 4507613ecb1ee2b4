import { mix32 } from '../../density/hash';
import type { Scene } from '../../design/scene';
import { growthLength } from '../../head/growth';
import type { HairyPlaces } from '../../head/scalpGrid';
import type { Dots } from '../../scatter/dots';
import { LOAD_MAX, LOAD_STEPS, MEASURED_LOAD_MAX } from './amplitude';
import {
  FLATNESS,
  kindSigmaMm,
  markKind,
  SHAPE_COUNT,
  SOFTNESS_COUNT,
  softnessPlace,
  tiltOf,
  withProfile,
} from './kernels';
import { TONE_LN_SD } from './markFigures';
import type { PlacedDots } from './placedDots';
import { absorbedMm2, darkenedLoads, darknessOf } from './markLoad';
import { PROFILE_COUNT, profileClass, profileOf } from './profile';
import { shownSessions, type ShownSession } from '../time/shownSessions';
import { slowVariation, type SlowVariation } from '../haze/slowVariation';

/** What is to be drawn for each dot; entry i of every array belongs to mark i. */
export interface Marks {
  readonly count: number;
  /** Place in photo px. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Profile, softness and shape (kernels.ts). */
  readonly kind: Uint16Array;
  /** How the mark is flattened, and which way (kernels.ts). */
  readonly tilt: Uint8Array;
  /** Light absorbed, ∫(1 − e^−D) over the profile's integral, in LOAD_STEPS steps of LOAD_MAX. */
  readonly load: Uint16Array;
}

export const marksFor = (count: number): Marks => ({
  count,
  x: new Float32Array(count),
  y: new Float32Array(count),
  kind: new Uint16Array(count),
  tilt: new Uint8Array(count),
  load: new Uint16Array(count),
});

const TONE_STEPS = 256;
/** Beyond this many standard deviations no mark is darker or paler: few very black ones among pale ones look like pepper. */
const TONE_REACH = 1.7;
/** e^(sd · z) at the middles of TONE_STEPS equal shares of a normal distribution, cut off at TONE_REACH; their mean is 1. */
const TONE_FACTORS = toneFactors();

function toneFactors(): Float32Array {
  const factors = Float32Array.from({ length: TONE_STEPS }, (_, i) => {
    const z = normalQuantile((i + 0.5) / TONE_STEPS);
    return Math.exp(TONE_LN_SD * Math.min(TONE_REACH, Math.max(-TONE_REACH, z)));
  });
  const mean = factors.reduce((sum, each) => sum + each, 0) / TONE_STEPS;
  return factors.map((each) => each / mean);
}

/** Marks of one look are a rung of softness sharper or softer than its middle, or just that (our choice of spread). */
const SOFTNESS_SPREAD = 3;

/** Skin that is turned away farther than this shows no single marks (84°; our choice). */
const LEAST_FACING = 0.1;

/** What the marks of one session have in common. */
interface Brush {
  readonly dotRadiusMm: number;
  /** How far up the ladder of softness they lie, between its rungs. */
  readonly place: number;
  /** Share that the photo's own blur has in the variance of their edge, and in that of the whole mark. */
  readonly edgeBlur: number;
  readonly markBlur: number;
  readonly darkness: number;
  /** Factor on the light that a mark takes away at a place of the chart in cm. */
  readonly strengthAt: SlowVariation['strengthAt'];
  /** By profile, what a measured mark's load becomes, made when first asked for; null: the same. */
  readonly loads: Loads;
}

function brushOf({ look }: ShownSession, { dotSizeMm, seed }: Scene): Brush {
  const dotRadiusMm = (dotSizeMm / 2) * look.sizeFactor;
  const blur = (look.photoSigmaMm ?? 0) ** 2;
  return {
    dotRadiusMm,
    place: softnessPlace(look.sigmaMm),
    edgeBlur: blur / look.sigmaMm ** 2,
    // The variance of an even disc along an axis is a quarter of its radius squared.
    markBlur: blur / (look.sigmaMm ** 2 + dotRadiusMm ** 2 / 4),
    darkness: darknessOf(look),
    strengthAt: slowVariation(seed).strengthAt,
    loads: loadsFor(darknessOf(look)),
  };
}

type Loads = (Uint16Array | null | undefined)[];

/** Looks stay from scene to scene while a hand moves, and so do their loads. */
const knownLoads = new Map<number, Loads>();
const KEPT_LOADS = 16;

function loadsFor(darkness: number): Loads {
  const known = knownLoads.get(darkness) ?? new Array<Uint16Array | null | undefined>(PROFILE_COUNT).fill(undefined);
  knownLoads.delete(darkness);
  knownLoads.set(darkness, known);
  for (const oldest of knownLoads.keys()) if (knownLoads.size > KEPT_LOADS) knownLoads.delete(oldest);
  return known;
}

/** The marks of all placed dots, or of those drawn as the given entries of shownSessions. */
export function marksOf(scene: Scene, placed: PlacedDots, only?: readonly number[]): Marks {
  const { count } = placed.dots;
  const all = Uint32Array.from({ length: count }, (_, i) => i);
  const marker = markerOf(scene, only);
  const marks = marksFor(marker.count(placed, all));
  marker.mark(marks, 0, placed, all, keptMarks(count));
  return marks;
}

/** Marks of placed dots as they were last made, so that a dot that goes and comes back costs a copy. */
export interface KeptMarks {
  readonly marks: Marks;
  /** The entry of shownSessions that each was made as, counted from 1; 0: none is known. */
  readonly madeAs: Uint8Array;
  /** 1 for those that have another strength since they were made. */
  readonly isStale: Uint8Array;
  /** All from which they follow beside the dots, as text. */
  look: string;
}

export const keptMarks = (count: number): KeptMarks => ({
  marks: marksFor(count),
  madeAs: new Uint8Array(count),
  isStale: new Uint8Array(count),
  look: '',
});

/** Forgets marks that were made in another look. */
export function keepLook(kept: KeptMarks, look: string): void {
  if (kept.look !== look) kept.madeAs.fill(0);
  kept.look = look;
}

/** Makes marks of some placed dots. */
export interface Marker {
  readonly count: (placed: PlacedDots, which: Uint32Array) => number;
  /** Writes them as marks `next` and on; returns the one after the last. */
  readonly mark: (marks: Marks, next: number, placed: PlacedDots, which: Uint32Array, kept: KeptMarks) => number;
}

/**
 * A scene's marker, for all dots or those drawn as the given entries of shownSessions. A dot keeps its mark whatever sessions
 * come. A mark is as large as the photo shows it there and flattened by the tilt of the skin; what is turned away has none.
 */
export function markerOf(scene: Scene, only?: readonly number[]): Marker {
  const brushes = shownSessions(scene).map((each, i) =>
    only === undefined || only.includes(i) ? brushOf(each, scene) : null,
  );
  const brushFor = ({ shown, places }: PlacedDots, i: number): Brush | null =>
    (places.facing[i] as number) < LEAST_FACING ? null : (brushes[shown[i] as number] ?? null);
  return {
    count: (placed, which) => {
      let count = 0;
      for (let n = 0; n < which.length; n++) if (brushFor(placed, which[n] as number) !== null) count++;
      return count;
    },
    mark: (marks, first, placed, which, kept) => {
      let next = first;
      for (let n = 0; n < which.length; n++) {
        const i = which[n] as number;
        const brush = brushFor(placed, i);
        if (brush === null) continue;
        const as = 1 + (placed.shown[i] as number);
        if (kept.madeAs[i] !== as) layMark(kept.marks, scene, brush, placed, i);
        else if (kept.isStale[i] === 1) layStrength(kept.marks, scene, brush, placed, i);
        kept.madeAs[i] = as;
        kept.isStale[i] = 0;
        copyMark(kept.marks, i, marks, next++);
      }
      return next;
    },
  };
}

function copyMark(from: Marks, i: number, to: Marks, at: number): void {
  to.x[at] = from.x[i] as number;
  to.y[at] = from.y[i] as number;
  to.kind[at] = from.kind[i] as number;
  to.tilt[at] = from.tilt[i] as number;
  to.load[at] = from.load[i] as number;
}

/** Makes mark `i` of dot `i`. */
function layMark(marks: Marks, scene: Scene, brush: Brush, placed: PlacedDots, i: number): void {
  const { dots, places } = placed;
  const chance = mix32(dots.id[i] as number);
  const seen = seenSize(scene, places, i);
  // The photo's blur is its own: it grows and shrinks with nothing.
  const edgeSeen = Math.sqrt((1 - brush.edgeBlur) * seen * seen + brush.edgeBlur);
  const softness = rungOf(brush.place + RUNGS_PER_OCTAVE * Math.log2(edgeSeen), chance);
  marks.x[i] = places.x[i] as number;
  marks.y[i] = places.y[i] as number;
  marks.kind[i] = markKind(0, softness, (chance >>> 8) % SHAPE_COUNT);
  marks.tilt[i] = tiltAt(dots, places, i, brush.markBlur, chance);
  layStrength(marks, scene, brush, placed, i);
}

/** A disc on tilted skin is an ellipse: so much smaller all over, then stretched without a change of area. */
const seenSize = ({ mmPerPx }: Scene, { facing, pxPerMm }: HairyPlaces, i: number): number =>
  Math.sqrt(facing[i] as number) * (pxPerMm[i] as number) * mmPerPx;

/** What of mark `i` follows from how deep its dot lies: its size, and with that its profile, and its load. */
function layStrength(marks: Marks, scene: Scene, brush: Brush, placed: PlacedDots, i: number): void {
  const { dots, places, area, keeps } = placed;
  const { sizeAtLine, shadeAtLine } = scene.edge;
  const within = placed.within[i] as number;
  const scale = area === null ? 1 : (scene.areas[area[i] as number]?.dotScale ?? 1);
  const size = (dots.size[i] as number) * scale * (sizeAtLine + (1 - sizeAtLine) * within);
  const radiusMm = brush.dotRadiusMm * size * seenSize(scene, places, i);
  const kind = marks.kind[i] as number;
  const sigmaMm = kindSigmaMm(kind);
  const profile = profileClass(radiusMm / sigmaMm);
  const tone = TONE_FACTORS[Math.min(TONE_STEPS - 1, Math.floor((dots.tone[i] as number) * TONE_STEPS))] as number;
  const kept = keeps === null ? 1 : (keeps[i] as number);
  const shared = brush.strengthAt(dots.x[i] as number, dots.y[i] as number);
  const absorbed = absorbedMm2(radiusMm, shadeAtLine + (1 - shadeAtLine) * within) * tone * shared * kept;
  const share = absorbed / (profileOf(profile).integral * sigmaMm * sigmaMm);
  const load = Math.round((Math.min(MEASURED_LOAD_MAX, share) * LOAD_STEPS) / LOAD_MAX);
  const loads = loadsOf(brush, profile);
  marks.kind[i] = withProfile(kind, profile);
  marks.load[i] = loads === null ? load : (loads[load] as number);
}

const RUNGS_PER_OCTAVE = 4;

/** The rung below or above a place on the ladder of softness, by chance so that the mean is right, and its spread. */
function rungOf(place: number, chance: number): number {
  const rung = Math.floor(place);
  const nearer = rung + (chance >>> 16 < (place - rung) * 0x10000 ? 1 : 0);
  return Math.min(SOFTNESS_COUNT - 1, Math.max(0, nearer + (chance % SOFTNESS_SPREAD) - 1));
}

/** A mark with a breadth nearer to its length than this shows as it is. */
const ROUND = 1 - (1 - FLATNESS[0]) / 8;

/**
 * How a dot's mark is flattened: it lies longer along the direction of growth, as the needle goes in with the hair, and the
 * turn of the skin makes it narrower along its tilt. The two together are one ellipse, by its covariance; the photo's blur, a
 * share of the mark's, makes it rounder again.
 */
function tiltAt(
  dots: Dots,
  { facing, tiltRad, growthRad }: HairyPlaces,
  i: number,
  blur: number,
  chance: number,
): number {
  const flat = facing[i] as number;
  const tilt = tiltRad[i] as number;
  if (growthRad === null) {
    const blurred = blurredFlatness(flat, blur);
    return blurred > ROUND ? 0 : tiltOf(flatnessClass(blurred, chance), tilt);
  }
  // Along the tilt and across it; on the skin itself the growth leans more to the tilt than the photo shows.
  const seen = (growthRad[i] as number) - tilt;
  const along = Math.cos(seen) / Math.max(flat, LEAST_FACING);
  const across = Math.sin(seen);
  const longer = growthLength(dots.x[i] as number, dots.y[i] as number) ** 2 - 1;
  const share = longer / (along * along + across * across);
  const xx = flat * flat * (1 + share * along * along);
  const xy = flat * share * along * across;
  const yy = 1 + share * across * across;
  const middle = (xx + yy) / 2;
  const spread = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy);
  const flatness = blurredFlatness(Math.sqrt(Math.max(middle - spread, 0) / (middle + spread)), blur);
  if (flatness > ROUND) return 0;
  return tiltOf(flatnessClass(flatness, chance), tilt + Math.atan2(2 * xy, xx - yy) / 2 + Math.PI / 2);
}

/** Breadth to length of an ellipse when a share of its variance, had it the same area, is round. */
const blurredFlatness = (flatness: number, round: number): number =>
  round === 0
    ? flatness
    : Math.sqrt(((1 - round) * flatness + round) / ((1 - round) / Math.max(flatness, LEAST_FACING) + round));

/** The class below or above a flatness, by chance so that the mean is right; 0 for a round mark. */
function flatnessClass(facing: number, chance: number): number {
  let above = 1;
  let flatness = 0;
  for (const [i, below] of FLATNESS.entries()) {
    if (facing >= below) {
      const share = (above - facing) / (above - below);
      return flatness + (((chance >>> 4) & 0xfff) < share * 0x1000 ? 1 : 0);
    }
    above = below;
    flatness = i + 1;
  }
  return flatness;
}

function loadsOf(brush: Brush, profile: number): Uint16Array | null {
  const known = brush.loads[profile];
  if (known !== undefined) return known;
  const fresh = darkenedLoads(profile, brush.darkness);
  brush.loads[profile] = fresh;
  return fresh;
}

/** Standard normal quantile, good to 0.005 (Winitzki 2008, inverse of his approximation of erf). */
function normalQuantile(p: number): number {
  const a = 0.147;
  const u = 2 * p - 1;
  const log = Math.log(1 - u * u);
  const middle = 2 / (Math.PI * a) + log / 2;
  return Math.sign(u) * Math.SQRT2 * Math.sqrt(Math.sqrt(middle * middle - log / a) - middle);
}
