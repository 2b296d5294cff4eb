/** The day of a time (ms since 1970) on this device's calendar, as a date field has it: "2026-03-01". */
export function calendarDay(at: number): string {
  const date = new Date(at);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Noon of such a day on this device's clocks, in milliseconds since 1970; NaN for what is no day. */
export function noonOf(day: string): number {
  return new Date(`${day}T12:00`).getTime();
}

/** The year of a time (ms since 1970) on this device's calendar. */
export function yearOf(at: number): number {
  return new Date(at).getFullYear();
}

/** When such a day begins on this device's clocks, in milliseconds since 1970; NaN for what is no day. */
export function startOfDay(day: string): number {
  return new Date(`${day}T00:00`).getTime();
}

/** The last millisecond of such a day; NaN for what is no day. */
export function endOfDay(day: string): number {
  return new Date(`${day}T23:59:59.999`).getTime();
}
