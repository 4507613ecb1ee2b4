import { TorusBuckets } from './torusBuckets';

/**
 * The ways of dots from even to natural: all go in straight lines and at once, from home by the share of their stray that
 * irregularity asks for. Unit torus.
 */
export interface StrayWays {
  /** Home. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Whole stray. */
  readonly strayX: Float64Array;
  readonly strayY: Float64Array;
  /** Of the homes. */
  readonly buckets: TorusBuckets;
}

export function createWays(count: number): StrayWays {
  const column = (): Float64Array => new Float64Array(count);
  const [x, y] = [column(), column()];
  return { x, y, strayX: column(), strayY: column(), buckets: new TorusBuckets(x, y) };
}

/** How close a dot that strays by (strayX, strayY) comes to others that stray at the same time, anywhere on their way. */
export function closestPass(
  ways: StrayWays,
  others: readonly number[],
  homeX: number,
  homeY: number,
  strayX: number,
  strayY: number,
): number {
  let least = Infinity;
  for (const i of others) {
    const dx = (ways.x[i] as number) - homeX;
    const dy = (ways.y[i] as number) - homeY;
    const hx = dx - Math.round(dx);
    const hy = dy - Math.round(dy);
    const ux = (ways.strayX[i] as number) - strayX;
    const uy = (ways.strayY[i] as number) - strayY;
    const squared = ux * ux + uy * uy;
    const at = squared > 0 ? Math.min(Math.max(-(hx * ux + hy * uy) / squared, 0), 1) : 0;
    least = Math.min(least, (hx + at * ux) ** 2 + (hy + at * uy) ** 2);
  }
  return Math.sqrt(least);
}
