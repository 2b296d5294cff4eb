import { degrees } from '../../src/core/geometry/angle.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import type { Estimate, MeasuredTrial, RefusedTrial } from '../../src/core/session/trial.ts';

/** A number with its 95 % half-width, in degrees. */
export function estimate(value: number, halfWidth95 = 4): Estimate {
  return { value: degrees(value), halfWidth95: degrees(halfWidth95) };
}

/** A repetition of the left leg raise that gave a number. */
export function measuredTrial(value: number): MeasuredTrial {
  return {
    kind: 'measured',
    side: 'left',
    quantities: { 'leg-raise': estimate(value), 'knee-flexion': estimate(3) },
    trace: [
      { at: 0, angle: 0.25 },
      { at: 33.5, angle: 1.5 },
      { at: 66.75, angle: value },
    ],
    camera: { yaw: degrees(8), pitch: degrees(-12.5), distance: 2.4 },
  };
}

/** A repetition that gave none, since the knee was bent. */
export const bentKnee: RefusedTrial = { kind: 'refused', reason: 'knee-bent', amount: degrees(21) };

/** What a result has beside its trials when all repetitions were done and nothing was felt. */
export const untold = { marks: [], setUp: null, end: null } as const;

/** A left leg raise of one measured and one refused repetition. */
export function legRaise(value: number): Result {
  return {
    test: 'slr',
    side: 'left',
    estimate: estimate(value),
    trials: [measuredTrial(value), bentKnee],
    ...untold,
  };
}

/** A visit on one day (0 is 1 March 2026, noon UTC), with a UUIDv7 of that day. */
export function sessionOn(day: number, results: readonly Result[] = [legRaise(70)]): Session {
  const startedAt = Date.UTC(2026, 2, 1 + day, 12);
  const time = startedAt.toString(16).padStart(12, '0');
  return {
    id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`,
    startedAt,
    timeZone: 'Europe/Berlin',
    origin: 'camera',
    firstSide: null,
    conditions: { warmUp: null, clothing: null },
    gates: [],
    results,
  };
}
