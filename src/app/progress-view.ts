import type { BodySide } from '../core/body/pose.ts';
import { degrees, type Degrees } from '../core/geometry/angle.ts';
import type { Target } from '../core/advice/reply.ts';
import type { Norm } from '../core/norms/norm.ts';
import { normForPerson, type Described } from '../core/norms/typical.ts';
import { testIds, type TestId } from '../core/protocol/protocol.ts';
import { baselineVisits } from '../core/session/baseline.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import { realChangeLimit, smallestRealChange, verdictOf } from '../core/session/progress.ts';
import type { Session } from '../core/session/session.ts';
import { symmetryOf, type Symmetry } from '../core/session/symmetry.ts';
import { timelinesOfTest, type ComparedPoint, type Timeline } from '../core/session/timeline.ts';
import { trendOf, type Trend } from '../core/session/trend.ts';
import type { Estimate } from '../core/session/trial.ts';
import { firstFrom, momentsOf, visitsOf, type Moment, type Visit } from './moments.ts';
import { furtherBy, type Change } from './result-view.ts';

/** Where a change would not be real: from `low` to `high` around the baseline, in degrees. */
export interface NoiseBand {
  readonly low: Degrees;
  readonly high: Degrees;
}

/** The line of one side of a test; side null for a test without sides. */
export interface Series {
  readonly side: BodySide | null;
  /** Oldest first, also those whose set-up cannot be compared. */
  readonly points: readonly ComparedPoint[];
  /** What baseline, band and trend rest on. */
  readonly comparable: readonly ComparedPoint[];
  /** What was typical of the person at the start; null before the first number. */
  readonly baseline: Estimate | null;
  /** Null before the first number. */
  readonly band: NoiseBand | null;
  /** From how many degrees on a change counts for this person; null before the first number. */
  readonly limit: Degrees | null;
  /** Whether that limit was learned from the person's own numbers, and is wider than the published one. */
  readonly isOwnLimit: boolean;
  /** Over the shown range; null for too few comparable numbers. */
  readonly trend: Trend | null;
  /** Whom a number may be set beside; null where no verified row fits. */
  readonly norm: Norm | null;
}

/** All that is shown of one test. */
export interface TestProgress {
  readonly test: TestId;
  readonly series: readonly Series[];
  /** Oldest first. */
  readonly visits: readonly Visit[];
  /** What a therapist would like its sides to reach. */
  readonly targets: readonly Target[];
  /** Visits and what was written down, oldest first. */
  readonly moments: readonly Moment[];
  /** From the baseline to the newest comparable number of each side that has more than its baseline. */
  readonly changes: readonly Change[];
  /** Both legs in the newest visit that measured both; null where there is none, and for all other tests. */
  readonly symmetry: Symmetry | null;
  /** When the first number was measured that counts, in ms since 1970; null without any. */
  readonly start: number | null;
}

/** What is known beside the sessions. */
export interface Beside {
  readonly entries: readonly DiaryEntry[];
  /** What a therapist would like to be reached. */
  readonly targets?: readonly Target[];
  /** Null where nothing is known of the person: no typical range then. */
  readonly person: Described | null;
  /** The year in which the person has their age. */
  readonly year: number;
}

/** The tests that were done at least once, in their own order. */
export function testsDone(sessions: readonly Session[]): readonly TestId[] {
  return testIds.filter((test) =>
    sessions.some(({ results }) => results.some((one) => one.test === test)),
  );
}

/** What is shown of a test that was done at least once. Reads the sessions once. */
export function progressOf(
  sessions: readonly Session[],
  test: TestId,
  { entries, targets = [], person, year }: Beside,
): TestProgress {
  const timelines = timelinesOfTest(sessions, test);
  const series = timelines.map((line): Series => {
    const { side } = line.step;
    return { side, ...judged(line), norm: normForPerson(line.step, person, year) };
  });
  const visits = visitsOf(timelines);
  const starts = series.flatMap(({ comparable: [first] }) => (first ? [first.at] : []));
  return {
    test,
    series,
    visits,
    targets: targets.filter((target) => target.test === test),
    moments: momentsOf(visits, entries),
    changes: timelines.flatMap((line) => changeOf(line) ?? []),
    symmetry: test === 'slr' ? newestSymmetry(visits, series) : null,
    start: starts.length === 0 ? null : Math.min(...starts),
  };
}

/**
 * The same with only what was from a time on (ms since 1970). Its trend is that of this time alone; baseline,
 * limits and changes stay.
 */
export function since(progress: TestProgress, from: number): TestProgress {
  const { test, series, visits, moments } = progress;
  return {
    ...progress,
    series: series.map((one) => {
      const comparable = shownOf(one.comparable, from);
      const trend = trendOf(comparable, one.limit ?? smallestRealChange(test), test);
      return { ...one, points: shownOf(one.points, from), comparable, trend };
    }),
    visits: shownOf(visits, from),
    moments: shownOf(moments, from),
  };
}

/** Of things in order of time those from a time on. */
function shownOf<T extends { readonly at: number }>(
  things: readonly T[],
  from: number,
): readonly T[] {
  return things.slice(firstFrom(from, things));
}

function judged(line: Timeline): Omit<Series, 'side' | 'norm'> {
  const { step, points, comparable, baseline, personal } = line;
  const published = smallestRealChange(step.test);
  const shown = { points, comparable, baseline };
  const newest = comparable.at(-1);
  if (baseline === null || newest === undefined) {
    return { ...shown, band: null, limit: null, isOwnLimit: false, trend: null };
  }
  const limit = realChangeLimit(baseline, newest.estimate, step.test, personal);
  return {
    ...shown,
    band: { low: degrees(baseline.value - limit), high: degrees(baseline.value + limit) },
    limit,
    isOwnLimit: personal !== null && personal > published && personal === limit,
    trend: trendOf(comparable, limit, step.test),
  };
}

/** The change since the baseline; null while the newest number is part of it. */
function changeOf({ step, comparable, baseline, personal }: Timeline): Change | null {
  const [first] = comparable;
  const newest = comparable.slice(baselineVisits).at(-1);
  if (!baseline || !first || !newest) return null;
  const limit = realChangeLimit(baseline, newest.estimate, step.test, personal);
  return {
    step,
    since: first.at,
    amount: furtherBy(step.test, baseline, newest.estimate),
    limit: Math.ceil(limit),
    verdict: verdictOf(baseline, newest.estimate, limit),
  };
}

function newestSymmetry(visits: readonly Visit[], series: readonly Series[]): Symmetry | null {
  const limits = series.map(({ limit }) => limit ?? 0);
  const widest = degrees(Math.max(smallestRealChange('slr'), ...limits));
  for (const { readings } of visits.toReversed()) {
    const [left, right] = (['left', 'right'] as const).map(
      (side) => readings.find(({ result }) => result.side === side)?.estimate,
    );
    if (left && right) return symmetryOf(left, right, widest);
  }
  return null;
}
