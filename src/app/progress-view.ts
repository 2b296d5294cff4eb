import type { BodySide } from '../core/body/pose.ts';
import { degrees, type Degrees } from '../core/geometry/angle.ts';
import { testIds, type Step, type TestId } from '../core/protocol/protocol.ts';
import { baselineOf, baselineVisits } from '../core/session/baseline.ts';
import {
  isMeasured,
  pointsOf,
  realChangeLimit,
  verdictOf,
  type MeasuredPoint,
} from '../core/session/progress.ts';
import { belongsTo, type Session } from '../core/session/session.ts';
import type { Estimate, RefusedTrial } from '../core/session/trial.ts';
import { furtherBy, type Change } from './result-view.ts';

/** Where a change would not be real: from `low` to `high` around the baseline, in degrees. */
export interface NoiseBand {
  readonly low: Degrees;
  readonly high: Degrees;
}

/** The line of one side of a test; side null for a test without sides. */
export interface Series {
  readonly side: BodySide | null;
  /** Oldest first. */
  readonly points: readonly MeasuredPoint[];
  /** Null before the first number. */
  readonly band: NoiseBand | null;
}

/** What one session says about one side; `refused` tells why there is no number, where that is known. */
export interface Reading {
  readonly side: BodySide | null;
  readonly estimate: Estimate | null;
  readonly refused: RefusedTrial | null;
}

/** One session of a test: what can be read at one place of the chart, or in one row of the table. */
export interface Visit {
  readonly sessionId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Left before right; only the sides that were done. */
  readonly readings: readonly Reading[];
}

/** All that is shown of one test. */
export interface TestProgress {
  readonly test: TestId;
  readonly series: readonly Series[];
  /** Oldest first. */
  readonly visits: readonly Visit[];
  /** From the baseline to the newest number of each side that has more than its baseline. */
  readonly changes: readonly Change[];
}

const sidesInOrder: readonly (BodySide | null)[] = ['left', 'right', null];

/** What is shown of each test that was done at least once, in the tests' own order. */
export function progressOf(sessions: readonly Session[]): readonly TestProgress[] {
  return testIds
    .filter((test) => sessions.some((session) => session.results.some((r) => r.test === test)))
    .map((test) => testProgress(sessions, test));
}

/** The same with only the visits from a time on (ms since 1970); baseline and changes stay. */
export function since(progress: TestProgress, from: number): TestProgress {
  return {
    ...progress,
    series: progress.series.map((one) => ({
      ...one,
      points: one.points.filter(({ at }) => at >= from),
    })),
    visits: progress.visits.filter(({ at }) => at >= from),
  };
}

/**
 * The same day and time of day some calendar months before a time in milliseconds, whatever the clocks
 * did in between; the last day of a month that is too short.
 */
export function monthsBefore(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getDate();
  date.setMonth(date.getMonth() - months);
  // A day that the month does not have runs over into the next one; day 0 is the last of the one before.
  if (date.getDate() !== day) date.setDate(0);
  return date.getTime();
}

function testProgress(sessions: readonly Session[], test: TestId): TestProgress {
  const steps = sidesInOrder.map((side) => ({ test, side }));
  const done = steps.filter((step) => pointsOf(sessions, test, step.side).length > 0);
  return {
    test,
    series: done.map((step) => seriesOf(sessions, step)),
    visits: visitsOf(sessions, done),
    changes: done.flatMap((step) => changeOf(sessions, step) ?? []),
  };
}

function seriesOf(sessions: readonly Session[], { test, side }: Step): Series {
  const points = pointsOf(sessions, test, side).filter(isMeasured);
  const baseline = baselineOf(points);
  const newest = points.at(-1);
  if (baseline === null || newest === undefined) return { side, points, band: null };
  const limit = realChangeLimit(baseline, newest.estimate, test);
  const band = { low: degrees(baseline.value - limit), high: degrees(baseline.value + limit) };
  return { side, points, band };
}

/** The change since the baseline; null while the newest number is part of it. */
function changeOf(sessions: readonly Session[], step: Step): Change | null {
  const points = pointsOf(sessions, step.test, step.side).filter(isMeasured);
  const baseline = baselineOf(points);
  const [first] = points;
  const newest = points.slice(baselineVisits).at(-1);
  if (!baseline || !first || !newest) return null;
  return {
    step,
    since: first.at,
    amount: furtherBy(step.test, baseline, newest.estimate),
    limit: Math.ceil(realChangeLimit(baseline, newest.estimate, step.test)),
    verdict: verdictOf(baseline, newest.estimate, step.test),
  };
}

function visitsOf(sessions: readonly Session[], steps: readonly Step[]): readonly Visit[] {
  return sessions
    .map(({ id, startedAt, results }) => ({
      sessionId: id,
      at: startedAt,
      readings: steps.flatMap((step) =>
        results
          .filter((result) => belongsTo(result, step))
          .map(({ side, estimate, trials }) => ({
            side,
            estimate,
            refused:
              estimate === null ? (trials.findLast((t) => t.kind === 'refused') ?? null) : null,
          })),
      ),
    }))
    .filter(({ readings }) => readings.length > 0)
    .toSorted((a, b) => a.at - b.at);
}
