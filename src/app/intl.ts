import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';

/** Whole degrees with their sign: "72°". */
export function angleText(value: number): string {
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: 'degree',
    unitDisplay: 'narrow',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  }).format(value);
}

/** Whole degrees as they are said: "72 degrees". */
export function spokenAngleText(value: number): string {
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: 'degree',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  }).format(value);
}

/** A whole number: "72". */
export function numberText(value: number): string {
  return new Intl.NumberFormat(getLocale(), {
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  }).format(value);
}

/** A share between 0 and 1: "45%". */
export function shareText(share: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(share);
}

/** Several things as one phrase: "71, 72, 74". */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'unit', style: 'short' }).format(items);
}

/** The day of a time in milliseconds since 1970: "12 October", with the year where it is not this year's. */
export function dayText(at: number, now: number): string {
  const date = new Date(at);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(getLocale(), {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date);
}

/** The year of a time in milliseconds since 1970, on the device's clock. */
export function yearOf(at: number): number {
  return new Date(at).getFullYear();
}

/** The time of day of a time in milliseconds since 1970: "14:20". */
export function timeText(at: number): string {
  return new Intl.DateTimeFormat(getLocale(), { timeStyle: 'short' }).format(new Date(at));
}

/** The day and time of a session: "Today, 14:20" or "12 October, 14:20". */
export function whenText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const day = isToday ? m.today() : dayText(at, now);
  return m.day_and_time({ day, time: timeText(at) });
}

/**
 * The minute of the day (0 to 1439) at a time in milliseconds since 1970, on the clocks of a time zone (its IANA
 * name); null for one that this browser does not know.
 */
export function minuteOfDay(at: number, timeZone: string): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
      timeZone,
    }).formatToParts(new Date(at));
    const part = (wanted: string): number =>
      Number(parts.find(({ type }) => type === wanted)?.value);
    return part('hour') * 60 + part('minute');
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The machine's form of a time in milliseconds since 1970, for a time element. */
export function stampText(at: number): string {
  return new Date(at).toISOString();
}
