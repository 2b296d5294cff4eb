import { isPainful, type Moment } from '../../app/moments.ts';
import { byPeriod, type Period } from '../../app/calendar-periods.ts';

/** What stands below the numbers on the same time axis, from top to bottom. */
export const laneKinds = ['notes', 'pain', 'minutes'] as const;
export type LaneKind = (typeof laneKinds)[number];

/** Pain at one time, from 0 to 10; null where it was told in a check, which asks for no number. */
export interface PainMark {
  readonly id: string;
  readonly at: number;
  readonly pain: number | null;
}

/** The minutes stretched within a period of the calendar, from and to in milliseconds since 1970. */
export interface MinuteBar {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** The lanes for which there is anything. */
export function lanesIn(moments: readonly Moment[]): readonly LaneKind[] {
  const has: Readonly<Record<LaneKind, (moment: Moment) => boolean>> = {
    notes: (moment) => moment.kind === 'entry' && moment.note !== '',
    pain: (moment) => painIn(moment) !== null,
    minutes: (moment) => moment.kind === 'entry' && moment.minutes !== null,
  };
  return laneKinds.filter((kind) => moments.some(has[kind]));
}

/** When something was noted, of each so many milliseconds once: more would lie on one place. */
export function noteTimes(moments: readonly Moment[], apart: number): readonly number[] {
  const times: number[] = [];
  for (const moment of moments) {
    if (moment.kind !== 'entry' || moment.note === '') continue;
    if (moment.at - (times.at(-1) ?? -Infinity) >= apart) times.push(moment.at);
  }
  return times;
}

/** Every pain that was told; of each so many milliseconds only the worst, as more would lie on one place. */
export function painMarks(moments: readonly Moment[], apart: number): readonly PainMark[] {
  const marks: PainMark[] = [];
  for (const moment of moments) {
    const mark = painIn(moment);
    if (mark === null) continue;
    const last = marks.at(-1);
    if (last === undefined || mark.at - last.at >= apart) marks.push(mark);
    else if ((mark.pain ?? -1) > (last.pain ?? -1)) marks[marks.length - 1] = mark;
  }
  return marks;
}

/** The minutes stretched in each period that has any. */
export function minuteBars(moments: readonly Moment[], period: Period): readonly MinuteBar[] {
  const told = moments.flatMap((moment) =>
    moment.kind === 'entry' && moment.minutes !== null
      ? [{ at: moment.at, minutes: moment.minutes }]
      : [],
  );
  return byPeriod(told, period).map(({ from, to, things }) => ({
    from,
    to,
    minutes: things.reduce((sum, { minutes }) => sum + minutes, 0),
  }));
}

function painIn(moment: Moment): PainMark | null {
  const { id, at } = moment;
  if (moment.kind === 'entry') return moment.pain === null ? null : { id, at, pain: moment.pain };
  return moment.readings.some(isPainful) ? { id, at, pain: null } : null;
}
