/** Days of the week as RFC 5545 names them, in the order of `Date`'s numbers. */
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
export type Weekday = (typeof weekdays)[number];

/** One reminder that comes back every week. The time is that of whatever clock the person has with them. */
export interface Reminder {
  /** Unique in the world, as "id@limber". */
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  /** The first day it may be on. Months from 1. */
  readonly from: { readonly year: number; readonly month: number; readonly day: number };
  readonly hour: number;
  readonly minute: number;
  /** How long it takes, in minutes. */
  readonly minutes: number;
  readonly days: readonly Weekday[];
  /** For how many weeks; null for as long as the person leaves it. */
  readonly weeks: number | null;
}

const spread: Readonly<Record<number, readonly Weekday[]>> = {
  1: ['WE'],
  2: ['TU', 'FR'],
  3: ['MO', 'WE', 'FR'],
  4: ['MO', 'TU', 'TH', 'FR'],
  5: ['MO', 'TU', 'WE', 'TH', 'FR'],
  6: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'],
};

/** So many days a week, spread over it; chosen: weekends last. More than six are all of them. */
export function weekdaysFor(count: number): readonly Weekday[] {
  return spread[Math.max(1, count)] ?? weekdays;
}

/**
 * A calendar file (RFC 5545) with the reminders, made at `madeAt` (ms since 1970). Lines end with CRLF and are folded
 * to 75 octets. A reminder without days is left out.
 */
export function calendarOf(reminders: readonly Reminder[], madeAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Limber//Limber//EN',
    ...reminders.filter(({ days }) => days.length > 0).flatMap((one) => eventOf(one, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(reminder: Reminder, madeAt: number): readonly string[] {
  const { uid, title, text, minutes, days, weeks } = reminder;
  const byDay = weekdays.filter((day) => days.includes(day));
  const count = weeks === null ? '' : `;COUNT=${weeks * byDay.length}`;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(madeAt)}Z`,
    `DTSTART:${stamp(firstOf(reminder, byDay))}`,
    `DURATION:PT${minutes}M`,
    `RRULE:FREQ=WEEKLY;BYDAY=${byDay.join(',')}${count}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0M',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** The first time, as if the person's clock were UTC: the first day is one of the days, as the RFC asks. */
function firstOf({ from, hour, minute }: Reminder, byDay: readonly Weekday[]): number {
  const first = new Date(Date.UTC(from.year, from.month - 1, from.day, hour, minute));
  while (!byDay.some((day) => day === weekdays[first.getUTCDay()])) {
    first.setUTCDate(first.getUTCDate() + 1);
  }
  return first.getTime();
}

/** "20260302T180000". */
function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+Z$/g, '');
}

/** Text as a value: backslash, semicolon, comma and line ends escaped, other control characters dropped. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n|\r|\n/g, String.raw`\n`)
    .replace(/\p{Cc}/gu, '');
}

/** How many octets a line may have, its end not counted (RFC 5545, 3.1). */
const mostOctets = 75;

function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > mostOctets) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
