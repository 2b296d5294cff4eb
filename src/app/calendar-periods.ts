import { dayMs } from '../core/session/time.ts';

/** Parts of the calendar, from short to long. */
export const periods = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** About how long each is, in milliseconds. */
const lengths: Readonly<Record<Period, number>> = {
  week: 7 * dayMs,
  month: 30.4 * dayMs,
  quarter: 91.3 * dayMs,
  year: 365.25 * dayMs,
};

/** The shortest period of which at most so many lie within a time in milliseconds; a year where none is long enough. */
export function periodFor(time: number, most: number): Period {
  return periods.find((period) => time / lengths[period] <= most) ?? 'year';
}

/**
 * When the period begins that a time lies in, on this device's calendar, both in milliseconds since 1970; with `after`
 * the one so many periods later. A week begins on Monday. Clocks that are changed move no beginning from midnight.
 */
export function beginOfPeriod(period: Period, at: number, after = 0): number {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  switch (period) {
    case 'week':
      return new Date(year, month, day - ((date.getDay() + 6) % 7) + 7 * after).getTime();
    case 'month':
      return new Date(year, month + after, 1).getTime();
    case 'quarter':
      return new Date(year, month - (month % 3) + 3 * after, 1).getTime();
    case 'year':
      return new Date(year + after, 0, 1).getTime();
  }
}

/** What lies within one period. */
export interface InPeriod<Thing> {
  /** When it begins and ends, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly things: readonly [Thing, ...Thing[]];
}

/** Things in order of time by the period that they lie in; periods without any are left out. */
export function byPeriod<Thing extends { readonly at: number }>(
  things: readonly Thing[],
  period: Period,
): readonly InPeriod<Thing>[] {
  const found: { from: number; to: number; things: [Thing, ...Thing[]] }[] = [];
  for (const thing of things) {
    const last = found.at(-1);
    // The calendar is asked once for each period, not for each thing.
    if (last !== undefined && thing.at < last.to) last.things.push(thing);
    else {
      const from = beginOfPeriod(period, thing.at);
      found.push({ from, to: beginOfPeriod(period, thing.at, 1), things: [thing] });
    }
  }
  return found;
}
