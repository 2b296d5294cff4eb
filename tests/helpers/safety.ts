import type { FlagId } from '../../src/core/safety/flags.ts';
import type { ReadinessId } from '../../src/core/safety/readiness.ts';
import type { Answered, Seen } from '../../src/core/safety/record.ts';

/** One day, in milliseconds. */
export const day = 24 * 60 * 60 * 1000;

/** 1 March 2026, noon UTC. */
export const start = Date.UTC(2026, 2, 1, 12);

interface Told {
  readonly flags?: readonly FlagId[];
  readonly readiness?: readonly ReadinessId[] | null;
  readonly pain?: number | null;
}

/** The answers of a gate so many days after the start; what is not named was asked and not ticked. */
export function answeredOn(
  dayNumber: number,
  { flags = [], readiness = [], pain = 0 }: Told = {},
): Answered {
  const at = start + dayNumber * day;
  return { kind: 'answered', id: `answered-${dayNumber}`, at, answers: { flags, readiness, pain } };
}

/** The person says so many days after the start that they have been seen. */
export function seenOn(dayNumber: number): Seen {
  return { kind: 'seen', id: `seen-${dayNumber}`, at: start + dayNumber * day };
}
