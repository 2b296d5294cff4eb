import type { Aftermath, Practice } from '../core/advice/practice.ts';
import { calendarDay } from './calendar-day.ts';

/**
 * The time of exercising whose next morning is now, the newest of that day: it was on the calendar day before `now` (ms
 * since 1970, on this device's calendar), and nobody has told yet how the morning was. Null where there is none.
 */
export function askedThisMorning(
  practices: readonly Practice[],
  told: readonly Aftermath[],
  now: number,
): Practice | null {
  const date = new Date(now);
  const yesterday = calendarDay(
    new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1).getTime(),
  );
  const last = practices.findLast(({ at }) => calendarDay(at) === yesterday);
  const isTold = told.some(
    ({ practiceId, asked }) => practiceId === last?.id && asked === 'next-morning',
  );
  return last === undefined || isTold ? null : last;
}
