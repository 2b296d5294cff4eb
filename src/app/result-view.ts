import type { BodySide } from '../core/body/pose.ts';
import type { Degrees } from '../core/geometry/angle.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import type { RefusalReason, Step, TestId } from '../core/protocol/protocol.ts';
import {
  isMeasured,
  pointsOf,
  realChangeLimit,
  verdictOf,
  type MeasuredPoint,
  type Verdict,
} from '../core/session/progress.ts';
import { compareSetUps, type Comparison } from '../core/session/comparable.ts';
import { automaticOf } from '../core/session/corrected.ts';
import { occasionOf } from '../core/session/occasions.ts';
import { belongsTo, type Result, type Session } from '../core/session/session.ts';
import { personalSmallestChange } from '../core/session/spread.ts';
import { timelinesOf } from '../core/session/timeline.ts';
import type { CameraFit, Estimate, RefusedTrial } from '../core/session/trial.ts';
import { minuteOfDay } from './intl.ts';

/** One side of a test as the result shows it. */
export interface ResultCard {
  readonly step: Step;
  /** What this session says about it; null when it was not part of the session. */
  readonly result: Result | null;
  /** What the camera had read where the number was corrected by hand; null where it was not. */
  readonly automatic: Estimate | null;
  /** The newest number from before this session; null when there is none. */
  readonly previous: MeasuredPoint | null;
  /** How both came about; null unless there are both. */
  readonly comparison: Comparison | null;
  /** The person's own smallest real change from before this session, in degrees; null while it is not known. */
  readonly personal: Degrees | null;
}

/** What has changed on one side since the last number. */
export interface Change {
  readonly step: Step;
  readonly since: number;
  /** Degrees; positive is further. */
  readonly amount: number;
  /** The smallest amount, in degrees, that counts as real. */
  readonly limit: number;
  readonly verdict: Verdict;
}

/** A measured trial: its place among the result's trials, from 0, and its number. */
export interface MeasuredNumber {
  readonly trial: number;
  readonly estimate: Estimate;
  readonly camera: CameraFit | null;
}

/** Refused trials of the same reason: how many, and the worst of them. */
export interface Refusals {
  readonly reason: RefusalReason;
  readonly count: number;
  readonly worst: RefusedTrial;
}

/** The tests of a session, in the order in which they were done. */
export function testsOf(session: Session): readonly TestId[] {
  return [...new Set(session.results.map(({ test }) => test))];
}

/** A card for each side of each test of a session, left before right, also for a side not done today. */
export function cardsOf(session: Session, sessions: readonly Session[]): readonly ResultCard[] {
  const earlier = sessions.filter(
    ({ id, startedAt }) => id !== session.id && startedAt < session.startedAt,
  );
  const timelines = timelinesOf(earlier);
  return testsOf(session)
    .flatMap(stepsOf)
    .map((step) => {
      const result = resultIn(session, step);
      const automatic = result && automaticOf(result);
      const previous = pointsOf(earlier, step.test, step.side).findLast(isMeasured) ?? null;
      const before = earlier.find(({ id }) => id === previous?.sessionId);
      const comparison = before && result?.estimate ? comparisonOf(before, session, step) : null;
      const line = timelines.find((one) => belongsTo(one.step, step));
      const personal = personalSmallestChange(line?.comparable ?? [], step.test);
      return { step, result, automatic, previous, comparison, personal };
    });
}

function resultIn(session: Session, step: Step): Result | null {
  return session.results.find((result) => belongsTo(result, step)) ?? null;
}

/** How a step of two sessions compares; null where one of them did not do it. */
function comparisonOf(before: Session, now: Session, step: Step): Comparison | null {
  const [was, is] = [resultIn(before, step), resultIn(now, step)];
  if (was === null || is === null) return null;
  return compareSetUps(
    occasionOf(before, was, minuteOfDay),
    occasionOf(now, is, minuteOfDay),
    step.test,
  );
}

/** What has changed on each side that has a number today and one from before, clearest first. */
export function changesOf(cards: readonly ResultCard[]): readonly Change[] {
  const order: readonly Verdict[] = ['real', 'possible', 'noise'];
  return cards
    .flatMap(({ step, result, previous, personal }) => {
      const estimate = result?.estimate;
      if (!estimate || previous === null) return [];
      const limit = realChangeLimit(previous.estimate, estimate, step.test, personal);
      return {
        step,
        since: previous.at,
        amount: furtherBy(step.test, previous.estimate, estimate),
        limit: Math.ceil(limit),
        verdict: verdictOf(previous.estimate, estimate, limit),
      };
    })
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** Whether the clearest of the changes is of numbers that are not to be compared. */
export function isInDoubt(cards: readonly ResultCard[]): boolean {
  const changes = changesOf(cards);
  const clearest = changes.filter(({ verdict }) => verdict === changes[0]?.verdict);
  return cards.some(
    ({ step, comparison }) =>
      comparison?.likeness === 'not-comparable' && clearest.some((change) => change.step === step),
  );
}

/**
 * By how many degrees the second of two numbers of a test is further; negative where it is less far. Both
 * are shown whole, so their difference is that of the whole numbers.
 */
export function furtherBy(test: TestId, before: Estimate, now: Estimate): number {
  const grown = Math.round(now.value) - Math.round(before.value);
  return protocolOf(test).direction === 1 ? grown : -grown;
}

/** A result's refused trials, by reason. */
export function refusalsOf({ trials }: Result): readonly Refusals[] {
  const byReason = new Map<RefusalReason, RefusedTrial[]>();
  for (const trial of trials) {
    if (trial.kind === 'refused') {
      byReason.set(trial.reason, [...(byReason.get(trial.reason) ?? []), trial]);
    }
  }
  return [...byReason].map(([reason, refused]) => ({
    reason,
    count: refused.length,
    worst: refused.reduce((a, b) => ((b.amount ?? 0) > (a.amount ?? 0) ? b : a)),
  }));
}

/** The test's number in each measured trial, in the order in which they were done. */
export function measuredOf({ test, trials }: Result): readonly MeasuredNumber[] {
  const { quantity } = protocolOf(test);
  return trials.flatMap((trial, index) => {
    if (trial.kind === 'refused') return [];
    const estimate = trial.quantities[quantity];
    return estimate === undefined ? [] : [{ trial: index, estimate, camera: trial.camera }];
  });
}

function stepsOf(test: TestId): readonly Step[] {
  const sides: readonly (BodySide | null)[] = protocolOf(test).sided ? ['left', 'right'] : [null];
  return sides.map((side) => ({ test, side }));
}
