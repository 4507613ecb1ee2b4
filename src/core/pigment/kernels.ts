import { amplitudeTable, continuousAmplitude, type AmplitudeTable } from './amplitude';
import { PROFILE_COUNT, profileAt, profileOf } from './profile';
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

export function markKind(profile: number, softness: number, shape: number): number {
  return (profile * SOFTNESS_COUNT + softness) * SHAPE_COUNT + shape;
}

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

/** One mark drawn on pixels: `size` × `size` values, the mark's own pixel at (half, half). */
export interface Kernel {
  readonly size: number;
  readonly half: number;
  /** The profile averaged over each pixel, 1 at the centre of a mark that is much larger than a pixel. */
  readonly values: Float32Array;
}

/**
 * Kernels of every kind at one scale, for `phases` × `phases` places within a pixel. They are made when first asked for
 * (half a millisecond each at most), so a scale costs only what stands in its picture.
 */
export interface KernelSet {
  readonly pxPerMm: number;
  readonly phases: number;
  readonly kernels: (Kernel | undefined)[];
  readonly amplitudes: (AmplitudeTable | undefined)[];
}

export function kernelSet(pxPerMm: number): KernelSet {
  const sigmaPx = pxPerMm * MARK_EDGE_SIGMA_MM;
  // A quarter of a pixel is seen where a mark is small; on a mark of many pixels not even a whole one is.
  const phases = sigmaPx < 2.5 ? 4 : sigmaPx < 6 ? 2 : 1;
  return {
    pxPerMm,
    phases,
    kernels: new Array<Kernel | undefined>(KIND_COUNT * phases * phases).fill(undefined),
    amplitudes: new Array<AmplitudeTable | undefined>(PROFILE_COUNT * SOFTNESS_COUNT).fill(undefined),
  };
}

export function kernelOf(set: KernelSet, kind: number, phaseX: number, phaseY: number): Kernel {
  const slot = (kind * set.phases + phaseY) * set.phases + phaseX;
  const known = set.kernels[slot];
  if (known !== undefined) return known;
  const shape = kind % SHAPE_COUNT;
  // A mark of few pixels has no outline; one kernel for all shapes then keeps the processor's cache free.
  const fresh =
    shape > 0 && set.pxPerMm * MARK_EDGE_SIGMA_MM < SHAPED_FROM_SIGMA_PX
      ? kernelOf(set, kind - shape, phaseX, phaseY)
      : makeKernel(set, kind, (phaseX + 0.5) / set.phases, (phaseY + 0.5) / set.phases);
  set.kernels[slot] = fresh;
  return fresh;
}

/** Our choice. */
const SHAPED_FROM_SIGMA_PX = 1;

/** The amplitudes that keep a kind as dark at this scale as at any other. */
export function amplitudesOf(set: KernelSet, kind: number): AmplitudeTable {
  const slot = Math.floor(kind / SHAPE_COUNT);
  const known = set.amplitudes[slot];
  if (known !== undefined) return known;
  const fresh = makeAmplitudes(set, kind);
  set.amplitudes[slot] = fresh;
  return fresh;
}

function makeAmplitudes(set: KernelSet, kind: number): AmplitudeTable {
  const sigmaPx = kindSigmaMm(kind) * set.pxPerMm;
  // From here on pixels sample the profile so finely that they add nothing.
  if (sigmaPx > 4) return continuousAmplitude(kindProfile(kind));
  const values = kernelSample(set, kind);
  return amplitudeTable(
    values,
    1 / (set.phases * set.phases),
    profileOf(kindProfile(kind)).integral * sigmaPx * sigmaPx,
  );
}

/** Pixels of a kind's kernels over all phases, one after the other. */
export function kernelSample(set: KernelSet, kind: number): Float32Array {
  const round = kind - (kind % SHAPE_COUNT);
  const first = kernelOf(set, round, 0, 0);
  const count = first.values.length;
  const values = new Float32Array(count * set.phases * set.phases);
  for (let phase = 0; phase < set.phases * set.phases; phase++) {
    const kernel = kernelOf(set, round, phase % set.phases, Math.floor(phase / set.phases));
    values.set(kernel.values, phase * count);
  }
  return values;
}

/** Shapes that are not round: stretch along an angle and a bulge on three sides, area kept (our choice). */
const SHAPES = [
  { stretch: 1.04, angle: 0.4, bulge: 0.05 },
  { stretch: 1.14, angle: 1.1, bulge: 0.09 },
  { stretch: 1.1, angle: 2.0, bulge: -0.1 },
  { stretch: 1.18, angle: 2.8, bulge: 0.06 },
] as const;

function makeKernel(set: KernelSet, kind: number, phaseX: number, phaseY: number): Kernel {
  const profile = profileOf(kindProfile(kind));
  const sigmaPx = kindSigmaMm(kind) * set.pxPerMm;
  const half = Math.ceil(profile.extent * sigmaPx * 1.1 + 0.5);
  const size = 2 * half + 1;
  const values = new Float32Array(size * size);
  const samples = Math.max(1, Math.min(8, Math.ceil(2 / sigmaPx)));
  const shape = SHAPES[kind % SHAPE_COUNT] ?? SHAPES[0];
  const cos = Math.cos(shape.angle) / sigmaPx;
  const sin = Math.sin(shape.angle) / sigmaPx;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const left = (i % size) - half - phaseX;
    const top = Math.floor(i / size) - half - phaseY;
    let inPixel = 0;
    for (let sample = 0; sample < samples * samples; sample++) {
      const x = left + ((sample % samples) + 0.5) / samples;
      const y = top + (Math.floor(sample / samples) + 0.5) / samples;
      inPixel += profileAt(profile, shapedSquare(shape, x * cos + y * sin, y * cos - x * sin));
    }
    values[i] = inPixel / (samples * samples);
    sum += values[i] as number;
  }
  // Sampling and shape move the sum by a few per cent; the pigment stays what it is.
  const correction = sum > 0 ? (profile.integral * sigmaPx * sigmaPx) / sum : 0;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * correction;
  return { size, half, values };
}

/** Squared distance from the centre as a shape sees it: (along, across) its axis, in sigmas. */
function shapedSquare(shape: (typeof SHAPES)[number], along: number, across: number): number {
  const a = along / shape.stretch;
  const b = across * shape.stretch;
  const square = a * a + b * b;
  if (square === 0) return 0;
  const threefold = (a * (a * a - 3 * b * b)) / (square * Math.sqrt(square));
  return square * (1 + shape.bulge * threefold);
}
