import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';

/** Whole degrees with their sign: "72°". */
export function angleText(value: number): string {
  return numberFormat({
    style: 'unit',
    unit: 'degree',
    unitDisplay: 'narrow',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  }).format(value);
}

/** Whole degrees as they are said: "72 degrees". */
export function spokenAngleText(value: number): string {
  return numberFormat({
    style: 'unit',
    unit: 'degree',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  }).format(value);
}

/** A time in milliseconds as seconds with one decimal: "3.2s", or as it is said, "3.2 seconds". */
export function secondsText(ms: number, form: 'narrow' | 'long' = 'narrow'): string {
  return numberFormat({
    style: 'unit',
    unit: 'second',
    unitDisplay: form,
    maximumFractionDigits: 1,
  }).format(ms / 1000);
}

/** A number with as many decimals as it has, up to two: "0.25". */
export function decimalText(value: number): string {
  return numberFormat({ maximumFractionDigits: 2 }).format(value);
}

/** A whole number: "72". */
export function numberText(value: number): string {
  return numberFormat({
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  }).format(value);
}

/** A share between 0 and 1: "45%". */
export function shareText(share: number): string {
  return numberFormat({ style: 'percent' }).format(share);
}

/** Several things as one phrase: "71, 72, 74". */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'unit', style: 'short' }).format(items);
}

/** Small angles, with one decimal: "1.2°"; a change says which way it goes: "+1.2°". */
export function fineAngleText(value: number, kind: 'amount' | 'change' = 'amount'): string {
  return numberFormat({
    style: 'unit',
    unit: 'degree',
    unitDisplay: 'narrow',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: kind === 'change' ? 'exceptZero' : 'negative',
  }).format(value);
}

/**
 * The day of a time in milliseconds since 1970: "12 October", with the year where it is not this year's. It is the
 * day of a time zone (its IANA name) where one is given that this browser knows, else that of this device. A short
 * month, "12 Oct", is for where days stand below one another.
 */
export function dayText(
  at: number,
  now: number,
  timeZone: string | null = null,
  month: 'long' | 'short' = 'long',
): string {
  const yearOf = dateFormat({ year: 'numeric' }, timeZone);
  const isThisYear = yearOf.format(at) === yearOf.format(now);
  const day = { day: 'numeric', month } as const;
  return dateFormat(isThisYear ? day : { ...day, year: 'numeric' }, timeZone).format(at);
}

/** The time of day of a time in milliseconds since 1970, on the clocks of a time zone as for the day: "14:20". */
export function timeText(at: number, timeZone: string | null = null): string {
  return dateFormat({ timeStyle: 'short' }, timeZone).format(at);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Made once each: to make one takes a hundred times as long as to use it. */
export function dateFormat(
  parts: Intl.DateTimeFormatOptions,
  timeZone: string | null = null,
): Intl.DateTimeFormat {
  return keptIn(dateFormats, [timeZone, parts], () => inZone(parts, timeZone));
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return keptIn(numberFormats, options, () => new Intl.NumberFormat(getLocale(), options));
}

function keptIn<Format>(
  formats: Map<string, Format>,
  options: unknown,
  make: () => Format,
): Format {
  const key = `${getLocale()} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

function inZone(parts: Intl.DateTimeFormatOptions, timeZone: string | null): Intl.DateTimeFormat {
  const here = (): Intl.DateTimeFormat => new Intl.DateTimeFormat(getLocale(), parts);
  if (timeZone === null) return here();
  try {
    return new Intl.DateTimeFormat(getLocale(), { ...parts, timeZone });
  } catch (error) {
    // A session may come from a device whose zone is not known here.
    if (error instanceof RangeError) return here();
    throw error;
  }
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

/** The minute of the day (0 to 1439) at a time in milliseconds since 1970, on this device's clocks. */
export function minuteOfDayHere(at: number): number {
  const date = new Date(at);
  return date.getHours() * 60 + date.getMinutes();
}

/** The machine's form of a time in milliseconds since 1970, for a time element. */
export function stampText(at: number): string {
  return new Date(at).toISOString();
}
