import type { Session } from '../core/session/session.ts';
import type { Damage } from './records.ts';

/** What a history is listed from. */
export interface Listing {
  /** In any order, as `listed` gives them. */
  readonly sessions: readonly Session[];
  readonly damaged: readonly Damage[];
}

/** A session as a list holds it: without the curves of its trials, and without the outlines of its set-ups. */
export function listed(session: Session): Session {
  return {
    ...session,
    results: session.results.map((result) => ({
      ...result,
      trials: result.trials.map((trial) =>
        trial.kind === 'measured' ? { ...trial, trace: [] } : trial,
      ),
      setUp: result.setUp && { ...result.setUp, outline: null },
    })),
  };
}
