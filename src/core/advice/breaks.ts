import type { Basis } from '../safety/tier.ts';

/** After how many minutes of sitting a break is useful, and what is set before anyone chose. */
export const breakEvery = { least: 30, most: 60, usual: 45 } as const;

/** The span is from the text that Limber was made from; a break each half hour was tried in a laboratory. */
export const breakBasis: Basis = { grade: 'V2', sources: ['limber-text', 'ergonomicshelp'] };

/** When nobody is to be reminded: minutes of the day, 0 to 1439. `until` is not quiet any more; the same twice is never. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

const minutesInDay = 24 * 60;

/** Whether a minute of the day is quiet; quiet hours may go over midnight. */
export function isQuiet(minute: number, { from, until }: QuietHours): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** When a person moved last, and how they want to be reminded. */
export interface Sitting {
  /** When the person moved last: milliseconds since 1970. */
  readonly movedAt: number;
  /** The minute of the day at that moment, on the person's own clock. */
  readonly minuteOfDay: number;
  /** Minutes; brought into the span of `breakEvery`. */
  readonly every: number;
  readonly quiet: QuietHours;
}

/**
 * When the next break is due, in milliseconds since 1970: so many minutes after moving, or at the end of the quiet
 * hours if it falls into them. A clock that is put forward or back within that time is not looked at.
 */
export function nextBreak({ movedAt, minuteOfDay, every, quiet }: Sitting): number {
  const minutes = Math.min(Math.max(every, breakEvery.least), breakEvery.most);
  const minute = (minuteOfDay + minutes) % minutesInDay;
  const wait = isQuiet(minute, quiet) ? (quiet.until - minute + minutesInDay) % minutesInDay : 0;
  return movedAt + (minutes + wait) * 60_000;
}

/**
 * The minutes of the day at which a break is due when the day begins with the end of the quiet hours: for a calendar,
 * which cannot know when somebody moved last. Every `every` minutes, brought into the span of `breakEvery`.
 */
export function breakTimes(every: number, quiet: QuietHours): readonly number[] {
  const apart = Math.min(Math.max(every, breakEvery.least), breakEvery.most);
  const awake = (quiet.from - quiet.until + minutesInDay) % minutesInDay || minutesInDay;
  const count = Math.ceil(awake / apart) - 1;
  return Array.from(
    { length: count },
    (_, index) => (quiet.until + (index + 1) * apart) % minutesInDay,
  );
}
