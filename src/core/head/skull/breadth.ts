import type { Mm } from '../../geometry/units';
import { shapeBreadthMm, skullForm, type SkullShape } from './shape';

const STEP = Math.PI / 90;
/** The greatest breadth lies between these heights of a direction, and within this angle of the sides. */
const BELOW = -0.2;
const ABOVE = 0.7;
const ASIDE = 0.9;

/** Breadth of a skull between its two sides' widest places: of the mean skull exactly, of a head's own form to 0.1 mm. */
export function skullBreadthMm(shape: SkullShape): Mm {
  if (shape.modes === undefined) return shapeBreadthMm(shape);
  const { radiusSquared } = skullForm(shape);
  let [left, right] = [0, 0];
  for (let height = BELOW; height < ABOVE; height += STEP)
    for (let aside = -ASIDE; aside < ASIDE; aside += STEP) {
      const level = Math.cos(height);
      const [x, y, z] = [level * Math.cos(aside), Math.sin(height), level * Math.sin(aside)];
      left = Math.max(left, x * Math.sqrt(radiusSquared(x, y, z)));
      right = Math.max(right, x * Math.sqrt(radiusSquared(-x, y, z)));
    }
  return left + right;
}
