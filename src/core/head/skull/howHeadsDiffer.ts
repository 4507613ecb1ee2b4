import { EACH_SD, TOGETHER_SD } from './fitAlone';
import { MODES, type Mode } from './modes';
import { SIZES } from './rimMisfit';

/**
 * How heads differ from the mean skull beyond their sizes: standard deviation of the modes' sum of one degree, as a share of the
 * squared distance; up to the third degree alike, then falling as on smooth surfaces. All in all some 3.5 mm of a head's
 * radius: twice what the scalps of shape.ts differ by from the mean skull once it is stretched to them (.01–.03 in every degree,
 * a third of it lopsided), so that an unusual head is let stand. Skewed (the second degree) left and right may be as freely as
 * heads differ; the finer, the more alike they are. Our choice, by seven heads.
 */
const DEGREE_SD = 0.06;
const FALLS_FROM = 3;
const FALLS_BY = 1.5;
const likely = ({ degree, lopsided }: Mode): number =>
  DEGREE_SD * Math.min(1, (FALLS_FROM / degree) ** FALLS_BY) * (lopsided ? (2 / degree) ** 2 : 1);

/** Which modes are sought, the first of MODES, how freely, and whether each place of an edge stands for itself. */
export interface Hold {
  readonly weights: readonly number[];
  readonly isEachItself: boolean;
}
export const FOR_SHAPE: Hold = { weights: MODES.map((mode) => 1 / likely(mode) ** 2), isEachItself: false };
/** A head that bends less, lest it bend to a photo of another or at a wrong scale: so freely, to this degree. Our choice. */
const STIFF = 3 / 8;
const STIFF_TO = 4;
export const FOR_JUDGING: Hold = {
  weights: MODES.filter(({ degree }) => degree <= STIFF_TO).map((mode) => 1 / (STIFF * likely(mode)) ** 2),
  isEachItself: true,
};

/** Holds the shape to how heads differ; gives what that costs. */
export function holdShape({ weights }: Hold, at: Float64Array, matrix: Float64Array, towards: Float64Array): number {
  const size = at.length;
  const mean = ((at[0] as number) + (at[1] as number) + (at[2] as number)) / SIZES;
  const [together, each] = [1 / TOGETHER_SD ** 2, 1 / EACH_SD ** 2];
  let cost = together * mean * mean;
  for (let i = 0; i < SIZES; i++) {
    const off = (at[i] as number) - mean;
    cost += each * off * off;
    towards[i] = (together * mean) / SIZES + each * off;
    for (let j = 0; j <= i; j++) matrix[i * size + j] = together / SIZES ** 2 + each * ((i === j ? 1 : 0) - 1 / SIZES);
  }
  for (const [k, weight] of weights.entries()) {
    const i = SIZES + k;
    const value = at[i] as number;
    cost += weight * value * value;
    towards[i] = weight * value;
    matrix[i * size + i] = weight;
  }
  return cost;
}
