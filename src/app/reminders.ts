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
