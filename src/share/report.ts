import type { BodySide } from '../core/body/pose.ts';
import { degrees, type Degrees } from '../core/geometry/angle.ts';
import type { Norm } from '../core/norms/norm.ts';
import { normForPerson } from '../core/norms/typical.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import { testIds, type Step, type TestId } from '../core/protocol/protocol.ts';
import { belongsTo } from '../core/session/session.ts';
import type { Estimate } from '../core/session/trial.ts';
import { goniometerOf, type GoniometerValue } from './goniometer.ts';
import type { OddVisit, Shared, SharedLine, SharedResult, SharedSession } from './content.ts';

/** One visit's number of one side. */
export interface ReportPoint {
  readonly at: number;
  readonly timeZone: string;
  readonly estimate: Estimate;
  readonly automatic: Estimate | null;
  /** What a therapist's goniometer said of the same; null where none was used. */
  readonly goniometer: GoniometerValue | null;
  /** Null where it can be compared with the usual visit. */
  readonly odd: OddVisit | null;
}

/** What one visit did of one side. */
export interface ReportVisit {
  readonly session: SharedSession;
  readonly result: SharedResult;
}

/** One side of a test; side null for a test without sides. */
export interface ReportSide {
  readonly step: Step;
  /** Null where no number was ever judged. */
  readonly line: SharedLine | null;
  /** Oldest first, those without a number among them; never empty. */
  readonly visits: readonly ReportVisit[];
  /** Oldest first. */
  readonly points: readonly ReportPoint[];
  /** Where a change would not be real; null without a baseline. */
  readonly band: { readonly low: Degrees; readonly high: Degrees } | null;
  readonly norm: Norm | null;
}

/** All that is reported of one test. */
export interface ReportTest {
  readonly test: TestId;
  /** Left before right; only what was done. */
  readonly sides: readonly ReportSide[];
  /** Between both sides in the newest visit that measured both, in whole degrees; null where there is none. */
  readonly difference: number | null;
}

/** What a report says, as data. */
export interface Report {
  readonly shared: Shared;
  /** The tests that were done, in their own order. */
  readonly tests: readonly ReportTest[];
  readonly adherence: Adherence;
}

/** What was written down of stretching and of the plan. */
export interface Adherence {
  /** How many days have minutes, and how many minutes they have. */
  readonly days: number;
  readonly minutes: number;
  readonly exercises: readonly {
    readonly exercise: Shared['log'][number]['exercise'];
    readonly count: number;
  }[];
}

/** The report of what is shared; nothing in it that is not in there. */
export function reportOf(shared: Shared): Report {
  return {
    shared,
    tests: testIds.flatMap((test) => testOf(test, shared)),
    adherence: adherenceOf(shared),
  };
}

/** A side's newest number that can be compared, else its newest; null where it has none. */
export function newestOf({ points }: ReportSide): ReportPoint | null {
  return points.findLast(({ odd }) => odd === null) ?? points.at(-1) ?? null;
}

function testOf(test: TestId, shared: Shared): readonly ReportTest[] {
  const sides: readonly (BodySide | null)[] = protocolOf(test).sided ? ['left', 'right'] : [null];
  const done = sides.flatMap((side) => sideOf({ test, side }, shared));
  return done.length === 0 ? [] : [{ test, sides: done, difference: differenceOf(test, shared) }];
}

function sideOf(step: Step, shared: Shared): readonly ReportSide[] {
  const { sessions, lines, person, madeAt } = shared;
  const visits = sessions.flatMap((session) =>
    session.results
      .filter((result) => belongsTo(result, step))
      .map((result) => ({ session, result })),
  );
  if (visits.length === 0) return [];
  const line = lines.find((one) => belongsTo(one, step)) ?? null;
  const points = visits.flatMap(({ session, result: { estimate, automatic } }): ReportPoint[] => {
    if (estimate === null) return [];
    const odd = line?.odd.find(({ sessionId }) => sessionId === session.id) ?? null;
    const goniometer = goniometerOf(shared, session.id, step);
    const { startedAt: at, timeZone } = session;
    return [{ at, timeZone, estimate, automatic, goniometer, odd }];
  });
  const norm = normForPerson(step, person, new Date(madeAt).getUTCFullYear());
  return [{ step, line, visits, points, band: bandOf(line), norm }];
}

function bandOf(line: SharedLine | null): ReportSide['band'] {
  if (!line?.baseline || line.limit === null) return null;
  const { value } = line.baseline;
  return { low: degrees(value - line.limit), high: degrees(value + line.limit) };
}

/** Both numbers are shown whole, so their difference is that of the whole numbers. */
function differenceOf(test: TestId, { sessions }: Shared): number | null {
  for (const { results } of sessions.toReversed()) {
    const [left, right] = (['left', 'right'] as const).map(
      (side) => results.find((result) => belongsTo(result, { test, side }))?.estimate,
    );
    if (left && right) return Math.abs(Math.round(left.value) - Math.round(right.value));
  }
  return null;
}

function adherenceOf({ diary, log }: Shared): Adherence {
  const told = diary.filter(({ minutes }) => minutes !== null);
  const days = new Set(told.map(({ at }) => new Date(at).toISOString().slice(0, 10)));
  const exercises = [...new Set(log.map(({ exercise }) => exercise))].map((exercise) => ({
    exercise,
    count: log.filter((one) => one.exercise === exercise).length,
  }));
  return {
    days: days.size,
    minutes: told.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    exercises,
  };
}
