import type { Step } from '../core/protocol/protocol.ts';
import type { Motion } from '../core/session/motion.ts';
import { movementOf, type Movement } from '../core/session/movement.ts';
import { belongsTo, type Session } from '../core/session/session.ts';
import type { Shared, SharedMotion } from '../share/content.ts';
import { motionFrom } from '../share/motion.ts';
import type { SessionShelf } from './opened-shelf.ts';

/** The movement that is kept of a step of a session, which has its curves; null where none is. */
export function movementIn(
  session: Session,
  motions: readonly Motion[],
  step: Step,
): Movement | null {
  const motion = motions.find((one) => belongsTo(one, step));
  const result = session.results.find((one) => belongsTo(one, step));
  if (motion === undefined) return null;
  const trial = result?.trials[motion.trial];
  if (trial?.kind !== 'measured') return null;
  return movementOf({ test: step.test, side: trial.side }, motion, trial.trace);
}

/** The movement that is stored of a step of a session; null where none is. Throws a Failure. */
export async function storedMovement(
  { sessions, motions }: Pick<SessionShelf, 'sessions' | 'motions'>,
  sessionId: string,
  step: Step,
): Promise<Movement | null> {
  const kept = await motions.of(sessionId);
  if (!kept.some((motion) => belongsTo(motion, step))) return null;
  const session = await sessions.find(sessionId);
  return session && movementIn(session, kept, step);
}

/** The movement of a motion that was shared; null where what was shared does not have its trial. */
export function sharedMovement(shared: Shared, motion: SharedMotion): Movement | null {
  const session = shared.sessions.find(({ id }) => id === motion.sessionId);
  const result = session?.results.find((one) => belongsTo(one, motion));
  const trial = result?.trials[motion.trial];
  const places = motionFrom(motion);
  if (trial?.kind !== 'measured' || places === null) return null;
  const trace = (trial.curve ?? []).map(([at, angle]) => ({ at, angle }));
  return movementOf({ test: motion.test, side: trial.side }, places, trace);
}
