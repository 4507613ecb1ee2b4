import type { Healing, HealingCurves, Keyframe } from '../../design/treatment';
import { ok, type Result } from '../../result';
import {
  checkHealingCurves,
  CURVE_NAMES,
  CURVE_RANGES,
  defaultCurves,
  HEALED_DAY,
  healingCurves,
  ONLY_FALL,
  type CurveName,
  type CurveProblem,
} from './healingCurves';
import { MOST_DAYS, valueAt } from './keyframes';

/** Changes to a healing curve, keyframe by keyframe. Days are whole. */

interface Span {
  readonly min: number;
  readonly max: number;
}

/** Where a keyframe may go without passing its neighbours; `max` below `min` where there is no room at all. */
export interface KeyframeRoom {
  readonly days: Span;
  readonly value: Span;
}

/** On that day every curve reads what the design shows, so that keyframe stands fast. */
export const standsFast = ([days]: Keyframe): boolean => days === HEALED_DAY;

/** The days lie between the neighbours'; so do the values of darkness and redness, which only fall. */
export function keyframeRoom(curve: CurveName, frames: readonly Keyframe[], index: number): KeyframeRoom {
  const before = frames[index - 1];
  const after = frames[index + 1];
  const range = CURVE_RANGES[curve];
  const falls = ONLY_FALL.includes(curve);
  return {
    days: {
      min: before === undefined ? 0 : Math.floor(before[0]) + 1,
      max: after === undefined ? MOST_DAYS : Math.ceil(after[0]) - 1,
    },
    value: {
      min: falls && after !== undefined ? after[1] : range.min,
      max: falls && before !== undefined ? before[1] : range.max,
    },
  };
}

/** The curve with a keyframe moved as near to a place as it may go; the same frames where it stands fast. */
export function withKeyframe(
  curve: CurveName,
  frames: readonly Keyframe[],
  index: number,
  to: Keyframe,
): readonly Keyframe[] {
  const frame = frames[index];
  if (frame === undefined || standsFast(frame)) return frames;
  const { days, value } = keyframeRoom(curve, frames, index);
  // The day of healing is taken: another keyframe there would stand fast, too, with the wrong value.
  const day = Math.round(to[0]) === HEALED_DAY ? frame[0] : Math.round(to[0]);
  const moved: Keyframe = [days.max < days.min ? frame[0] : within(day, days), within(to[1], value)];
  return frames.map((each, at) => (at === index ? moved : each));
}

/** The curve with a keyframe more on a day, at the value it has there; the same frames where one stands already. */
export function withKeyframeOn(curve: CurveName, frames: readonly Keyframe[], day: number): readonly Keyframe[] {
  const days = Math.round(within(day, { min: 0, max: MOST_DAYS }));
  if (frames.some(([each]) => each === days)) return frames;
  const added: Keyframe = [days, within(valueAt(frames, days), CURVE_RANGES[curve])];
  return [...frames, added].sort(([a], [b]) => a - b);
}

/** The day in the middle, on the chart's scale, of the widest gap beside a keyframe; null where none is left. */
export function roomBeside(frames: readonly Keyframe[], index: number): number | null {
  const at = frames[index];
  if (at === undefined) return null;
  const gaps = [frames[index - 1], frames[index + 1] ?? ([MOST_DAYS, 0] as const)].flatMap((other) => {
    if (other === undefined) return [];
    const day = Math.round(Math.expm1((Math.log1p(at[0]) + Math.log1p(other[0])) / 2));
    const free = !frames.some(([each]) => each === day);
    return free ? [{ day, width: Math.abs(Math.log1p(at[0]) - Math.log1p(other[0])) }] : [];
  });
  gaps.sort((a, b) => b.width - a.width);
  return gaps[0]?.day ?? null;
}

/** The curve without a keyframe; the one that stands fast stays, and two always do. */
export function withoutKeyframe(frames: readonly Keyframe[], index: number): readonly Keyframe[] {
  const frame = frames[index];
  if (frame === undefined || standsFast(frame) || frames.length <= 2) return frames;
  return frames.filter((_, at) => at !== index);
}

/** The healing with one curve changed, checked; curves that all are the defaults again count as not edited. */
export function withCurve(
  healing: Healing,
  curve: CurveName,
  frames: readonly Keyframe[],
): Result<Healing, CurveProblem> {
  const checked = checkHealingCurves({ ...healingCurves(healing), [curve]: frames });
  return checked.ok ? ok({ ...healing, curves: unlessDefault(checked.value, healing.kind) }) : checked;
}

/** The healing of another kind: edited curves stay, all others become that kind's defaults. */
export function withKind(healing: Healing, kind: Healing['kind']): Healing {
  const now = healingCurves(healing);
  const was = defaultCurves(healing.kind);
  const next = defaultCurves(kind);
  const of = (curve: CurveName): readonly Keyframe[] => (same(now[curve], was[curve]) ? next[curve] : now[curve]);
  const curves: HealingCurves = {
    darkness: of('darkness'),
    size: of('size'),
    softnessMm: of('softnessMm'),
    redness: of('redness'),
    hueShift: of('hueShift'),
  };
  return { ...healing, kind, curves: unlessDefault(curves, kind) };
}

/** Whether a curve differs from the default of its kind. */
export const isEdited = (healing: Healing, curve: CurveName): boolean =>
  !same(healingCurves(healing)[curve], defaultCurves(healing.kind)[curve]);

function unlessDefault(curves: HealingCurves, kind: Healing['kind']): HealingCurves | null {
  const plain = defaultCurves(kind);
  const asPlain = CURVE_NAMES.every((curve) => same(curves[curve], plain[curve]));
  return asPlain ? null : curves;
}

const same = (a: readonly Keyframe[], b: readonly Keyframe[]): boolean =>
  a.length === b.length && a.every(([days, value], at) => days === b[at]?.[0] && value === b[at][1]);

const within = (value: number, { min, max }: Span): number => Math.min(max, Math.max(min, value));
