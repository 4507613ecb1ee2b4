import type { PhotoPoint } from './units';
import { add, length, scale, subtract } from './vec';

/** A cubic Bézier in photo pixels: from `a` to `d`, drawn towards `b` and `c`. */
export interface Cubic {
  readonly a: PhotoPoint;
  readonly b: PhotoPoint;
  readonly c: PhotoPoint;
  readonly d: PhotoPoint;
}

export function cubicPoint({ a, b, c, d }: Cubic, t: number): PhotoPoint {
  const s = 1 - t;
  const wa = s * s * s;
  const wb = 3 * s * s * t;
  const wc = 3 * s * t * t;
  const wd = t * t * t;
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

/** Into how many steps of equal t the cubic is cut so that no chord strays further than `tolerance` px (Wang 1984). */
export function cubicSteps({ a, b, c, d }: Cubic, tolerance: number): number {
  const bend = Math.max(
    length(add(subtract(a, scale(b, 2)), c)), //
    length(add(subtract(b, scale(c, 2)), d)),
  );
  const steps = Math.ceil(Math.sqrt((0.75 * bend) / Math.max(tolerance, 1e-6)));
  return Math.min(Math.max(steps, 1), MOST_STEPS);
}

/** Our choice: bounds the work for points far outside any photo; a 4,096 px half turn at 0.01 px needs 1,100. */
const MOST_STEPS = 4096;
