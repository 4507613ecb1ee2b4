import { chartRadiusMm } from './chart';
import { solveSymmetric } from '../../geometry/solveSymmetric';
import { measureMisfit, newMisfit, trySight } from './rimMisfit';
import { skullForm, type SkullShape } from './shape';
import type { Sight } from './sight';
import type { SkullFit } from './skullFit';

const ROUNDS = 4;

/**
 * A shape that several photos know, seated in one of them: where its silhouette lies best on this photo's own, in the
 * photo's pose and at its own scale, neither of which is touched. What the scale is off the others' by makes the whole skull larger or smaller.
 */
export function seatSkull(shape: SkullShape, sight: Sight): SkullFit {
  const { alone, scaleSd } = sight;
  const form = skullForm(shape);
  const misfit = newMisfit();
  const local = new Float64Array(3);
  const leans = new Float64Array(sight.points.length).fill(NaN);
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = new Float64Array(9);
    const towards = new Float64Array(3);
    const held = [1e-6, 1e-6, 1 / scaleSd ** 2];
    for (const [i, weight] of held.entries()) {
      matrix[4 * i] = weight;
      towards[i] = weight * (local[i] as number);
    }
    const seen = trySight(sight, local);
    for (const [p, place] of sight.points.entries()) {
      misfit.lean = leans[p] ?? NaN;
      measureMisfit(shape, form, seen, place, misfit);
      leans[p] = misfit.lean;
      const weight = place.share * misfit.weight * misfit.weight;
      for (let i = 0; i < 3; i++) {
        const by = weight * (misfit.bySight[i] as number);
        towards[i] = (towards[i] as number) + by * misfit.mm;
        for (let j = 0; j <= i; j++)
          matrix[3 * i + j] = (matrix[3 * i + j] as number) + by * (misfit.bySight[j] as number);
      }
    }
    solveSymmetric(matrix, towards);
    for (let i = 0; i < 3; i++) local[i] = (local[i] as number) - (towards[i] as number);
  }
  const own = trySight(sight, local);
  const seated = sized(shape, Math.exp(-(local[2] as number)));
  return { ...alone, shape: seated, centre: own.centre, chartRadiusMm: chartRadiusMm(seated) };
}

const sized = (shape: SkullShape, by: number): SkullShape => ({
  ...shape,
  sideMm: shape.sideMm * by,
  upMm: shape.upMm * by,
  downMm: shape.downMm * by,
  frontMm: shape.frontMm * by,
  backMm: shape.backMm * by,
});
