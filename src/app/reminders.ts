import { breakTimes, type QuietHours } from '../core/advice/breaks.ts';
import { calendarOf, weekdaysFor, type Reminder } from '../core/advice/calendar.ts';
import { m } from '../messages/generated/messages.js';

/** When a person wants to be reminded; see `Reminder`. */
export interface ReminderWish extends Pick<
  Reminder,
  'uid' | 'from' | 'hour' | 'minute' | 'minutes' | 'weeks'
> {
  /** On how many days a week. */
  readonly times: number;
}

/** A calendar file that reminds of the plan, made at `madeAt` (ms since 1970). */
export function reminderFile({ times, ...wish }: ReminderWish, madeAt: number): string {
  const title = m.habit_reminder_title();
  const text = m.habit_reminder();
  return calendarOf([{ ...wish, title, text, days: weekdaysFor(times) }], madeAt);
}

/** Which breaks a calendar is to remind of: how many minutes apart, and when not. */
export interface BreaksWish extends Pick<Reminder, 'from'> {
  readonly every: number;
  readonly quiet: QuietHours;
}

/** How long a break takes, in minutes. */
const breakMinutes = 2;

/**
 * A calendar file with a reminder of each break on a working day, made at `madeAt` (ms since 1970); `newId` gives an id
 * that is unique in the world.
 */
export function breaksFile(
  { from, every, quiet }: BreaksWish,
  newId: () => string,
  madeAt: number,
): string {
  const shared = {
    title: m.break_due_title(),
    text: m.break_due(),
    from,
    minutes: breakMinutes,
    days: weekdaysFor(5),
    weeks: null,
  };
  const reminders = breakTimes(every, quiet).map((at) => ({
    ...shared,
    uid: `${newId()}@limber`,
    hour: Math.floor(at / 60),
    minute: at % 60,
  }));
  return calendarOf(reminders, madeAt);
}

/** The day of a time (ms since 1970) on this device's calendar, as a calendar file has it: months from 1. */
export function dayOf(at: number): Reminder['from'] {
  const date = new Date(at);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** The minute of the day as a time field has it: "18:05". */
export function fieldTime(minute: number): string {
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** The minute of the day (0 to 1439) of what is in a time field; null where that is no time. */
export function minuteIn(field: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(field) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute >= 0 && minute < 1440 ? minute : null;
}

/** A calendar file as a file. */
export function calendarFile(text: string): Blob {
  return new Blob([text], { type: 'text/calendar;charset=utf-8' });
}
