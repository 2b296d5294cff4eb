import type { BodySide } from '../body/pose.ts';
import { degrees, type Degrees } from '../geometry/angle.ts';
import type { TestId } from '../protocol/protocol.ts';
import { belongsTo, type Session } from './session.ts';
import type { Estimate } from './trial.ts';

/** One visit on a test's time line. `estimate` is null where nothing could be measured. */
export interface Point {
  /** When the session was started: milliseconds since 1970, UTC. */
  readonly at: number;
  readonly sessionId: string;
  readonly estimate: Estimate | null;
}

/** A visit that gave a number. */
export interface MeasuredPoint extends Point {
  readonly estimate: Estimate;
}

/**
 * What the difference of two numbers says: 'real' beyond what measuring alone gives, 'possible'
 * near that limit (worth measuring again), 'noise' within it.
 */
export type Verdict = 'real' | 'possible' | 'noise';

/**
 * The smallest change of a test's number that is taken for real (95 %), in degrees, when nothing is
 * known about the person's own spread.
 */
const smallestRealChanges: Readonly<Record<TestId, Degrees>> = {
  // 10.2 between two raters with a phone (JBMT 2024, doi 10.1016/j.jbmt.2024.05.033); a single trial
  // of women 11 to 12 (JSSM 2009, 8:116-122); one expert 6 to 8 (Neto 2015, doi 10.1123/jsr.2014-0220).
  slr: degrees(10),
  // One expert with a goniometer 7 to 8 (Neto 2015, doi 10.1123/jsr.2014-0220), and the camera's part.
  ake: degrees(10),
  // chosen: as for the leg raise; no published figure was found for hip flexion in a bend.
  'forward-bend': degrees(10),
  // chosen: as for the forward bend, whose quantity (hip flexion) it shares.
  'chair-reach': degrees(10),
};

/** chosen: "possible" starts at 7 of 10 degrees, where a trained rater already sees a change (6 to 8). */
const possibleShare = 0.7;

/**
 * Every stored visit of one test and side, oldest first, those without a number among them. For a
 * test that is not sided, `side` is null.
 */
export function pointsOf(
  sessions: readonly Session[],
  test: TestId,
  side: BodySide | null,
): readonly Point[] {
  return sessions
    .flatMap((session) =>
      session.results
        .filter((result) => belongsTo(result, { test, side }))
        .map(({ estimate }) => ({ at: session.startedAt, sessionId: session.id, estimate })),
    )
    .sort((a, b) => a.at - b.at || (a.sessionId < b.sessionId ? -1 : 1));
}

/** The newest visit of one test and side that gave a number; null when there is none. */
export function latest(
  sessions: readonly Session[],
  test: TestId,
  side: BodySide | null,
): MeasuredPoint | null {
  return pointsOf(sessions, test, side).findLast(isMeasured) ?? null;
}

/** Whether a visit gave a number. */
export function isMeasured(point: Point): point is MeasuredPoint {
  return point.estimate !== null;
}

/** The smallest change of a test's number that is taken for real, in degrees. */
export function smallestRealChange(test: TestId): Degrees {
  return smallestRealChanges[test];
}

/**
 * From which difference on two numbers of the same test and side are taken for really different, in
 * degrees: the test's smallest real change, the person's own where it is known and larger, or the 95 %
 * half-width of their difference where that is wider, as an unsure number cannot prove a change.
 */
export function realChangeLimit(
  previous: Estimate,
  current: Estimate,
  test: TestId,
  personal: Degrees | null = null,
): Degrees {
  const width = Math.hypot(previous.halfWidth95, current.halfWidth95);
  return degrees(Math.max(smallestRealChange(test), personal ?? 0, width));
}

/** What the change between two numbers says for a limit as `realChangeLimit` gives it, whichever way it goes. */
export function verdictOf(previous: Estimate, current: Estimate, limit: Degrees): Verdict {
  const change = Math.abs(current.value - previous.value);
  if (change >= limit) return 'real';
  return change >= possibleShare * limit ? 'possible' : 'noise';
}
