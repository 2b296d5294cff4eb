import type { BodySide } from '../core/body/pose.ts';
import type { Comparison } from '../core/session/comparable.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { Result, Session } from '../core/session/session.ts';
import type { Timeline, TimelineVisit } from '../core/session/timeline.ts';
import type { Estimate, RefusedTrial } from '../core/session/trial.ts';

/** What one session says about one side; `refused` tells why there is no number, where that is known. */
export interface Reading {
  readonly side: BodySide | null;
  readonly estimate: Estimate | null;
  readonly refused: RefusedTrial | null;
  /** How its set-up compares with the usual one; null without a number. */
  readonly comparison: Comparison | null;
  /** Whether the person told of pain while it was measured. */
  readonly isPainful: boolean;
}

/** One session of a test: what can be read at one place of the chart, or in one row of the table. */
export interface Visit {
  readonly kind: 'visit';
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The IANA name of the time zone in which it was done: its day is that of this zone. */
  readonly timeZone: string;
  /** Left before right; only the sides that were done. */
  readonly readings: readonly Reading[];
}

/** What was written down of a day. */
export interface Entry extends DiaryEntry {
  readonly kind: 'entry';
}

/** A place on the time axis at which there is something to read. */
export type Moment = Visit | Entry;

/** The visits of one test's time lines, oldest first. */
export function visitsOf(timelines: readonly Timeline[]): readonly Visit[] {
  const bySession = new Map<Session, Visit & { readings: Reading[] }>();
  for (const { visits } of timelines) {
    for (const visit of visits) {
      const { session } = visit;
      const known = bySession.get(session);
      if (known) known.readings.push(readingOf(visit));
      else {
        const { id, startedAt: at, timeZone } = session;
        bySession.set(session, { kind: 'visit', id, at, timeZone, readings: [readingOf(visit)] });
      }
    }
  }
  return [...bySession.values()].sort(oldestFirst);
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

function readingOf({ result, comparison }: TimelineVisit): Reading {
  const { side, estimate, marks } = result;
  return {
    side,
    estimate,
    refused: estimate === null ? lastRefused(result) : null,
    comparison,
    isPainful: marks.some(({ sensation }) => sensation === 'pain'),
  };
}

function lastRefused({ trials }: Result): RefusedTrial | null {
  return trials.findLast((trial) => trial.kind === 'refused') ?? null;
}

function oldestFirst(a: Moment, b: Moment): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
