/** A day in milliseconds. Times are UTC, so clocks that are changed make no day longer. */
export const dayMs = 24 * 60 * 60 * 1000;

/** How many days of 24 hours lie from one time to another, both in milliseconds since 1970; not rounded. */
export function daysBetween(from: number, to: number): number {
  return (to - from) / dayMs;
}

/** As for days, in weeks of seven days. */
export function weeksBetween(from: number, to: number): number {
  return daysBetween(from, to) / 7;
}
