import type { ScaleTime } from 'd3-scale';
import { dateFormat } from '../../app/intl.ts';

/** A place on the time axis and its words. */
export interface TimeTick {
  readonly at: Date;
  readonly text: string;
}

/** The room that a date such as "14 Sep" needs, in pixels at the usual letter size. */
const tickRoom = 110;

/** The least distance of two dates, which do not touch then: the widest is 46 pixels. */
const leastRoom = 60;

/** Chosen: so many finer steps are tried; more bring no second date onto a plot as narrow as a phone. */
const finest = 12;

/**
 * Round dates on a time axis, as many as have room, but two wherever two have: days, first days of months, or years.
 * A month is written as its year where the year is new, so that no two ticks read alike. `letters` is the size of
 * the person's letters, 1 for the usual.
 */
export function timeTicks(scale: ScaleTime<number, number>, letters: number): readonly TimeTick[] {
  const [from = 0, to = 0] = scale.range();
  const wanted = Math.max(2, Math.floor((to - from) / (tickRoom * letters)));
  const dates = leastTwo(wanted, (count) =>
    withRoom(scale, scale.ticks(count), leastRoom * letters),
  );
  const isMonthly = dates.length > 1 && dates.every((date) => date.getDate() === 1);
  const year = dateFormat({ year: 'numeric' });
  const usual = dateFormat(isMonthly ? { month: 'short' } : { day: 'numeric', month: 'short' });
  return dates.map((at) => ({
    at,
    text: (isMonthly && at.getMonth() === 0 ? year : usual).format(at),
  }));
}

/** The first of finer and finer dates that are two or more: one alone says neither how long the time is nor of which year. */
function leastTwo(wanted: number, datesFor: (count: number) => readonly Date[]): readonly Date[] {
  const coarse = datesFor(wanted);
  if (coarse.length > 1) return coarse;
  const finer = Array.from({ length: finest }, (_, more) => datesFor(wanted + more + 1));
  return finer.find((dates) => dates.length > 1) ?? coarse;
}

/** Every date, or every so many where they would stand too close: the scale gives only about as many as asked. */
function withRoom(
  scale: ScaleTime<number, number>,
  dates: readonly Date[],
  room: number,
): readonly Date[] {
  const gaps = dates.slice(1).map((date, i) => scale(date) - scale(dates[i] as Date));
  const every = Math.ceil(room / Math.min(room, ...gaps));
  return dates.filter((_, i) => i % every === 0);
}
