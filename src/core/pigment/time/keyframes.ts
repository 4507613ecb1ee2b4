import type { Keyframe } from '../../design/treatment';
import { err, ok, type Result } from '../../result';
import type { OutOfRange } from '../rangeCheck';

export type KeyframesProblem =
  | { readonly kind: 'tooFew' }
  /** Keyframe `index` is not later than the one before it. */
  | { readonly kind: 'daysNotRising'; readonly index: number }
  | (OutOfRange<'days' | 'value'> & { readonly index: number });

/** A curve may reach ten years ahead: twice what is shown, as sun and oily skin let time run faster. */
export const MOST_DAYS = 3650;

/** Keyframes in order of their days, 0 … MOST_DAYS, every value within the range. */
export function checkKeyframes(
  frames: readonly Keyframe[],
  range: { readonly min: number; readonly max: number },
): Result<readonly Keyframe[], KeyframesProblem> {
  if (frames.length < 2) return err({ kind: 'tooFew' });
  for (const [index, [days, value]] of frames.entries()) {
    if (!(days >= 0 && days <= MOST_DAYS)) {
      return err({ kind: 'outOfRange', field: 'days', index, value: days, min: 0, max: MOST_DAYS });
    }
    if (!(value >= range.min && value <= range.max)) {
      return err({ kind: 'outOfRange', field: 'value', index, value, min: range.min, max: range.max });
    }
    if (days <= (frames[index - 1]?.[0] ?? -1)) return err({ kind: 'daysNotRising', index });
  }
  return ok(frames);
}

/**
 * Value of a curve at a day, smooth over the logarithm of 1 + days (healing runs fast at first and slowly later). It goes
 * through every keyframe and rises or falls only where they do (cubic Hermite pieces, tangents after Fritsch and Butland
 * 1984). Before the first keyframe and after the last it stays level.
 */
export function valueAt(frames: readonly Keyframe[], days: number): number {
  const time = Math.log1p(Math.max(0, days));
  const next = frames.findIndex(([day]) => day >= days);
  const after = frames[next === -1 ? frames.length - 1 : next];
  const before = frames[next - 1];
  if (after === undefined) return 0;
  if (next === -1 || before === undefined || after[0] === days) return after[1];
  const start = Math.log1p(before[0]);
  const length = Math.log1p(after[0]) - start;
  const t = (time - start) / length;
  const from = tangentAt(frames, next - 1) * length;
  const to = tangentAt(frames, next) * length;
  const rise = after[1] - before[1];
  return before[1] + t * (from + t * (3 * rise - 2 * from - to + t * (from + to - 2 * rise)));
}

/** Slope at a keyframe: a harmonic mean of those on both sides, level at peaks, plateaus and both ends. */
function tangentAt(frames: readonly Keyframe[], index: number): number {
  const left = slope(frames[index - 1], frames[index]);
  const right = slope(frames[index], frames[index + 1]);
  if (left.rate * right.rate <= 0) return 0;
  const a = left.length + 2 * right.length;
  const b = 2 * left.length + right.length;
  return (a + b) / (a / left.rate + b / right.rate);
}

function slope(from: Keyframe | undefined, to: Keyframe | undefined): { rate: number; length: number } {
  if (from === undefined || to === undefined) return { rate: 0, length: 0 };
  const length = Math.log1p(to[0]) - Math.log1p(from[0]);
  return { rate: (to[1] - from[1]) / length, length };
}
