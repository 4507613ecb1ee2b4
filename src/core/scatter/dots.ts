import type { DensityField } from '../density/field';
import type { Ring } from '../geometry/rings';

/** What to scatter. */
export interface ScatterRequest {
  /** A uint32; another seed is another, equally even, set of dots. */
  readonly seed: number;
  readonly field: DensityField;
  /** Dots stand only inside these rings (even-odd, exact edges); without it the field alone decides. */
  readonly clip?: readonly Ring[] | undefined;
  /** 0 even … 1 wild; NATURAL_IRREGULARITY when left out. */
  readonly irregularity?: number | undefined;
  /** Sigma of the log-normal dot size, 0–0.5; DEFAULT_SIZE_VARIATION when left out. */
  readonly sizeVariation?: number | undefined;
}

/** Dots as columns: entry i of every array belongs to dot i. All columns lie in one buffer, which is theirs alone. */
export interface Dots {
  readonly kind: 'dots';
  readonly count: number;
  /** Place in the chart, cm. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Density in dots/cm² at which the dot comes up: it stands where the field is above this. */
  readonly appearsAt: Float32Array;
  /** Diameter as a factor on the chosen dot size, log-normal with median 1. */
  readonly size: Float32Array;
  /** 0–1, evenly distributed: for variation of opacity and shade. */
  readonly tone: Float32Array;
  /** The same dot keeps its id whatever is edited around it; unique within a design. */
  readonly id: Uint32Array;
  /** The highest density asked for when it was above the engine's ceiling and was clamped to that; else null. */
  readonly clampedAbove: number | null;
}

/** What is wrong with a request. */
export type ScatterFault =
  | 'seedNotUint32'
  | 'gridMalformed'
  | 'gridLengthMismatch'
  | 'extentTooLarge'
  | 'densityNotANumber'
  | 'densityNegative'
  | 'clipMalformed'
  | 'irregularityOutOfRange'
  | 'sizeVariationOutOfRange'
  | 'rectMalformed'
  | 'tooManyDots';

/** A request that cannot be met, as a value: nothing throws. */
export interface ScatterError {
  readonly kind: 'scatterError';
  readonly reason: ScatterFault;
  /** One English sentence; the catalogue key of the translated one is `scatter.` + reason. */
  readonly message: string;
}

/** Domain default of the spread of dot sizes (ln sd .25, measured on real fills). */
export const DEFAULT_SIZE_VARIATION = 0.25;
/** Where the spread of nearest-neighbour distances is that of real fills (.20–.30). */
export const NATURAL_IRREGULARITY = 0.5;
/** Most dots in one request; a whole head at 350 dots/cm² holds a tenth of that. */
export const MAX_DOTS = 2_000_000;

export const scatterError = (reason: ScatterFault, message: string): ScatterError => ({
  kind: 'scatterError',
  reason,
  message,
});
