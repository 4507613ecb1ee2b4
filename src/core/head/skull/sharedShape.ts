import { solveSymmetric } from '../../geometry/solveSymmetric';
import { EACH_SD, stretchedMean, TOGETHER_SD } from './fitAlone';
import { MODES } from './modes';
import { measureMisfit, newMisfit, OF_SHAPE, OF_SIGHT, SIZES, trySight } from './rimMisfit';
import {
  MEAN_BREADTH_MM,
  MEAN_LENGTH_MM,
  MEAN_UP_MM,
  shapeBreadthMm,
  shapeLengthMm,
  shapeUpMm,
  skullForm,
} from './shape';
import type { SkullShape } from './shape';
import type { Sight } from './sight';

/**
 * How heads differ from the mean skull beyond their sizes: standard deviation of the products' sum of each degree, as a share of the squared
 * distance. That is 2 mm of a head's radius, about what single scalps differ by from a mean of them once they are
 * stretched to its sizes (1.3–2 mm, see shape.ts). Left and right differ by about a quarter of that. Our choice.
 */
const PROPORTION_SD = 0.05;
const LOPSIDED_SHARE = 0.25;
const ROUNDS = 8;
/** Rounds end when the sum of squares falls by less than this share of it. */
const CLOSE = 1e-3;

const MODE_WEIGHTS = MODES.map(({ u, ways }) => {
  const sd = PROPORTION_SD * (u % 2 === 1 ? LOPSIDED_SHARE : 1);
  return 1 / (sd * sd * ways);
});

export interface SharedShape {
  readonly shape: SkullShape;
  /** What the sights' places are off in the mean square, by what they were likely to be: about 1 where a photo shows this head. */
  readonly misfits: readonly number[];
}

/**
 * The shape that the silhouettes of one head's photos show together: sizes and modes, held to how heads differ, while every
 * photo keeps a place of its own and may be off its own scale and pose by as much as these may err. Gauss–Newton;
 * the same whatever the order to the last bits.
 */
export function sharedShape(sights: readonly Sight[]): SharedShape {
  const size = OF_SHAPE + OF_SIGHT * sights.length;
  let at = startAt(sights, size);
  const leans = sights.map(({ points }) => new Float64Array(points.length).fill(NaN));
  let best = equationsAt(sights, at, leans);
  for (let round = 0; round < ROUNDS; round++) {
    const step = best.towards.slice();
    solveSymmetric(best.matrix.slice(), step);
    const before = best.cost;
    for (let share = 1; share > 0.1; share /= 3) {
      const tried = at.map((value, k) => value - share * (step[k] as number));
      const there = equationsAt(sights, tried, leans);
      if (!(there.cost < before)) continue;
      at = tried;
      best = there;
      break;
    }
    if (before - best.cost <= CLOSE * before) break;
  }
  return { shape: shapeAt(at), misfits: best.misfits };
}

/** Sizes that the photos show alone, in the mean. */
function startAt(sights: readonly Sight[], size: number): Float64Array {
  const at = new Float64Array(size);
  for (const { alone } of sights) {
    at[0] = (at[0] as number) + Math.log(shapeBreadthMm(alone.shape) / MEAN_BREADTH_MM) / sights.length;
    at[1] = (at[1] as number) + Math.log(shapeUpMm(alone.shape) / MEAN_UP_MM) / sights.length;
    at[2] = (at[2] as number) + Math.log(shapeLengthMm(alone.shape) / MEAN_LENGTH_MM) / sights.length;
  }
  return at;
}

const shapeAt = (at: Float64Array): SkullShape => ({
  ...stretchedMean(at[0] as number, at[1] as number, at[2] as number),
  modes: Array.from(at.subarray(SIZES, OF_SHAPE)),
});

interface Equations {
  readonly cost: number;
  readonly misfits: readonly number[];
  /** JᵀJ, its lower half, and Jᵀr. */
  readonly matrix: Float64Array;
  readonly towards: Float64Array;
}

/** `leans`: where each place's silhouette was found the last time; kept up to date. */
function equationsAt(sights: readonly Sight[], at: Float64Array, leans: readonly Float64Array[]): Equations {
  const size = at.length;
  const matrix = new Float64Array(size * size);
  const towards = new Float64Array(size);
  let cost = holdShape(at, matrix, towards);
  const shape = shapeAt(at);
  const form = skullForm(shape);
  const misfit = newMisfit();
  const misfits: number[] = [];
  for (const [i, sight] of sights.entries()) {
    const from = OF_SHAPE + OF_SIGHT * i;
    let own = holdSight(sight, at, from, matrix, towards);
    let counted = 0;
    const seen = trySight(sight, at.subarray(from, from + OF_SIGHT));
    const known = leans[i] ?? new Float64Array(0);
    for (const [p, place] of sight.points.entries()) {
      misfit.lean = known[p] ?? NaN;
      measureMisfit(shape, form, seen, place, misfit);
      known[p] = misfit.lean;
      const weight = misfit.weight * misfit.weight;
      own += weight * misfit.mm * misfit.mm;
      counted += place.seen ? 1 : misfit.weight / place.perMm;
      addPlace(matrix, towards, size, from, misfit.byShape, misfit.bySight, weight, misfit.mm);
    }
    const meanSquare = own / Math.max(counted, 1);
    misfits.push(Number.isFinite(meanSquare) ? meanSquare : Infinity);
    cost += own;
  }
  return { cost, misfits, matrix, towards };
}

/** A place's part in the lower half: the shape's rows come first. */
function addPlace(
  matrix: Float64Array,
  towards: Float64Array,
  size: number,
  from: number,
  byShape: Float64Array,
  bySight: Float64Array,
  weight: number,
  mm: number,
): void {
  for (let i = 0; i < OF_SHAPE; i++) {
    const by = weight * (byShape[i] as number);
    towards[i] = (towards[i] as number) + by * mm;
    for (let j = 0; j <= i; j++) matrix[i * size + j] = (matrix[i * size + j] as number) + by * (byShape[j] as number);
  }
  for (let i = 0; i < OF_SIGHT; i++) {
    const by = weight * (bySight[i] as number);
    const row = from + i;
    towards[row] = (towards[row] as number) + by * mm;
    for (let j = 0; j < OF_SHAPE; j++)
      matrix[row * size + j] = (matrix[row * size + j] as number) + by * (byShape[j] as number);
    for (let j = 0; j <= i; j++)
      matrix[row * size + from + j] = (matrix[row * size + from + j] as number) + by * (bySight[j] as number);
  }
}

/** Holds the shape to how heads differ; gives what that costs. */
function holdShape(at: Float64Array, matrix: Float64Array, towards: Float64Array): number {
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
  for (const [k, weight] of MODE_WEIGHTS.entries()) {
    const i = SIZES + k;
    const value = at[i] as number;
    cost += weight * value * value;
    towards[i] = weight * value;
    matrix[i * size + i] = weight;
  }
  return cost;
}

/** The place is free. */
const FREE = 1e-6;

function holdSight(
  { scaleSd, poseSdDeg }: Sight,
  at: Float64Array,
  from: number,
  matrix: Float64Array,
  towards: Float64Array,
): number {
  let cost = 0;
  for (let i = 0; i < OF_SIGHT; i++) {
    const weight = i < 2 ? FREE : 1 / (i === 2 ? scaleSd : poseSdDeg) ** 2;
    const value = at[from + i] as number;
    cost += weight * value * value;
    towards[from + i] = weight * value;
    matrix[(from + i) * at.length + from + i] = weight;
  }
  return cost;
}
