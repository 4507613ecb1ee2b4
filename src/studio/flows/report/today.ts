/** The day here, as days since 1970-01-01: papers carry a date and no time. */
export const localDay = (now: Date): number =>
  Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
