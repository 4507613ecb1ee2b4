/** Dots laid in a session of three hours: clinics quote about 14,000 for two to four hours. */
const DOTS_PER_SESSION = 14_000;
const SESSION_HOURS = 3;

/** Estimated hours of work for a number of dots at the usual pace, without pauses. */
export const workingHours = (dots: number): number => (dots / DOTS_PER_SESSION) * SESSION_HOURS;
