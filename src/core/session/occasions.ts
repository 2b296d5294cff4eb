import type { Step } from '../protocol/protocol.ts';
import type { Occasion } from './comparable.ts';
import { belongsTo, type Result, type Session } from './session.ts';
import type { SetUp } from './set-up.ts';

/** The minute of the day (0 to 1439) of a time in a time zone; null for a zone that is not known. */
export type MinuteOfDay = (at: number, timeZone: string) => number | null;

/** How one result of a session came about. A video says nothing of the hour at which it was filmed. */
export function occasionOf(
  session: Session,
  { setUp }: Result,
  minuteOfDay: MinuteOfDay,
): Occasion {
  const { startedAt, timeZone, origin, conditions } = session;
  const minute = origin === 'camera' ? minuteOfDay(startedAt, timeZone) : null;
  return { setUp, conditions, minuteOfDay: minute };
}

/**
 * The set-up in which a step last gave a number before a camera, to be taken up again; null where there is none.
 * A video was filmed by another camera, at another place.
 */
export function lastSetUp(sessions: readonly Session[], step: Step): SetUp | null {
  return lastSeen(sessions, step)?.result.setUp ?? null;
}

/** The session of that set-up; null where there is none. */
export function lastSetUpIn(sessions: readonly Session[], step: Step): Session | null {
  return lastSeen(sessions, step)?.session ?? null;
}

function lastSeen(sessions: readonly Session[], step: Step): Measured | undefined {
  const live = sessions.filter(({ origin }) => origin === 'camera');
  return measuredBy(live, step).findLast(({ result }) => result.setUp !== null);
}

interface Measured {
  readonly session: Session;
  readonly result: Result;
}

/** The results of a step that gave a number, oldest first. */
function measuredBy(sessions: readonly Session[], step: Step): readonly Measured[] {
  return sessions
    .flatMap((session) =>
      session.results
        .filter((result) => result.estimate !== null && belongsTo(result, step))
        .map((result) => ({ session, result })),
    )
    .sort((a, b) => a.session.startedAt - b.session.startedAt);
}
