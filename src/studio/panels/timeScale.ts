/** The days that a client asks about: fresh, as the scabs fall, healed, and the years of fading. */
export const TIME_STOPS: readonly number[] = [0, 3, 7, 10, 30, 182, 365, 1095, 1825];

/** A place on the slider, one unit from stop to stop, as days; between stops in equal ratios. */
export function dayAt(place: number): number {
  const at = Math.min(TIME_STOPS.length - 1, Math.max(0, place));
  const stop = Math.floor(at);
  const from = TIME_STOPS[stop] ?? 0;
  const to = TIME_STOPS[stop + 1] ?? from;
  const days = (1 + from) * ((1 + to) / (1 + from)) ** (at - stop) - 1;
  return Math.round(days);
}

/** The way back from dayAt, to the slider's step. */
export function placeOfDay(days: number): number {
  const next = TIME_STOPS.findIndex((stop) => stop > days);
  if (next < 0) return TIME_STOPS.length - 1;
  const from = TIME_STOPS[next - 1] ?? 0;
  const to = TIME_STOPS[next] ?? from;
  return next - 1 + Math.log((1 + days) / (1 + from)) / Math.log((1 + to) / (1 + from));
}
