import { amplitudeTable, continuousAmplitude, type AmplitudeTable } from './amplitude';
import { addKernel, kernelTable, kernelValues, type KernelTable } from './kernelTable';
import { phaseKernels } from './phaseKernels';
import { PROFILE_COUNT, profileOf } from './profile';
import { MARK_EDGE_SIGMA_MM } from './markFigures';

/**
 * A mark's kind packs what its kernel depends on: the profile (size over softness), the softness and the outline's
 * shape. Softness goes up a ladder of quarter octaves, like the profiles, from 0.04 mm (sharper than any fresh mark) to
 * 1 mm (softer than any that lies too deep), so that all ages of marks share the kernels of a scale.
 */
export const SOFTNESS_COUNT = 20;
/** The rung of MARK_EDGE_SIGMA_MM. */
export const NEUTRAL_SOFTNESS = 8;
const RUNGS_PER_OCTAVE = 4;
export const SHAPE_COUNT = 4;
export const KIND_COUNT = PROFILE_COUNT * SOFTNESS_COUNT * SHAPE_COUNT;

/**
 * A mark on skin that is turned away looks flattened: a tilt packs its breadth to its length (the round mark, then
 * FLATNESS) and the direction in which it is narrow.
 */
export const FLATNESS = [0.8, 0.62, 0.45, 0.3] as const;
const TILT_DIRECTIONS = 6;
const TILT_COUNT = 1 + FLATNESS.length * TILT_DIRECTIONS;

/** The tilt of a flatness class (counted from 1, 0 for round) that is narrow along a direction in the photo. */
export function tiltOf(flatness: number, narrowRad: number): number {
  if (flatness === 0) return 0;
  const turn = Math.round((narrowRad / Math.PI) * TILT_DIRECTIONS) % TILT_DIRECTIONS;
  return 1 + (flatness - 1) * TILT_DIRECTIONS + (turn < 0 ? turn + TILT_DIRECTIONS : turn);
}

export function markKind(profile: number, softness: number, shape: number): number {
  return (profile * SOFTNESS_COUNT + softness) * SHAPE_COUNT + shape;
}

/** The kind of the same softness and shape with another profile. */
export const withProfile = (kind: number, profile: number): number =>
  (kind % (SOFTNESS_COUNT * SHAPE_COUNT)) + profile * SOFTNESS_COUNT * SHAPE_COUNT;

export function kindProfile(kind: number): number {
  return Math.floor(kind / (SOFTNESS_COUNT * SHAPE_COUNT));
}

/** Edge sigma of a softness class. */
export function softnessSigmaMm(softness: number): number {
  return SIGMAS_MM[softness] as number;
}

const SIGMAS_MM = Float64Array.from(
  { length: SOFTNESS_COUNT },
  (_, softness) => MARK_EDGE_SIGMA_MM * 2 ** ((softness - NEUTRAL_SOFTNESS) / RUNGS_PER_OCTAVE),
);

/** Where a sigma lies on the ladder, between its rungs; at least one rung from either end. */
export function softnessPlace(sigmaMm: number): number {
  const place = NEUTRAL_SOFTNESS + RUNGS_PER_OCTAVE * Math.log2(sigmaMm / MARK_EDGE_SIGMA_MM);
  return Math.min(SOFTNESS_COUNT - 2, Math.max(1, place));
}

export function kindSigmaMm(kind: number): number {
  return softnessSigmaMm(Math.floor(kind / SHAPE_COUNT) % SOFTNESS_COUNT);
}

/**
 * Kernels of every kind at one scale, for `phases` × `phases` places within a pixel. Those of a kind are made together when
 * one is first asked for, so a scale costs only what stands in its picture.
 */
export interface KernelSet {
  readonly pxPerMm: number;
  readonly phases: number;
  /** By kernelFamily the first of a kind's kernels, plus one; 0: not made yet. They follow row by row of phases. */
  readonly families: Int32Array;
  /** Of all kernels made so far: side by side, as a mark meets another kernel than the one before. */
  readonly kernels: KernelTable;
  /** By amplitudeSlot. */
  readonly amplitudes: (AmplitudeTable | undefined)[];
}

export const kernelFamily = (kind: number, tilt: number): number => tilt * KIND_COUNT + kind;

export const amplitudeSlot = (kind: number, tilt: number): number =>
  tilt * PROFILE_COUNT * SOFTNESS_COUNT + ((kind / SHAPE_COUNT) | 0);

export function kernelSet(pxPerMm: number): KernelSet {
  const sigmaPx = pxPerMm * MARK_EDGE_SIGMA_MM;
  // A quarter of a pixel is seen where a mark is small; on a mark of many pixels not even a whole one is.
  const phases = sigmaPx < 2.5 ? 4 : sigmaPx < 6 ? 2 : 1;
  return {
    pxPerMm,
    phases,
    families: new Int32Array(TILT_COUNT * KIND_COUNT),
    kernels: kernelTable(),
    amplitudes: new Array<AmplitudeTable | undefined>(TILT_COUNT * PROFILE_COUNT * SOFTNESS_COUNT).fill(undefined),
  };
}

/** Where a kind's kernels begin in the set's. */
export function kernelsFrom(set: KernelSet, kind: number, tilt: number): number {
  const family = kernelFamily(kind, tilt);
  const known = set.families[family] as number;
  if (known > 0) return known - 1;
  const shape = kind % SHAPE_COUNT;
  // A mark of few pixels has no outline, and one that is flattened has lost it: one kernel for all shapes then keeps
  // the processor's cache free.
  const shapeless = tilt > 0 || set.pxPerMm * MARK_EDGE_SIGMA_MM < SHAPED_FROM_SIGMA_PX;
  const from = shape > 0 && shapeless ? kernelsFrom(set, kind - shape, tilt) : set.kernels.count;
  if (from === set.kernels.count) addKernels(set, kind, tilt);
  set.families[family] = from + 1;
  return from;
}

/** Our choice. */
const SHAPED_FROM_SIGMA_PX = 1;

/** The amplitudes that keep a kind as dark at this scale as at any other. */
export function amplitudesOf(set: KernelSet, kind: number, tilt: number): AmplitudeTable {
  const slot = amplitudeSlot(kind, tilt);
  const known = set.amplitudes[slot];
  if (known !== undefined) return known;
  const fresh = makeAmplitudes(set, kind, tilt);
  set.amplitudes[slot] = fresh;
  return fresh;
}

function makeAmplitudes(set: KernelSet, kind: number, tilt: number): AmplitudeTable {
  const sigmaPx = kindSigmaMm(kind) * set.pxPerMm;
  // From here on pixels sample the profile so finely that they add nothing.
  if (sigmaPx * Math.sqrt(flatnessOf(tilt)) > 4) return continuousAmplitude(kindProfile(kind));
  const values = kernelSample(set, kind, tilt);
  return amplitudeTable(
    values,
    1 / (set.phases * set.phases),
    profileOf(kindProfile(kind)).integral * sigmaPx * sigmaPx,
  );
}

/** Pixels of a kind's kernels over all phases, one after the other; some of none are left out. */
function kernelSample(set: KernelSet, kind: number, tilt: number): Float32Array {
  const from = kernelsFrom(set, kind - (kind % SHAPE_COUNT), tilt);
  return kernelValues(set.kernels, from, from + set.phases * set.phases);
}

interface Shape {
  readonly stretch: number;
  readonly angle: number;
  readonly bulge: number;
}

/** Shapes that are not round: stretch along an angle and a bulge on three sides, area kept (our choice). */
const SHAPES = [
  { stretch: 1.04, angle: 0.4, bulge: 0.05 },
  { stretch: 1.14, angle: 1.1, bulge: 0.09 },
  { stretch: 1.1, angle: 2.0, bulge: -0.1 },
  { stretch: 1.18, angle: 2.8, bulge: 0.06 },
] as const;

/** Breadth to length of a tilt's mark. */
const flatnessOf = (tilt: number): number =>
  tilt === 0 ? 1 : (FLATNESS[Math.floor((tilt - 1) / TILT_DIRECTIONS)] ?? 1);

/** A flattened mark is an ellipse of the same area. */
function shapeOf(kind: number, tilt: number): Shape {
  if (tilt === 0) return SHAPES[kind % SHAPE_COUNT] ?? SHAPES[0];
  // The stretch runs along the ellipse's length, across the direction in which it is narrow.
  const angle = (((tilt - 1) % TILT_DIRECTIONS) * Math.PI) / TILT_DIRECTIONS + Math.PI / 2;
  return { stretch: 1 / Math.sqrt(flatnessOf(tilt)), angle, bulge: 0 };
}

/** How much farther than its profile a mark of a tilt may reach. */
export const tiltReach = (tilt: number): number => (tilt === 0 ? 1.1 : 1 / Math.sqrt(flatnessOf(tilt)));

/** Adds a kind's kernels of all phases to the set. */
function addKernels(set: KernelSet, kind: number, tilt: number): void {
  const profile = profileOf(kindProfile(kind));
  const sigmaPx = kindSigmaMm(kind) * set.pxPerMm;
  const half = Math.ceil(profile.extent * sigmaPx * tiltReach(tilt) + 0.5);
  const flatness = flatnessOf(tilt);
  const { stretch, angle, bulge } = shapeOf(kind, tilt);
  const samples = Math.max(1, Math.min(8, Math.ceil(2 / (sigmaPx * Math.sqrt(flatness)))));
  const values = phaseKernels({ profile, sigmaPx, stretch, angle, bulge }, half, set.phases, samples);
  for (const each of values) addKernel(set.kernels, each, half);
}
