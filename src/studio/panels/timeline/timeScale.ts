import { HEALED_DAY } from '../../../core/pigment/time/healingCurves';

/** The days that a client asks about: fresh, as the scabs fall, healed, and the years of fading. */
export const TIME_STOPS: readonly number[] = [0, 3, 7, 10, HEALED_DAY, 182, 365, 1095, 1825];

const YEAR = 365;

/**
 * The stops of a plan with a touch-up: the day itself, on which all dots are fresh again, and the day they have healed
 * from it; what lies between those two days goes. After a touch-up at the end of the scale one more year is shown.
 */
export function timeStops(touchUpDay: number | null): readonly number[] {
  if (touchUpDay === null) return TIME_STOPS;
  const healed = touchUpDay + HEALED_DAY;
  const before = TIME_STOPS.filter((stop) => stop < touchUpDay);
  const after = TIME_STOPS.filter((stop) => stop > healed);
  return [...before, touchUpDay, healed, ...(after.length === 0 ? [touchUpDay + YEAR] : after)];
}

/** A place on the slider, one unit from stop to stop, as days; between stops in equal ratios. */
export function dayAt(place: number, stops: readonly number[] = TIME_STOPS): number {
  const at = Math.min(stops.length - 1, Math.max(0, place));
  const stop = Math.floor(at);
  const from = stops[stop] ?? 0;
  const to = stops[stop + 1] ?? from;
  const days = (1 + from) * ((1 + to) / (1 + from)) ** (at - stop) - 1;
  return Math.round(days);
}

/** The way back from dayAt, to the slider's step. */
export function placeOfDay(days: number, stops: readonly number[] = TIME_STOPS): number {
  const next = stops.findIndex((stop) => stop > days);
  if (next < 0) return stops.length - 1;
  const from = stops[next - 1] ?? 0;
  const to = stops[next] ?? from;
  return next - 1 + Math.log((1 + days) / (1 + from)) / Math.log((1 + to) / (1 + from));
}

/** How near to a stop, in units of the slider, a hand is taken to mean it. */
const SNAP = 0.12;

/** The place that a hand on the slider means: a stop that it is near to. */
export const snapped = (place: number): number =>
  Math.abs(place - Math.round(place)) <= SNAP ? Math.round(place) : place;
