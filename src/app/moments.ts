import type { DiaryEntry } from '../core/session/diary.ts';
import type { Timeline, TimelineVisit } from '../core/session/timeline.ts';
import type { RefusedTrial } from '../core/session/trial.ts';

/** One session of a test: what can be read at one place of the chart, or in one row of the table. */
export interface Visit {
  readonly kind: 'visit';
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The IANA name of the time zone in which it was done: its day is that of this zone. */
  readonly timeZone: string;
  /** What is read of each side; left before right, only those that were done. */
  readonly readings: readonly TimelineVisit[];
}

/** What was written down of a day. */
export interface Entry extends DiaryEntry {
  readonly kind: 'entry';
}

/** A place on the time axis at which there is something to read. */
export type Moment = Visit | Entry;

/** The visits of one test's time lines, oldest first. */
export function visitsOf(timelines: readonly Timeline[]): readonly Visit[] {
  return timelines.reduce<readonly Visit[]>(withLine, []);
}

/** Visits and those of another side's time line, both oldest first: a session that is in both is one visit. */
function withLine(visits: readonly Visit[], line: Timeline): readonly Visit[] {
  const all: Visit[] = [];
  let next = 0;
  for (const one of line.visits) {
    const own = visitOf(one);
    for (; next < visits.length; next += 1) {
      const earlier = visits[next] as Visit;
      if (oldestFirst(earlier, own) > 0) break;
      all.push(earlier);
    }
    const last = all.at(-1);
    if (last?.id !== own.id) all.push(own);
    else all[all.length - 1] = { ...last, readings: [...last.readings, ...own.readings] };
  }
  return all.concat(visits.slice(next));
}

function visitOf(reading: TimelineVisit): Visit {
  const { id, startedAt: at, timeZone } = reading.session;
  return { kind: 'visit', id, at, timeZone, readings: [reading] };
}

/** Whether the person told of pain while it was measured. */
export function isPainful({ result }: TimelineVisit): boolean {
  return result.marks.some(({ sensation }) => sensation === 'pain');
}

/** Why the last try gave no number; null where nothing was tried, or it did. */
export function lastRefused({ result }: TimelineVisit): RefusedTrial | null {
  return result.trials.findLast((trial) => trial.kind === 'refused') ?? null;
}

/** Visits and entries, oldest first. */
export function momentsOf(
  visits: readonly Visit[],
  entries: readonly DiaryEntry[],
): readonly Moment[] {
  if (entries.length === 0) return visits;
  return [...visits, ...entries.map((entry) => ({ kind: 'entry' as const, ...entry }))].sort(
    oldestFirst,
  );
}

/** The place of the moment nearest to a time (ms since 1970) in a list of moments, oldest first; -1 for none. */
export function nearestTo(at: number, moments: readonly Moment[]): number {
  const after = firstFrom(at, moments);
  const [before, next] = [moments[after - 1], moments[after]];
  if (next === undefined) return moments.length - 1;
  return before !== undefined && at - before.at < next.at - at ? after - 1 : after;
}

/** The place of the first of some things in order of time that is at a time or later; their number for none. */
export function firstFrom(at: number, things: readonly { readonly at: number }[]): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function oldestFirst(a: Moment, b: Moment): number {
  return a.at - b.at || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}
