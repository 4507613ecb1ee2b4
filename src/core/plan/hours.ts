/** Dots laid in PACE_HOURS. Clinics quote about 14,000 for two to four hours; the range is our choice. */
export const PACE_DOTS = { min: 4_000, max: 30_000, step: 500, default: 14_000 } as const;
export const PACE_HOURS = 3;

/** Estimated hours of work for a number of dots, without pauses, at a pace of `paceDots` in PACE_HOURS. */
export const workingHours = (dots: number, paceDots: number = PACE_DOTS.default): number =>
  (dots / paceDots) * PACE_HOURS;
