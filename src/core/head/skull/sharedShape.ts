import { solveSymmetric } from '../../geometry/solveSymmetric';
import { stretchedMean } from './fitAlone';
import { FOR_JUDGING, FOR_SHAPE, holdShape, type Hold } from './howHeadsDiffer';
import { measureMisfit, newMisfit, OF_SIGHT, SIZES, trySight } from './rimMisfit';
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
import { newRows, squaresOf } from './squares';

const ROUNDS = 8;
/** Rounds end when the sum of squares falls by less than this share of it. */
const CLOSE = 1e-3;

export interface Judged {
  /**
   * What each sight's places are off a skull of all of them in the mean square, by what they were likely to be: about 1 at most
   * where a photo shows this head.
   */
  readonly misfits: readonly number[];
  /** All that is sought, as a head that bends less has it. */
  readonly at: Float64Array;
}

export function judgeSights(sights: readonly Sight[]): Judged {
  const { at, misfits } = fitTo(sights, FOR_JUDGING, startAt(sights));
  return { at, misfits };
}

/** The shape that sights show together, from where they were judged. */
export function sharedShape(sights: readonly Sight[], judged: Judged): SkullShape {
  const start = new Float64Array(sizeOf(FOR_SHAPE, sights));
  const ofShape = shapeSizeOf(FOR_JUDGING);
  start.set(judged.at.subarray(0, ofShape));
  start.set(judged.at.subarray(ofShape), shapeSizeOf(FOR_SHAPE));
  return shapeAt(fitTo(sights, FOR_SHAPE, start).at, FOR_SHAPE);
}

/** What is sought of the shape; and in all. */
const shapeSizeOf = ({ weights }: Hold): number => SIZES + weights.length;
const sizeOf = (hold: Hold, sights: readonly Sight[]): number => shapeSizeOf(hold) + OF_SIGHT * sights.length;

/**
 * What the silhouettes of one head's photos show together: sizes and modes, held to how heads differ, while every photo
 * keeps a place of its own and may be off its own scale and pose by as much as these may err. Gauss–Newton; the same
 * whatever the order to the last bits.
 */
function fitTo(sights: readonly Sight[], hold: Hold, start: Float64Array): Judged {
  let at = start;
  const leans = sights.map(({ points }) => new Float64Array(points.length).fill(NaN));
  let best = equationsAt(sights, hold, at, leans);
  for (let round = 0; round < ROUNDS; round++) {
    const step = best.towards.slice();
    solveSymmetric(best.matrix.slice(), step);
    const before = best.cost;
    for (let share = 1; share > 0.1; share /= 3) {
      const tried = at.map((value, k) => value - share * (step[k] as number));
      const there = equationsAt(sights, hold, tried, leans);
      if (!(there.cost < before)) continue;
      at = tried;
      best = there;
      break;
    }
    if (before - best.cost <= CLOSE * before) break;
  }
  return { at, misfits: best.misfits };
}

/** Sizes that the photos show alone, in the mean. */
function startAt(sights: readonly Sight[]): Float64Array {
  const at = new Float64Array(sizeOf(FOR_JUDGING, sights));
  for (const { alone } of sights) {
    at[0] = (at[0] as number) + Math.log(shapeBreadthMm(alone.shape) / MEAN_BREADTH_MM) / sights.length;
    at[1] = (at[1] as number) + Math.log(shapeUpMm(alone.shape) / MEAN_UP_MM) / sights.length;
    at[2] = (at[2] as number) + Math.log(shapeLengthMm(alone.shape) / MEAN_LENGTH_MM) / sights.length;
  }
  return at;
}

const shapeAt = (at: Float64Array, hold: Hold): SkullShape => ({
  ...stretchedMean(at[0] as number, at[1] as number, at[2] as number),
  modes: Array.from(at.subarray(SIZES, shapeSizeOf(hold))),
});

interface Equations {
  readonly cost: number;
  readonly misfits: readonly number[];
  /** JᵀJ, its lower half, and Jᵀr. */
  readonly matrix: Float64Array;
  readonly towards: Float64Array;
}

/** `leans`: where each place's silhouette was found the last time; kept up to date. */
function equationsAt(
  sights: readonly Sight[],
  hold: Hold,
  at: Float64Array,
  leans: readonly Float64Array[],
): Equations {
  const size = at.length;
  const matrix = new Float64Array(size * size);
  const towards = new Float64Array(size);
  let cost = holdShape(hold, at, matrix, towards);
  const shape = shapeAt(at, hold);
  const form = skullForm(shape);
  const ofShape = shapeSizeOf(hold);
  const width = ofShape + OF_SIGHT + 1;
  const misfit = newMisfit();
  const misfits: number[] = [];
  for (const [i, sight] of sights.entries()) {
    const from = ofShape + OF_SIGHT * i;
    let own = holdSight(sight, at, from, matrix, towards);
    let counted = 0;
    const seen = trySight(sight, at.subarray(from, from + OF_SIGHT));
    const known = leans[i] ?? new Float64Array(0);
    const rows = newRows(sight.points.length, width);
    for (const [p, place] of sight.points.entries()) {
      misfit.lean = known[p] ?? NaN;
      measureMisfit(shape, form, seen, place, misfit);
      known[p] = misfit.lean;
      counted += place.seen ? 1 : misfit.weight / place.perMm;
      const weight = misfit.weight * (hold.isEachItself ? 1 : Math.sqrt(place.share));
      own += (weight * misfit.mm) ** 2;
      const row = p * width;
      for (let k = 0; k < ofShape; k++) rows[row + k] = weight * (misfit.byShape[k] as number);
      for (let k = 0; k < OF_SIGHT; k++) rows[row + ofShape + k] = weight * (misfit.bySight[k] as number);
      rows[row + width - 1] = weight * misfit.mm;
    }
    addSight(matrix, towards, squaresOf(rows, width), ofShape, from);
    const meanSquare = own / Math.max(counted, 1);
    misfits.push(Number.isFinite(meanSquare) ? meanSquare : Infinity);
    cost += own;
  }
  return { cost, misfits, matrix, towards };
}

/** A sight's part in the lower half: the shape's rows come first, then its own, and last what it is off. */
function addSight(
  matrix: Float64Array,
  towards: Float64Array,
  squares: Float64Array,
  ofShape: number,
  from: number,
): void {
  const width = ofShape + OF_SIGHT + 1;
  const placeOf = (k: number): number => (k < ofShape ? k : from + k - ofShape);
  for (let i = 0; i < width; i++) {
    const row = placeOf(i) * towards.length;
    for (let j = 0; j <= i && j < width - 1; j++) {
      const value = squares[i * width + j] as number;
      if (i === width - 1) towards[placeOf(j)] = (towards[placeOf(j)] as number) + value;
      else matrix[row + placeOf(j)] = (matrix[row + placeOf(j)] as number) + value;
    }
  }
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
