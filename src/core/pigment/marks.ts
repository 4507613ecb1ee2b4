import { mix32 } from '../density/hash';
import type { Scene } from '../design/scene';
import type { Dots } from '../scatter/dots';
import { LOAD_MAX, LOAD_STEPS } from './amplitude';
import { depthAt, type DepthGrid } from './depthGrid';
import { markKind, SHAPE_COUNT, SOFTNESS_COUNT, softnessSigmaMm } from './kernels';
import { MARK_DENSITY_RED, STRENGTH_AT_LINE, STRENGTH_FULL_MM, TONE_LN_SD } from './markFigures';
import { profileClass, profileOf } from './profile';
import { smooth } from './smooth';

/** What is to be drawn for each dot; entry i of every array belongs to mark i. */
export interface Marks {
  readonly count: number;
  /** Place in photo px. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Profile, softness and shape (kernels.ts). */
  readonly kind: Uint8Array;
  /** Red light absorbed, ∫(1 − e^−D) over the profile's integral, in LOAD_STEPS steps of LOAD_MAX. */
  readonly load: Uint8Array;
}

const TONE_STEPS = 256;
/** e^(sd · z) at the middles of TONE_STEPS equal shares of a normal distribution, over its mean. */
const TONE_FACTORS = Float32Array.from({ length: TONE_STEPS }, (_, i) =>
  Math.exp(TONE_LN_SD * normalQuantile((i + 0.5) / TONE_STEPS) - TONE_LN_SD ** 2 / 2),
);

/** The marks of a scene's dots. `depths` are those of the scene's areas; a dot in several takes the deepest. */
export function marksOf(scene: Scene, dots: Dots, depths: readonly DepthGrid[]): Marks {
  const { count } = dots;
  const marks: Marks = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    kind: new Uint8Array(count),
    load: new Uint8Array(count),
  };
  const pxPerCm = 10 / scene.mmPerPx;
  for (let i = 0; i < count; i++) {
    const radiusMm = (scene.dotSizeMm / 2) * (dots.size[i] as number);
    const chance = mix32(dots.id[i] as number);
    const softness = chance % SOFTNESS_COUNT;
    const sigmaMm = softnessSigmaMm(softness);
    const profile = profileClass(radiusMm / sigmaMm);
    const tone = TONE_FACTORS[Math.min(TONE_STEPS - 1, Math.floor((dots.tone[i] as number) * TONE_STEPS))] as number;
    const strength = strengthAt(depths, dots.x[i] as number, dots.y[i] as number);
    const absorbed = absorbedMm2(radiusMm, strength) * tone;
    marks.x[i] = (dots.x[i] as number) * pxPerCm;
    marks.y[i] = (dots.y[i] as number) * pxPerCm;
    marks.kind[i] = markKind(profile, softness, (chance >>> 8) % SHAPE_COUNT);
    const load = absorbed / (profileOf(profile).integral * sigmaMm * sigmaMm);
    marks.load[i] = Math.round((Math.min(LOAD_MAX, load) * LOAD_STEPS) / LOAD_MAX);
  }
  return marks;
}

/** Area of skin that would have to be black to take as much red light: area · (1 − e^−OD), in mm². */
export function absorbedMm2(radiusMm: number, strength: number): number {
  return Math.PI * radiusMm * radiusMm * (1 - Math.exp(-MARK_DENSITY_RED * strength));
}

function strengthAt(depths: readonly DepthGrid[], x: number, y: number): number {
  let depth = 0;
  for (const grid of depths) depth = Math.max(depth, depthAt(grid, x, y));
  return STRENGTH_AT_LINE + (1 - STRENGTH_AT_LINE) * smooth(depth / STRENGTH_FULL_MM);
}

/** Standard normal quantile, good to 0.005 (Winitzki 2008, inverse of his approximation of erf). */
function normalQuantile(p: number): number {
  const a = 0.147;
  const u = 2 * p - 1;
  const log = Math.log(1 - u * u);
  const middle = 2 / (Math.PI * a) + log / 2;
  return Math.sign(u) * Math.SQRT2 * Math.sqrt(Math.sqrt(middle * middle - log / a) - middle);
}
