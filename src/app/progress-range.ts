/** How far back the charts go. */
export const ranges = ['months', 'year', 'all'] as const;
export type Range = (typeof ranges)[number];

/** How many calendar months each has; null for as far as there is anything. */
const monthsOf: Readonly<Record<Range, number | null>> = { months: 3, year: 12, all: null };

/** When a range that ends now begins, in milliseconds since 1970; minus infinity for everything. */
export function beginOf(range: Range, now: number): number {
  const months = monthsOf[range];
  return months === null ? -Infinity : monthsBefore(now, months);
}

/**
 * The same day and time of day some calendar months before a time in milliseconds, whatever the clocks
 * did in between; the last day of a month that is too short.
 */
export function monthsBefore(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getDate();
  date.setMonth(date.getMonth() - months);
  // A day that the month does not have runs over into the next one; day 0 is the last of the one before.
  if (date.getDate() !== day) date.setDate(0);
  return date.getTime();
}
