import { degrees } from '../../src/core/geometry/angle.ts';
import type { MeasuredPoint } from '../../src/core/session/progress.ts';
import { estimate } from './sessions.ts';

/** The start of a spot's days: 1 March 2026, noon UTC. */
export const firstDay = Date.UTC(2026, 2, 1, 12);

const day = 24 * 60 * 60 * 1000;

/** Numbers of one test and side, each on a day after the first (which may be a part of one). */
export function numbersOn(
  ...spots: readonly (readonly [day: number, value: number])[]
): readonly MeasuredPoint[] {
  return spots.map(([on, value], index) => ({
    at: firstDay + on * day,
    sessionId: String(index),
    estimate: { ...estimate(0), value: degrees(value) },
  }));
}

/** The same, one a week. */
export function weekly(...values: readonly number[]): readonly MeasuredPoint[] {
  return numbersOn(...values.map((value, week) => [7 * week, value] as const));
}
