import type { Session } from '../../src/core/session/session.ts';

/** The records row of a session as schemas 3 and 4 had it: its curves left out, its outlines as objects of points. */
export function oldRowOf(session: Session): unknown {
  return {
    kind: 'session',
    ...session,
    results: session.results.map((result) => ({
      ...result,
      trials: result.trials.map((trial) => {
        if (trial.kind === 'refused') return trial;
        const { kind, side, quantities, camera } = trial;
        return { kind, side, quantities, camera };
      }),
    })),
  };
}

/** The traces row of a session as schemas 1 to 4 had it: each curve as a list of points. */
export function oldTracesOf({ id, results }: Session): unknown {
  return {
    id,
    traces: results.map(({ trials }) =>
      trials.map((trial) => (trial.kind === 'measured' ? trial.trace : [])),
    ),
  };
}
