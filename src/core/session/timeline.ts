import type { BodySide } from '../body/pose.ts';
import type { Degrees } from '../geometry/angle.ts';
import { testIds, type Step, type TestId } from '../protocol/protocol.ts';
import { baselineOf } from './baseline.ts';
import { comparedWith, type Comparison, type Occasion } from './comparable.ts';
import { occasionOf } from './occasions.ts';
import type { MeasuredPoint, Point } from './progress.ts';
import type { Result, Session } from './session.ts';
import { personalSmallestChange } from './spread.ts';
import type { Estimate } from './trial.ts';
import { isComparable, recent, usualOccasion } from './usual-occasion.ts';

/** What one session says of one test and side. */
export interface TimelineVisit extends Point {
  readonly session: Session;
  readonly result: Result;
  /** How its set-up compares with the usual one (as `before`); null where there is no number to compare. */
  readonly comparison: Comparison | null;
}

/** A visit with a number, and how its set-up compares with the usual one. */
export interface ComparedPoint extends MeasuredPoint {
  readonly comparison: Comparison;
}

/** All that was done of one test and side. */
export interface Timeline {
  readonly step: Step;
  /** Every visit, oldest first, those without a number among them. */
  readonly visits: readonly TimelineVisit[];
  /** The visits that gave a number, oldest first. */
  readonly points: readonly ComparedPoint[];
  /** Those whose set-up can be compared with the usual one: what baseline, change and trend rest on. */
  readonly comparable: readonly ComparedPoint[];
  /** The mean of the first two comparable numbers; null without any. */
  readonly baseline: Estimate | null;
  /** The person's own smallest real change for judging the newest number, in degrees; null while it is not known. */
  readonly personal: Degrees | null;
}

const sides: readonly (BodySide | null)[] = ['left', 'right', null];

/** By the list of sessions: a list that changes is another list. */
const known = new WeakMap<readonly Session[], Map<TestId, readonly Timeline[]>>();

/** The time line of every test and side that was done, tests in their own order, left before right. */
export function timelinesOf(sessions: readonly Session[]): readonly Timeline[] {
  return testIds.flatMap((test) => timelinesOfTest(sessions, test));
}

/**
 * The time lines of one test, left before right; none where it was never done. Reads the sessions once; the work grows as
 * they do, and is done once for each list.
 */
export function timelinesOfTest(sessions: readonly Session[], test: TestId): readonly Timeline[] {
  const ofList = known.get(sessions) ?? new Map<TestId, readonly Timeline[]>();
  known.set(sessions, ofList);
  const before = ofList.get(test);
  if (before !== undefined) return before;
  const found = workedOut(sessions, test);
  ofList.set(test, found);
  return found;
}

function workedOut(sessions: readonly Session[], test: TestId): readonly Timeline[] {
  const bySide = sides.map((side) => ({ step: { test, side }, done: [] as Done[] }));
  for (const session of inOrder(sessions)) {
    for (const result of session.results) {
      if (result.test !== test) continue;
      (bySide[sides.indexOf(result.side)] as (typeof bySide)[number]).done.push({
        session,
        result,
      });
    }
  }
  return bySide.flatMap(({ step, done }) => (done.length === 0 ? [] : [timelineOf(step, done)]));
}

type Done = Pick<TimelineVisit, 'session' | 'result'>;

function timelineOf(step: Step, done: readonly Done[]): Timeline {
  const usual = usualOf(done, step);
  const compare = usual && comparedWith(usual, step.test);
  const visits = done.map((one): TimelineVisit => {
    const { session, result } = one;
    const { estimate } = result;
    const comparison = compare && estimate && compare(occasionIn(one));
    return { at: session.startedAt, sessionId: session.id, estimate, session, result, comparison };
  });
  const points = visits.filter(isCompared);
  const comparable = points.filter(({ comparison }) => isComparable(comparison));
  return {
    step,
    visits,
    points,
    comparable,
    baseline: baselineOf(comparable),
    personal: personalSmallestChange(comparable.slice(0, -1), step.test),
  };
}

/** How the numbers usually come about; null without any. Only the newest say so. */
function usualOf(done: readonly Done[], { test }: Step): Occasion | null {
  const newest: Occasion[] = [];
  for (let index = done.length - 1; index >= 0 && newest.length < recent; index -= 1) {
    const one = done[index];
    if (one?.result.estimate) newest.unshift(occasionIn(one));
  }
  return newest[usualOccasion(newest, test) ?? -1] ?? null;
}

/** The hour of the day is told, but never spoils a comparison: no need to look it up for each. */
function occasionIn({ session, result }: Done): Occasion {
  return occasionOf(session, result, noMinute);
}

function noMinute(): null {
  return null;
}

function isCompared(visit: TimelineVisit): visit is TimelineVisit & ComparedPoint {
  return visit.comparison !== null;
}

/** Oldest first; of the same moment, in the order of their ids. The store gives them so. */
function inOrder(sessions: readonly Session[]): readonly Session[] {
  const isSorted = sessions.every((one, index) => {
    const before = sessions[index - 1];
    return before === undefined || isBefore(before, one);
  });
  return isSorted ? sessions : sessions.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
}

function isBefore(a: Session, b: Session): boolean {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id <= b.id);
}
