import { Failure } from '../core/errors.ts';
import type { Step } from '../core/protocol/protocol.ts';
import { lastSetUp, lastSetUpIn } from '../core/session/occasions.ts';
import type { SetUp } from '../core/session/set-up.ts';
import type { SessionHistory } from './history.svelte.ts';

/** The last set-up of a step with its outline, which the list of sessions does not hold; null where it cannot be had. */
export async function wholeSetUp(
  history: Pick<SessionHistory, 'sessions' | 'use'>,
  step: Step,
): Promise<SetUp | null> {
  const last = lastSetUpIn(history.sessions, step);
  if (last === null) return null;
  try {
    const whole = await history.use(({ sessions }) => sessions.find(last.id));
    return whole && lastSetUp([whole], step);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return null;
  }
}
